/** What an objective counts, and the share of it that was bad. */
import { binaryNode } from '../../promql/arithmetic.ts';
import { type Expr, expr } from '../../promql/expr.ts';
import { windowNode, windowOf } from '../../promql/window.ts';
import type { DurationText } from '../../units/duration.ts';
import { type Ratio, ratio, type Unit } from '../../units/unit.ts';
import type { Choice, MetricQuery } from '../signal-query.ts';

/**
 * How many events a window had, and how many of them were bad, or good. Both are counts, made with `increase()` or the
 * `*OverTime()` functions: a budget worked out from averages of ratios would take a quiet night for as much as a busy
 * day.
 */
export type Events<S extends string, U extends Unit> =
  | { readonly total: MetricQuery<S, U>; readonly errors: MetricQuery<S, U>; readonly good?: never }
  | { readonly total: MetricQuery<S, U>; readonly good: MetricQuery<S, U>; readonly errors?: never };

/** A window that an objective itself chooses. */
export function choiceOver<S extends string>(over: DurationText, by: readonly S[]): Choice<S> {
  return { window: windowOf(windowNode(over)), by };
}

/**
 * The bad ones of `total` events. A failure that never occurred has no series: that is 0. Where no event was good there
 * may be no series of good ones: all were bad.
 */
export function errorsAmong<S extends string, U extends Unit>(
  total: Expr<S, U>,
  events: Events<S, U>,
  choice: Choice<S>,
): Expr<S, U> {
  if (events.errors !== undefined) return orZeroFor(total, events.errors(choice));
  return made('-', total, orZeroFor(total, events.good(choice)));
}

/** The share of errors: 0 where nothing happened, since 0 ÷ 0 is no number, and no value where nobody counts. */
export function errorRatio<S extends string, U extends Unit>(errors: Expr<S, U>, total: Expr<S, U>): Expr<S, Ratio> {
  const share = expr<S, Ratio>(binaryNode('/', errors, total), total.labels.names, ratio);
  const zero = expr<S, Ratio>(binaryNode('*', total, 0), total.labels.names, ratio);
  return made('or', made('>', share, 0), zero);
}

/** The counts, and 0 for each series of `total` that they lack. */
function orZeroFor<S extends string, U extends Unit>(total: Expr<S, U>, counts: Expr<S, U>): Expr<S, U> {
  return made('or', counts, made('*', total, 0));
}

/** Two vectors with the same labels and unit, or one and a number. */
function made<S extends string, U extends Unit>(
  operator: 'or' | '-' | '*' | '>',
  left: Expr<S, U>,
  right: Expr<S, U> | number,
): Expr<S, U> {
  return expr<S, U>(binaryNode(operator, left, right), left.labels.names, left.unit);
}
