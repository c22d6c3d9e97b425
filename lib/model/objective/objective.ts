/**
 * Objectives: which share of all events has to be good, over which time. From one definition follow the recording rules
 * of every window that burn rates are looked at over, the burn rates themselves, and the error budget that is left.
 * Panels and alerts are made of these signals.
 */
import { type Duration, type DurationText, duration } from '../../units/duration.ts';
import type { Ratio, Unit } from '../../units/unit.ts';
import { withOrigin } from '../problem.ts';
import type { AnySignal, Sample, Signal } from '../signal.ts';
import { BURN_WINDOWS, type BurnWindow, type LevelOver } from './burn.ts';
import type { Events } from './events.ts';
import { type EventSources, signalMaker, type Times } from './signals.ts';

/** Any objective, its labels and unit unknown to the compiler. */
export interface AnyObjective {
  readonly kind: 'objective';
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The share of events that has to be good, between 0 and 1. */
  readonly target: number;
  readonly window: Duration;
  /** What is counted. */
  readonly unit: Unit;
  readonly labels: readonly string[];
  /** Everything that was made of it, in the order in which rules have to be evaluated. */
  readonly signals: readonly AnySignal[];
}

/** An objective, of which the labels `S` tell several apart: each service has a budget of its own. */
export interface Objective<in out S extends string, out U extends Unit> extends AnyObjective {
  readonly unit: U;
  readonly labels: readonly S[];
  /** How many events were bad, recorded over each window. */
  readonly errors: { readonly [W in BurnWindow]: Signal<S, U, never, 'recorded'> };
  /** The share of bad events, recorded over each window. */
  readonly errorRatio: { readonly [W in BurnWindow]: Signal<S, Ratio, never, 'recorded'> };
  /** How many times faster than allowed the budget is spent, over each window. */
  readonly burnRate: { readonly [W in BurnWindow]: Signal<S, Times, LevelOver<W>, 'not recorded'> };
  /** The share of the budget of the whole window that is spent; above 1 where the objective is missed. */
  readonly budgetSpent: Signal<S, Ratio, never, 'not recorded'>;
  /** The share of the budget of the whole window that is left; below 0 where more than all of it was spent. */
  readonly budgetLeft: Signal<S, Ratio, 'warning' | 'critical', 'not recorded'>;
}

/** What an objective is made of. */
export interface ObjectiveInput<S extends string, U extends Unit, P extends string = never> {
  /** Kebab-case and unique: the recorded series are named after it, and history hangs on their names. */
  readonly id: string;
  readonly name: string;
  /** What is promised to whom, and what to do when it is not kept. */
  readonly description: string;
  /** The share of events that has to be good: 0.995. */
  readonly target: number;
  /** The workbook's numbers are for a month. */
  readonly window?: '28d' | '30d';
  /** What is counted: `unit.count('requests')`. */
  readonly unit: U;
  readonly labels?: readonly S[];
  readonly events: [P] extends [never] ? Events<S, U> : EventSources<S, U, P>;
  /** The group of rules; the alerts on the objective join it. */
  readonly group: string;
  /** How often the rules are evaluated; a minute where nothing is said. */
  readonly every?: DurationText;
  /** The values of labels that pictures show: a recorded series tells none. */
  readonly sample?: Pick<Sample, 'labels'>;
}

/**
 * An objective. Labels: `labels`, each combination with a budget of its own. Unit of `errors`: that of the events; of
 * `errorRatio`, `budgetSpent` and `budgetLeft` a ratio; of `burnRate` times. It belongs into `objectives` of the model.
 *
 * Source: https://sre.google/workbook/alerting-on-slos/
 *
 * @throws TypeError when the events' labels or unit at run time are not what the types promised.
 * @example
 * const ordersTaken = objective({
 *   id: 'order-availability',
 *   name: 'Orders are taken',
 *   description: '99.5 % of the orders are answered without an error of ours. Below that, look at the failed requests.',
 *   target: 0.995,
 *   unit: unit.count('requests'),
 *   labels: ['service'],
 *   events: {
 *     total: ({ window, by }) => sum(increase(http_requests_total.where({ method: 'POST' }), window), { by }),
 *     errors: ({ window, by }) => sum(increase(http_requests_total.where({ method: 'POST', status: '500' }), window), { by }),
 *   },
 *   group: 'order-availability',
 * });
 * ordersTaken.signals.flatMap(({ recording }) => recording?.as ?? [])[0]
 * // 'service:order_availability_events:increase5m'
 */
export function objective<U extends Unit, const S extends string = never, P extends string = never>(
  input: ObjectiveInput<S, U, P>,
): Objective<S, U> {
  const { id, name, description, target, unit, labels = [] } = input;
  const window = input.window ?? '30d';
  // `[P] extends [never]` leaves the compiler undecided here; both forms are EventSources.
  const events = input.events as EventSources<S, U, P>;
  const maker = signalMaker({ ...input, labels }, events);
  const counted = byWindow((over) => countedOver(maker, over));
  const whole = countedOver(maker, window);
  const errors = byWindow((over) => counted[over].errors);
  const errorRatio = byWindow((over) => counted[over].errorRatio);
  const burnRate = byWindow((over) => maker.burnRate(over, errorRatio[over], duration(window)));
  const budgetSpent = maker.budgetSpent(whole.errorRatio);
  const budgetLeft = maker.budgetLeft(whole.errorRatio);
  const recorded = [...Object.values(counted), whole].flatMap((each) => [each.total, each.errors, each.errorRatio]);
  const signals = [...recorded, ...Object.values(burnRate), budgetSpent, budgetLeft];
  for (const each of signals) withOrigin(each, objective);
  const made = { kind: 'objective', id, name, description, target, window: duration(window), unit, labels } as const;
  // Object.fromEntries() forgets that each window has the levels of its own alerts, which burnRate() gave it.
  const typed = burnRate as unknown as Objective<S, U>['burnRate'];
  return withOrigin(
    Object.freeze({
      ...made,
      errors,
      errorRatio,
      burnRate: typed,
      budgetSpent,
      budgetLeft,
      signals: Object.freeze(signals),
    }),
    objective,
  );
}

/** What is recorded of a window, in the order in which the rules have to be evaluated. */
function countedOver<S extends string, U extends Unit, P extends string>(
  maker: ReturnType<typeof signalMaker<S, U, P>>,
  over: DurationText,
) {
  const total = maker.total(over);
  const errors = maker.errors(over, total);
  return { total, errors, errorRatio: maker.errorRatio(over, errors, total) };
}

function byWindow<T>(make: (over: BurnWindow) => T): { readonly [W in BurnWindow]: T } {
  // Every window of the table is there; Object.fromEntries() forgets the keys it was given.
  return Object.freeze(Object.fromEntries(BURN_WINDOWS.map((over) => [over, make(over)]))) as {
    readonly [W in BurnWindow]: T;
  };
}
