/**
 * What became of a value that is read from the lines, over a window. Without a grouping the result has all labels of the
 * lines but the one that the value was read from.
 * Source: https://grafana.com/docs/loki/latest/query/metric_queries/#unwrapped-range-aggregations
 */
import { type Grouping, groupingNode } from '../promql/aggregate.ts';
import type { Derived, LabelsOf, OnlyOptions, Refusal, UnitOf } from '../promql/expr.ts';
import type { WindowLike } from '../promql/window.ts';
import { count, type Unit } from '../units/unit.ts';
import type { AnyValuesQuery } from './lines.ts';
import { type Offset, overRange, type UngroupedOptions, type ValuesOnly } from './range.ts';
import type { LogVector, Typed } from './vector.ts';

/** Which labels are kept, and where in time the range lies. */
export type RangeOptions<L extends string> = (Grouping<L> | { readonly by?: never; readonly without?: never }) & Offset;

type OptionsOnly<G> = G & OnlyOptions<G, 'by' | 'without' | 'offset'>;

/** The result: all labels are left where none are chosen. */
type Grouped<L extends string, G, U extends Unit> = Derived<
  G extends { readonly by: readonly (infer K)[] }
    ? LogVector<K & string, U>
    : G extends { readonly without: readonly (infer K)[] }
      ? LogVector<Exclude<L, K>, U>
      : LogVector<L, U>
>;

type AnyOptions = RangeOptions<string>;

function overTime(
  operator: string,
  of: AnyValuesQuery,
  window: WindowLike,
  options: AnyOptions = {},
  unit: Unit = of.unit,
  parameter?: number,
): LogVector<string> {
  const grouping = options.by === undefined && options.without === undefined ? undefined : options;
  const aggregation = {
    operator,
    ...(parameter === undefined ? {} : { parameter }),
    ...groupingNode(grouping),
  };
  return overRange(aggregation, of, window, options, unit);
}

/** The unit of a result: the values' own, or a plain number's. */
type Kept<Q, U> = [U] extends [never] ? UnitOf<Q> : U & Unit;

type OverTime<U extends Unit = never> = <
  Q extends Typed,
  const G extends RangeOptions<LabelsOf<Q>> | undefined = undefined,
>(
  of: Q & ValuesOnly<Q>,
  window: WindowLike,
  options?: OptionsOnly<G>,
) => Grouped<LabelsOf<Q>, G, Kept<Q, U>>;

function keeping(operator: string): OverTime {
  // ValuesOnly<> has made sure that these are values; rangeLabels() finds the labels that Grouped<> says.
  return ((of: AnyValuesQuery, window: WindowLike, options?: AnyOptions) =>
    overTime(operator, of, window, options)) as unknown as OverTime;
}

/**
 * The average value. Unit: the value's.
 *
 * @example
 * avgOverTime(shopLogs.parse(json({ took: 'duration' })).unwrap('took').withoutErrors(), '5m', { by: ['service'] })
 * // avg_over_time({project="shop"} | json | unwrap duration(took) | __error__="" [5m]) by (service)
 */
export const avgOverTime: OverTime = keeping('avg_over_time');
/**
 * The lowest value.
 *
 * @example
 * minOverTime(shopLogs.parse(json({ items: unit.count('items') })).unwrap('items'), '1h', { by: [] })
 * // min_over_time({project="shop"} | json | unwrap items [1h]) by ()
 */
export const minOverTime: OverTime = keeping('min_over_time');
/**
 * The highest value.
 *
 * @example
 * max(maxOverTime(shopLogs.parse(json({ heap: 'bytes' })).unwrap('heap'), '1h'))
 * // max(max_over_time({project="shop"} | json | unwrap bytes(heap) [1h]))
 */
export const maxOverTime: OverTime = keeping('max_over_time');
/**
 * The oldest value.
 *
 * @example
 * firstOverTime(shopLogs.parse(accessLog).unwrap('size'), '1h', { by: ['path'] }).labels.names
 * // ['path']
 */
export const firstOverTime: OverTime = keeping('first_over_time');
/**
 * The newest value.
 *
 * @example
 * lastOverTime(shopLogs.parse(accessLog).unwrap('size'), '1h', { by: ['path'] }).unit
 * // bytes
 */
export const lastOverTime: OverTime = keeping('last_over_time');
/**
 * The spread of the values.
 *
 * @example
 * stddevOverTime(shopLogs.parse(accessLog).unwrap('size'), '1h', { without: ['ip', 'path'] }).labels.names
 * // ['method', 'project', 'service', 'status', 'stream']
 */
export const stddevOverTime: OverTime = keeping('stddev_over_time');

/**
 * The variance of the values; a plain number, being a square.
 *
 * @example
 * stdvarOverTime(shopLogs.parse(accessLog).unwrap('size'), '1h', { by: [] }).unit
 * // variance
 */
export const stdvarOverTime: OverTime<Unit<'variance', ''>> = ((
  of: AnyValuesQuery,
  window: WindowLike,
  options?: AnyOptions,
) =>
  // As in keeping().
  overTime('stdvar_over_time', of, window, options, count('variance'))) as unknown as OverTime<Unit<'variance', ''>>;

type SumOverTime = <Q extends Typed>(
  of: Q & ValuesOnly<Q>,
  window: WindowLike,
  options?: UngroupedOptions,
) => LogVector<LabelsOf<Q>, UnitOf<Q>>;

/**
 * The sum of the values. Loki takes no grouping here, other than with the rest: group around it.
 *
 * @example
 * sum(sumOverTime(shopLogs.parse(accessLog).unwrap('size'), '1h'), { by: ['service'] }).unit
 * // bytes
 */
export const sumOverTime: SumOverTime = ((of: AnyValuesQuery, window: WindowLike, options: Offset = {}) =>
  // As in keeping().
  overRange({ operator: 'sum_over_time' }, of, window, options, of.unit)) as unknown as SumOverTime;

type Digit = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** Refuses what is no share of a whole, where the compiler knows the number. */
type Share<N extends number> = number extends N
  ? unknown
  : `${N}` extends '0' | '1' | `0.${string}` | `${Digit}${string}e-${bigint}`
    ? unknown
    : Refusal<'a quantile lies between 0 and 1: 0.99 for 99 of 100'>;

type QuantileOverTime = <
  const N extends number,
  Q extends Typed,
  const G extends RangeOptions<LabelsOf<Q>> | undefined = undefined,
>(
  phi: N & Share<N>,
  of: Q & ValuesOnly<Q>,
  window: WindowLike,
  options?: OptionsOnly<G>,
) => Grouped<LabelsOf<Q>, G, UnitOf<Q>>;

/**
 * The value below which the share `phi` of the values lies, 0 ≤ φ ≤ 1. Unit: the value's.
 *
 * @throws TypeError for another φ.
 * @example
 * quantileOverTime(0.95, shopLogs.parse(json({ took: 'duration' })).unwrap('took'), '5m', { by: ['service'] })
 * // quantile_over_time(0.95, {project="shop"} | json | unwrap duration(took) [5m]) by (service)
 */
export const quantileOverTime: QuantileOverTime = ((
  phi: number,
  of: AnyValuesQuery,
  window: WindowLike,
  options?: AnyOptions,
) => {
  if (!(phi >= 0 && phi <= 1)) throw new TypeError(`quantileOverTime(${phi}, …): a quantile lies between 0 and 1.`);
  return overTime('quantile_over_time', of, window, options, of.unit, phi);
  // As in keeping().
}) as unknown as QuantileOverTime;
