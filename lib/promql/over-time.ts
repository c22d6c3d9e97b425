/**
 * What became of a value over time: the `*_over_time` functions, over a metric's own samples or, with a step, over an
 * expression evaluated again and again (a subquery).
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#aggregation_over_time
 */
import { count, type Unit } from '../units/unit.ts';
import {
  type AnyExpr,
  type AnyVector,
  derived,
  type Expr,
  type LabelsOf,
  type Refusal,
  type UnitOf,
  unitOf,
} from './expr.ts';
import type { Node, RangeNode, SubqueryNode } from './node.ts';
import { call } from './node.ts';
import { type AnyMetric, rangeNode } from './rate.ts';
import { type WindowLike, windowNode } from './window.ts';

/** How often the inner expression of a subquery is evaluated. */
export interface Step {
  readonly step: WindowLike;
}

/** An expression needs a step, or the answer hangs on a server's setting; a metric has samples of its own. */
type Stepped<V, S> = V extends AnyMetric
  ? S extends Step
    ? Refusal<'a metric has samples of its own: leave { step } out'>
    : unknown
  : S extends Step
    ? unknown
    : Refusal<"an expression's range needs { step: '1m' }: how often it is evaluated">;

function ranged(of: AnyVector, window: WindowLike, step: Step | undefined): RangeNode | SubqueryNode {
  if (step === undefined && of.node.kind === 'selector') return rangeNode(of.node, window);
  if (step === undefined) throw new TypeError("an expression's range needs { step }: how often it is evaluated.");
  return Object.freeze({ kind: 'subquery', of: of.node, window: windowNode(window), step: windowNode(step.step) });
}

function overTime<V extends AnyVector, U extends Unit>(
  name: string,
  of: V,
  range: Node,
  unit: U,
  ...before: readonly Node[]
): Expr<LabelsOf<V>, U> {
  return derived(call(name, ...before, range), [of], unit);
}

/** The shape of the functions that keep unit and labels. */
type Keeping = <V extends AnyExpr, S extends Step | undefined = undefined>(
  of: V & Stepped<V, S>,
  window: WindowLike,
  step?: S,
) => Expr<LabelsOf<V>, UnitOf<V>>;

function keeping(name: string): Keeping {
  return <V extends AnyExpr>(of: V, window: WindowLike, step?: Step) =>
    overTime(name, of, ranged(of, window, step), unitOf<V>(of));
}

/** The average of a value over the window. @example avgOverTime(redis_up, '1h') // avg_over_time(redis_up{job="redis"}[1h]) */
export const avgOverTime: Keeping = keeping('avg_over_time');
/**
 * The lowest value in the window.
 *
 * @example minOverTime(redis_memory_used_bytes, '1h') // min_over_time(redis_memory_used_bytes{job="redis"}[1h])
 */
export const minOverTime: Keeping = keeping('min_over_time');
/**
 * The highest value in the window.
 *
 * @example maxOverTime(max(redis_key_size), '1h', { step: '1m' }) // max_over_time(max(redis_key_size{job="redis"})[1h:1m])
 */
export const maxOverTime: Keeping = keeping('max_over_time');
/**
 * The sum of the samples in the window.
 *
 * @example sumOverTime(redis_memory_used_bytes, '1h') // sum_over_time(redis_memory_used_bytes{job="redis"}[1h])
 */
export const sumOverTime: Keeping = keeping('sum_over_time');
/**
 * The newest value in the window: bridges a failed scrape.
 *
 * @example lastOverTime(redis_memory_used_bytes, '1h') // last_over_time(redis_memory_used_bytes{job="redis"}[1h])
 */
export const lastOverTime: Keeping = keeping('last_over_time');
/**
 * The oldest value in the window. Older servers than Prometheus 3.16 have it behind a flag.
 *
 * @example firstOverTime(redis_memory_used_bytes, '1h') // first_over_time(redis_memory_used_bytes{job="redis"}[1h])
 */
export const firstOverTime: Keeping = keeping('first_over_time');
/**
 * The spread of a value over the window.
 *
 * @example stddevOverTime(redis_memory_used_bytes, '1h') // stddev_over_time(redis_memory_used_bytes{job="redis"}[1h])
 */
export const stddevOverTime: Keeping = keeping('stddev_over_time');
/**
 * The median distance from the median. Needs experimental functions.
 *
 * @example madOverTime(redis_memory_used_bytes, '1h') // mad_over_time(redis_memory_used_bytes{job="redis"}[1h])
 */
export const madOverTime: Keeping = keeping('mad_over_time');

/**
 * The variance of a value over the window; a plain number, being a square.
 *
 * @example stdvarOverTime(redis_memory_used_bytes, '1h') // stdvar_over_time(redis_memory_used_bytes{job="redis"}[1h])
 */
export function stdvarOverTime<V extends AnyExpr, S extends Step | undefined = undefined>(
  of: V & Stepped<V, S>,
  window: WindowLike,
  step?: S,
): Expr<LabelsOf<V>, Unit<'variance', ''>> {
  return overTime('stdvar_over_time', of, ranged(of, window, step), count('variance'));
}

/**
 * The φ-quantile of a value over the window, 0 ≤ φ ≤ 1.
 *
 * @example
 * quantileOverTime(0.9, redis_memory_used_bytes, '1h')
 * // quantile_over_time(0.9, redis_memory_used_bytes{job="redis"}[1h])
 */
export function quantileOverTime<V extends AnyExpr, S extends Step | undefined = undefined>(
  quantile: number,
  of: V & Stepped<V, S>,
  window: WindowLike,
  step?: S,
): Expr<LabelsOf<V>, UnitOf<V>> {
  const value: Node = { kind: 'number', value: quantile };
  return overTime('quantile_over_time', of, ranged(of, window, step), unitOf<V>(of), value);
}

/**
 * How many samples a series has in the window. Any metric, whatever its kind.
 *
 * @example countOverTime(redis_up, '1h') // count_over_time(redis_up{job="redis"}[1h])
 */
export function countOverTime<V extends AnyMetric | AnyExpr, S extends Step | undefined = undefined>(
  of: V & Stepped<V, S>,
  window: WindowLike,
  step?: S,
): Expr<LabelsOf<V>, Unit<'samples', ''>> {
  return overTime('count_over_time', of, ranged(of, window, step), count('samples'));
}

/**
 * 1 for every series that has a sample in the window.
 *
 * @example presentOverTime(redis_up, '1h') // present_over_time(redis_up{job="redis"}[1h])
 */
export function presentOverTime<V extends AnyMetric | AnyExpr, S extends Step | undefined = undefined>(
  of: V & Stepped<V, S>,
  window: WindowLike,
  step?: S,
): Expr<LabelsOf<V>, Unit<'series', ''>> {
  return overTime('present_over_time', of, ranged(of, window, step), count('series'));
}

/** The labels that a metric's selector matches by equality; an expression has none. */
type PinnedOf<V> = V extends { readonly pinned: readonly (infer P extends string)[] } ? P : never;

/**
 * 1 when no series has a sample in the window, else nothing. Its labels are those that the selector matches by equality,
 * `job` among them; over an expression it has none.
 *
 * @example absentOverTime(up.of(redis), '5m') // absent_over_time(up{job="redis"}[5m])
 */
export function absentOverTime<V extends AnyMetric | AnyExpr, S extends Step | undefined = undefined>(
  of: V & Stepped<V, S>,
  window: WindowLike,
  step?: S,
): Expr<PinnedOf<V>, Unit<'series', ''>> {
  return derived(call('absent_over_time', ranged(of, window, step)), [of], count('series'));
}

/**
 * 1 when the vector is empty, else nothing. Its labels are those that the selector matches by equality, `job` among
 * them; over an expression it has none.
 *
 * @example absent(redis_up) // absent(redis_up{job="redis"})
 */
export function absent<V extends AnyVector>(of: V): Expr<PinnedOf<V>, Unit<'series', ''>> {
  return derived(call('absent', of.node), [of], count('series'));
}
