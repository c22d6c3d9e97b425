/** Alerts as data: an expression over signals, words, and tests in which it fires and in which it stays silent. */
import type { MetricFacts } from '../catalogue/metric.ts';
import { type AnyExpr, type LabelsOf, labelsOf } from '../promql/expr.ts';
import type { Node, SelectorNode } from '../promql/node.ts';
import { type Duration, type DurationText, duration } from '../units/duration.ts';
import type { Unit } from '../units/unit.ts';
import type { Excuse } from './excuse.ts';
import { withOrigin } from './origin.ts';
import type { FiringTest, GivenSeries, ResolvedAlertTest, SaidMeanwhile, Severity, SilentTest } from './resolved.ts';
import { type LabelHoles, labelHoles, type Text, type ValueHole, valueHole } from './text.ts';

/** An alert without its name, which is that of the constant in the registry. */
export interface Alert {
  readonly kind: 'alert';
  readonly node: Node;
  readonly labels: readonly string[];
  readonly unit: Unit;
  readonly for?: Duration;
  readonly keepFiringFor?: Duration;
  readonly severity: Severity;
  readonly ruleLabels: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly description: Text;
  /** The rule group, where the expression reads no recorded signal whose group it joins. */
  readonly group?: string;
  /** The panel to open, where several show the alert's signal. */
  readonly panel?: { readonly dashboard: string; readonly key: string };
  readonly test: ResolvedAlertTest;
  readonly excuses: readonly Excuse[];
}

/**
 * A test in which the alert fires: what is given, when it is asked, and what the alert then says, literally. `also` is
 * what its other severities say in that situation.
 */
export interface Fires<L extends string> {
  readonly given: readonly GivenSeries[];
  /** The step between the given values; a minute where nothing is said. */
  readonly every?: DurationText;
  readonly at: DurationText;
  /** The labels of the expression's result. */
  readonly labels: { readonly [K in L]: string };
  readonly says: string;
  readonly also?: SaidMeanwhile;
}

/** A test in which the alert stays silent, and the situation that it must not take for the fault. */
export interface Silent {
  readonly reason: string;
  readonly given: readonly GivenSeries[];
  readonly every?: DurationText;
  readonly at: DurationText;
  readonly also?: SaidMeanwhile;
}

interface Common<E extends AnyExpr> {
  readonly when: E;
  /** How long it must hold. Left out, it fires at once. */
  readonly for?: DurationText;
  readonly keepFiringFor?: DurationText;
  /** `critical` pages, `warning` makes a ticket, `info` is only shown. */
  readonly severity: Severity;
  readonly team?: string;
  /** A fixed sentence, ending in a full stop. */
  readonly summary: string;
  /** What is wrong, with the labels and the value of the expression. */
  readonly description: (labels: LabelHoles<LabelsOf<E>>, value: ValueHole) => Text;
  readonly group?: string;
  readonly panel?: { readonly dashboard: string; readonly key: string };
  /** Several ways to fire where several things set it off. */
  readonly test: Tests<LabelsOf<E>>;
  readonly excuses?: readonly Excuse[];
}

interface Tests<L extends string> {
  readonly fires: Fires<L> | readonly Fires<L>[];
  readonly silent: readonly Silent[];
}

/**
 * `service` is a label of the expression, or the alert states it: never both, never neither. Where the compiler has
 * given up on the labels because something else is missing, it must not complain about the service instead.
 */
type Service<L extends string> = string extends L
  ? { readonly service?: string }
  : 'service' extends L
    ? { readonly service?: never }
    : { readonly service: string };

/**
 * An alert.
 *
 * @example
 * export const VoteQueueGrowing = alert({
 *   when: and(breaches(queueLength, 'warning'), gt(deriv(recorded(queueLength), '10m'), 0)),
 *   for: '10m', severity: 'warning', service: 'worker', summary: 'Votes are piling up in Redis.',
 *   description: (l, v) => text`${v} votes wait in Redis.`, test: { fires: { … }, silent: [{ … }] } })
 */
export function alert<E extends AnyExpr>(input: Common<E> & Service<LabelsOf<E>>): Alert {
  const { when, severity, team, summary, description, group, panel, test, excuses = [] } = input;
  const service: string | undefined = input.service;
  const made: Alert = Object.freeze({
    kind: 'alert',
    node: when.node,
    labels: when.labels.names,
    unit: when.unit,
    severity,
    ruleLabels: Object.freeze({
      severity,
      ...(service === undefined ? {} : { service }),
      ...(team === undefined ? {} : { team }),
    }),
    summary,
    description: description(labelHoles(labelsOf<E>(when)), valueHole(when.unit)),
    test: resolvedTest(test),
    excuses,
    ...(input.for === undefined ? {} : { for: duration(input.for) }),
    ...(input.keepFiringFor === undefined ? {} : { keepFiringFor: duration(input.keepFiringFor) }),
    ...(group === undefined ? {} : { group }),
    ...(panel === undefined ? {} : { panel }),
  });
  return withOrigin(made, alert);
}

const MINUTE: DurationText = '1m';

function resolvedTest({ fires, silent }: Tests<string>): ResolvedAlertTest {
  return Object.freeze({
    fires: Object.freeze([fires].flat().map(({ labels, says, ...rest }) => ({ ...situation(rest), labels, says }))),
    silent: Object.freeze(silent.map(({ reason, ...rest }) => ({ reason, ...situation(rest) }))),
  });
}

type Situation = Omit<Silent, 'reason'>;

function situation({
  given,
  every = MINUTE,
  at,
  also,
}: Situation): Omit<FiringTest & SilentTest, 'labels' | 'says' | 'reason'> {
  return { given, every: duration(every), at: duration(at), ...(also === undefined ? {} : { also }) };
}

interface Given<L extends string> {
  readonly facts: MetricFacts;
  readonly node: SelectorNode;
  readonly labels: { readonly names: readonly L[] };
}

/** Labels that a test may leave out: the job is the metric's, the instance an example. */
type Filled = 'job' | 'instance';

/**
 * An input series of a test, in promtool's notation: `'200+20x40'` starts at 200 and grows by 20, forty times.
 *
 * @example series(redis_key_size, { db: 'db0', key: 'votes', service: 'redis' }, '200+20x40')
 */
export function series<L extends string>(
  of: Given<L>,
  labels: { readonly [K in Exclude<L, Filled>]: string } & { readonly [K in L & Filled]?: string },
  values: string,
  options: { readonly part?: '_bucket' | '_sum' | '_count'; readonly le?: string } = {},
): GivenSeries {
  const { facts, node } = of;
  const { job } = facts.source.target;
  const target = facts.source.target.labels.length === 0 ? {} : { instance: `${job}:1`, job };
  const le = options.le === undefined ? {} : { le: options.le };
  const all: Readonly<Record<string, string>> = { ...target, ...labels, ...le };
  return Object.freeze({
    metric: facts,
    name: `${node.metric}${options.part ?? ''}`,
    labels: Object.freeze(all),
    values,
  });
}
