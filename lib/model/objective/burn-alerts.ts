/** The alerts of an objective: a page while its budget burns fast, a ticket while it burns slowly. */
import { binaryNode } from '../../promql/arithmetic.ts';
import { type Expr, expr } from '../../promql/expr.ts';
import { numberNode } from '../../promql/node.ts';
import type { Ratio, Unit } from '../../units/unit.ts';
import { type Alert, type AlertInput, alert, type Service } from '../alert.ts';
import type { AlertTestInput } from '../alert-test.ts';
import type { Level } from '../field.ts';
import { withOrigin } from '../problem.ts';
import { breaches, value } from '../read.ts';
import type { AnySignal, Signal } from '../signal.ts';
import type { LabelHoles, Text, ValueHole } from '../text.ts';
import { BURNS, type BurnWindow } from './burn.ts';
import type { Objective } from './objective.ts';
import type { Times } from './signals.ts';

/** What one of the two alerts says, and the tests that prove when it fires and when it stays silent. */
interface Burning<S extends string> {
  /** A fixed sentence, ending in a full stop. */
  readonly summary: string;
  /** What is wrong, with the labels of the objective and the share of its budget that is spent. */
  readonly description: (labels: LabelHoles<S>, spent: ValueHole) => Text;
  readonly test: AlertTestInput<S>;
}

interface BurnAlertsInput<S extends string> {
  /** Fires at 14.4 times the allowed rate over an hour, or 6 times over six hours. */
  readonly page: Burning<S>;
  /** Fires at 3 times the allowed rate over a day, or at the allowed rate over three days. */
  readonly ticket: Burning<S>;
  /**
   * How many errors the long window needs before their share counts: where few people come, two failures are a large
   * share. A least number of events instead would keep silent while everything fails. 5 where nothing is said.
   */
  readonly atLeast?: number;
  readonly team?: string;
  /** The panel that a notification opens, where it is not the one that shows the burn rates best. */
  readonly panel?: AnySignal | readonly AnySignal[];
}

const AT_LEAST = 5;

/**
 * The alert on an objective in its two severities, to be exported under the alert's name. Each fires while both of a
 * pair's windows spend the budget too fast and the longer one has enough errors; its value is the share of the budget
 * that is spent: below 1 it lasts, above 1 the objective is missed. `service` is a label of the objective, or stated here.
 *
 * Source: https://sre.google/workbook/alerting-on-slos/, "6: Multiwindow, Multi-Burn-Rate Alerts"
 *
 * @example
 * export const OrdersFail = burnAlerts(ordersTaken, {
 *   page: {
 *     summary: 'Orders fail.',
 *     description: (l, spent) => text`Many orders to ${l.service} fail: ${spent} of the budget is spent.`,
 *     test: { fires: [], silent: [] },
 *   },
 *   ticket: {
 *     summary: 'Too many orders fail.',
 *     description: (l, spent) => text`Some orders to ${l.service} fail: ${spent} of the budget is spent.`,
 *     test: { fires: [], silent: [] },
 *   },
 * });
 * OrdersFail.map(({ severity }) => severity)
 * // ['critical', 'warning']
 */
export function burnAlerts<S extends string, U extends Unit>(
  of: Objective<S, U>,
  input: BurnAlertsInput<NoInfer<S>> & Service<NoInfer<S>>,
): readonly [page: Alert, ticket: Alert] {
  const { page, ticket, atLeast = AT_LEAST, team, panel } = input;
  const made = (level: Level, words: Burning<S>): Alert => {
    const settings = {
      ...words,
      when: burning(of, level, atLeast),
      ...(input.service === undefined ? {} : { service: input.service }),
      ...(team === undefined ? {} : { team }),
      ...(panel === undefined ? {} : { panel }),
    };
    // Service<S> is undecided while S is: the caller has already been held to it.
    return withOrigin(alert(settings as unknown as AlertInput<Expr<S, Ratio>>), burnAlerts);
  };
  return Object.freeze([made('critical', page), made('warning', ticket)] as const);
}

/** The budget that is spent, while the budget burns as fast as a level says. */
function burning<S extends string, U extends Unit>(of: Objective<S, U>, level: Level, atLeast: number): Expr<S, Ratio> {
  const pairs = BURNS.filter((burn) => burn.level === level).map(({ long, short }) => {
    const fast = both('and', rateBreaches(of, long, level), rateBreaches(of, short, level));
    const errors = value<S, U, 'recorded', S>(of.errors[long], { by: of.labels });
    const least = expr<never, U>(numberNode(atLeast), [], of.unit);
    return both('and', fast, expr<S, U>(binaryNode('>=', errors, least), of.labels, of.unit));
  });
  const spent = value(of.budgetSpent, { by: of.labels });
  return pairs.length === 0
    ? spent
    : both(
        'and',
        spent,
        pairs.reduce((a, b) => both('or', a, b)),
      );
}

function rateBreaches<S extends string, U extends Unit>(
  { burnRate, labels }: Objective<S, U>,
  over: BurnWindow,
  level: Level,
): Expr<S, Times> {
  const rate: Signal<S, Times, Level, 'not recorded'> = burnRate[over];
  return breaches(rate, level, { by: labels });
}

/** Two vectors with the same labels. */
function both<S extends string, U extends Unit>(operator: 'and' | 'or', left: Expr<S, U>, right: Expr<S>): Expr<S, U> {
  return expr<S, U>(binaryNode(operator, left, right), left.labels.names, left.unit);
}
