/** The signals that follow from an objective, each with its words and its rule. */
import { binaryNode } from '../../promql/arithmetic.ts';
import { type Expr, expr } from '../../promql/expr.ts';
import type { Duration, DurationText } from '../../units/duration.ts';
import { count, type Ratio, ratio, type Unit } from '../../units/unit.ts';
import { value } from '../read.ts';
import { type RecordedName, type RecordingInput, type Sample, type Signal, signal } from '../signal.ts';
import type { Query, Sources, Unavailable } from '../signal-query.ts';
import { type BurnWindow, type LevelOver, limitsOver } from './burn.ts';
import { choiceOver, type Events, errorRatio, errorsAmong } from './events.ts';

/** How many times faster than allowed a budget is spent. */
export type Times = Unit<'times', ''>;

/** One way to count for every profile, or one for each. */
export type EventSources<S extends string, U extends Unit, P extends string> =
  | Events<S, U>
  | { readonly [K in P]: Events<S, U> | Unavailable };

/** When a budget is low: a quarter is left, or nothing. */
const LOW = { below: { warning: 0.25, critical: 0 }, reason: 'below 0 the objective is missed' } as const;

/** What an objective says, as far as its signals are concerned. */
interface ObjectiveWords<S extends string, U extends Unit> {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly target: number;
  readonly unit: U;
  readonly labels: readonly S[];
  readonly group: string;
  readonly every?: DurationText;
  readonly sample?: Pick<Sample, 'labels'>;
}

/** A count over a window, or a share of two, whose history is kept. */
type Recorded<S extends string, U extends Unit> = Signal<S, U, never, 'recorded'>;

/** What makes the signals of an objective. */
export function signalMaker<S extends string, U extends Unit, P extends string>(
  { id, name, description, target, unit, labels, group, every = '1m', sample = {} }: ObjectiveWords<S, U>,
  events: EventSources<S, U, P>,
) {
  const allowed = shareOf(1 - target);
  const common = { description, labels, whenEmpty: 'no data' } as const;
  const level = labels.length === 0 ? 'app' : labels.join('_');
  const recordedAs = (what: 'events' | 'errors', operations: string, over: DurationText) => {
    const as: RecordedName = `${level}:${id.replaceAll('-', '_')}_${what}:${operations}${over}`;
    return { as, group, every, over };
  };
  const perBudget = (of: Recorded<S, Ratio>, by: readonly S[]) =>
    binaryNode('/', value<S, Ratio, 'recorded', S>(of, { by }), allowed);
  // The window of each is the rule's, whoever asks.
  return {
    total: (over: DurationText) =>
      signal<U, S, never, RecordingInput, string>({
        ...common,
        id: `${id}-events-${over}`,
        name: `${name}: counted over ${over}`,
        unit,
        query: byProfile(
          events,
          ({ total }) =>
            ({ by }) =>
              total(choiceOver(over, by)),
        ),
        recorded: recordedAs('events', 'increase', over),
      }),
    errors: (over: DurationText, total: Recorded<S, U>) =>
      signal<U, S, never, RecordingInput, string>({
        ...common,
        id: `${id}-errors-${over}`,
        name: `${name}: errors over ${over}`,
        unit,
        query: byProfile(
          events,
          (of) =>
            ({ by }) =>
              errorsAmong(value(total, { by }), of, choiceOver(over, by)),
        ),
        recorded: recordedAs('errors', 'increase', over),
      }),
    errorRatio: (over: DurationText, errors: Recorded<S, U>, total: Recorded<S, U>) =>
      signal<Ratio, S, never, RecordingInput>({
        ...common,
        id: `${id}-error-ratio-${over}`,
        name: `${name}: share of errors over ${over}`,
        unit: ratio,
        query: ({ by }) => errorRatio<S, U>(value(errors, { by }), value(total, { by })),
        recorded: recordedAs('errors', 'ratio_rate', over),
        sample: { ...sample, between: [0, allowed / 2] },
      }),
    burnRate: (over: BurnWindow, of: Recorded<S, Ratio>, window: Duration) =>
      signal<Times, S, LevelOver<BurnWindow>, undefined>({
        ...common,
        id: `${id}-burn-${over}`,
        name: `${name}: burn rate over ${over}`,
        unit: count('times'),
        query: ({ by }) => expr<S, Times>(perBudget(of, by), by, count('times')),
        thresholds: { from: limitsOver(over, window), reason: 'at 1 the budget lasts exactly its window' },
        sample: { ...sample, from: [of], as: (share) => share / allowed },
      }),
    budgetSpent: (of: Recorded<S, Ratio>) =>
      signal<Ratio, S, never, undefined>({
        ...common,
        id: `${id}-spent`,
        name: `${name}: budget spent`,
        unit: ratio,
        query: ({ by }) => expr<S, Ratio>(perBudget(of, by), by, ratio),
        sample: { ...sample, between: [0.1, 0.4], shape: 'steady' },
      }),
    budgetLeft: (of: Recorded<S, Ratio>) =>
      signal<Ratio, S, 'warning' | 'critical', undefined>({
        ...common,
        id: `${id}-budget`,
        name,
        unit: ratio,
        query: ({ by }): Expr<S, Ratio> => {
          const spent = expr<S, Ratio>(perBudget(of, by), by, ratio);
          return expr<S, Ratio>(binaryNode('-', 1, spent), by, ratio);
        },
        thresholds: LOW,
        sample: { ...sample, from: [of], as: (share) => 1 - share / allowed },
      }),
  };
}

/** What binary fractions add to 1 − 0.995 is cut off. */
function shareOf(share: number): number {
  return Number(share.toPrecision(9));
}

/** The query of a signal, by profile where the events are. */
function byProfile<S extends string, U extends Unit, V extends Unit>(
  events: EventSources<S, U, string>,
  make: (of: Events<S, U>) => Query<S, V>,
): Sources<S, V, string> {
  if (isEvents(events)) return make(events);
  const entries = Object.entries(events).map(([profile, of]) => [profile, 'unavailable' in of ? of : make(of)]);
  return Object.fromEntries(entries);
}

function isEvents<S extends string, U extends Unit>(of: EventSources<S, U, string>): of is Events<S, U> {
  return typeof of.total === 'function';
}
