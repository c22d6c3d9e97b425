/** Alerts as data: an expression over signals, words, and tests. */
import { type AnyExpr, type LabelsOf, labelsOf } from '../promql/expr.ts';
import type { Node } from '../promql/node.ts';
import { type Duration, type DurationText, duration } from '../units/duration.ts';
import type { Unit } from '../units/unit.ts';
import { type AlertTest, type AlertTestInput, alertTest, type Severity, saysUsualStep } from './alert-test.ts';
import type { Level } from './field.ts';
import type { Excuse } from './problem.ts';
import { withOrigin } from './problem.ts';
import { breachedLevels } from './read.ts';
import type { AnySignal } from './signal.ts';
import { type LabelHoles, labelHoles, type Text, type ValueHole, valueHole } from './text.ts';

/** An alert without its name, which is that of the constant in the registry. */
export interface Alert {
  readonly kind: 'alert';
  readonly node: Node;
  readonly labels: readonly string[];
  readonly unit: Unit;
  readonly for?: Duration;
  readonly keepFiringFor?: Duration;
  /** Left out where neither the definition says it nor one breached level does, which is a problem. */
  readonly severity?: Severity;
  /** The levels whose thresholds its expression is about. */
  readonly levels: readonly Level[];
  /** The labels that the rule adds, `severity` included. */
  readonly ruleLabels: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly description: Text;
  /** The rule group, where the expression reads no recorded signal whose group it joins. */
  readonly group?: string;
  readonly panel?: AnySignal | readonly AnySignal[];
  readonly test: AlertTest;
  readonly excuses: readonly Excuse[];
  /** Settings that say what would be so without them. `lib/check` reports them. */
  readonly repeats: readonly string[];
}

interface Common<E extends AnyExpr> {
  readonly when: E;
  /** How long it must hold. Left out, it fires at once. */
  readonly for?: DurationText;
  readonly keepFiringFor?: DurationText;
  /**
   * `critical` pages, `warning` makes a ticket, `info` is only shown. Left out, the level that `when` breaches; where
   * that is none, or where there are several, it has to be said.
   */
  readonly severity?: Severity;
  readonly team?: string;
  /** A fixed sentence, ending in a full stop. */
  readonly summary: string;
  /** What is wrong, with the labels and the value of the expression. */
  readonly description: (labels: LabelHoles<LabelsOf<E>>, value: ValueHole) => Text;
  readonly group?: string;
  /**
   * The panel that a notification opens, where it is not the one that shows its signals best: `ordersWaiting` for
   * the panel of a signal, `[ordersAccepted, ordersStored]` for the one that shows exactly these.
   */
  readonly panel?: AnySignal | readonly AnySignal[];
  readonly test: AlertTestInput<LabelsOf<E>>;
  readonly excuses?: readonly Excuse[];
}

/**
 * `service` is a label of the expression, or the alert states it: never both, never neither. Where the compiler has
 * given up on the labels because something else is missing, it must not complain about the service instead.
 */
export type Service<L extends string> = string extends L
  ? { readonly service?: string }
  : 'service' extends L
    ? { readonly service?: never }
    : { readonly service: string };

/** What `alert()` is given. */
export type AlertInput<E extends AnyExpr> = Common<E> & Service<LabelsOf<E>>;

/**
 * An alert: an expression over signals, words for whoever is called, and tests that prove when it fires and when it
 * stays silent. Its name is that of its constant, its runbook the file of that name.
 *
 * @example
 * export const OrderQueueGrowing = alert({
 *   when: and(breaches(ordersWaiting, 'warning', { by: ['job'] }), gt(deriv(recorded(ordersWaiting), '10m'), 0)),
 *   for: '10m',
 *   service: 'worker',
 *   summary: 'Orders are piling up in Redis.',
 *   description: (l, v) => text`${v} orders wait in the list of ${l.job}.`,
 *   test: {
 *     fires: {
 *       given: [series(redis_key_size, { db: 'db0', key: 'orders', service: 'redis' }, '0+20x60')],
 *       at: '40m',
 *       labels: { job: 'redis' },
 *       says: '800 orders wait in the list of redis.',
 *     },
 *     silent: [
 *       {
 *         reason: 'many orders wait, but they are worked off',
 *         given: [series(redis_key_size, { db: 'db0', key: 'orders', service: 'redis' }, '1000-10x60')],
 *         at: '40m',
 *       },
 *     ],
 *   },
 * });
 * // job:orders_waiting:max >= 100 and deriv(job:orders_waiting:max[10m]) > 0
 */
export function alert<E extends AnyExpr>(input: AlertInput<E>): Alert {
  const { when, team, summary, description, group, panel, test, excuses = [] } = input;
  const service: string | undefined = input.service;
  const levels = breachedLevels(when.node);
  const usual = levels.length === 1 ? levels[0] : undefined;
  const severity = input.severity ?? usual;
  const made: Alert = Object.freeze({
    kind: 'alert',
    node: when.node,
    labels: when.labels.names,
    unit: when.unit,
    levels,
    ruleLabels: Object.freeze({
      ...(severity === undefined ? {} : { severity }),
      ...(service === undefined ? {} : { service }),
      ...(team === undefined ? {} : { team }),
    }),
    summary,
    description: description(labelHoles(labelsOf<E>(when)), valueHole(when.unit)),
    test: alertTest(test),
    excuses,
    repeats: [
      ...(usual !== undefined && input.severity === usual ? ['severity'] : []),
      ...(saysUsualStep(test) ? ['every of a test'] : []),
    ],
    ...(severity === undefined ? {} : { severity }),
    ...(input.for === undefined ? {} : { for: duration(input.for) }),
    ...(input.keepFiringFor === undefined ? {} : { keepFiringFor: duration(input.keepFiringFor) }),
    ...(group === undefined ? {} : { group }),
    ...(panel === undefined ? {} : { panel }),
  });
  return withOrigin(made, alert);
}
