/**
 * What a number of lines becomes over a window. Loki takes no grouping here: the result has the labels of the lines, and
 * is grouped around.
 * Source: https://grafana.com/docs/loki/latest/query/metric_queries/#log-range-aggregations
 */

import type { LabelsOf, Refusal, UnitOf } from '../promql/expr.ts';
import type { PlainWindow } from '../promql/node.ts';
import { namesIn } from '../promql/result/labels.ts';
import { windowText } from '../promql/span.ts';
import { type Window, type WindowLike, windowNode, windowOf } from '../promql/window.ts';
import { type RateOf, rateOf } from '../units/algebra.ts';
import { type Duration, type DurationText, duration } from '../units/duration.ts';
import { type Bytes, bytes, count, perSecond, type Unit } from '../units/unit.ts';
import type { AnyLinesQuery, AnyValuesQuery } from './lines.ts';
import type { LogRangeNode, RangeAggregateNode } from './node.ts';
import { rangeLabels } from './result.ts';
import { type LogVector, logVector, type Typed } from './vector.ts';

/**
 * `$__auto`: the panel's resolution, as Grafana works it out for Loki. No rule can have it: the ruler knows no panel.
 *
 * @example rate(shopLogs, auto) // rate({project="shop"}[$__auto])
 */
export const auto: Window = windowOf({ kind: 'variable', name: '$__auto' });

/** Where in time a range lies. */
export interface Offset {
  /** How long before the moment that is asked about the window ends. */
  readonly offset?: DurationText | Duration;
}

type NoGrouping = Refusal<'Loki takes no grouping here: group around it, as in sum(countOverTime(…), { by: [...] })'>;

/** The options of what takes no grouping. */
export interface UngroupedOptions extends Offset {
  readonly by?: NoGrouping;
  readonly without?: NoGrouping;
}

type NoSubquery = Refusal<'this is a number already, and Loki has no subqueries: take the lines that it counts'>;
type NoStream = Refusal<'no stream is chosen yet: name a label of the streams, with where({ … })'>;
type NotLoki = Refusal<'this is asked of Prometheus and not of Loki: its functions are in plainsight/promql'>;

/** Refuses what is neither lines nor their values. */
export type NoRange<Q> = Q extends { readonly type: 'log vector' }
  ? NoSubquery
  : Q extends { readonly type: `streams${string}` }
    ? NoStream
    : NotLoki;

/** Refuses what is no query of lines. */
type LinesOnly<Q> = Q extends { readonly type: `lines${string}` }
  ? unknown
  : Q extends { readonly type: `values${string}` }
    ? Refusal<'this counts lines and not their values: leave unwrap() out'>
    : NoRange<Q>;

/** Refuses what is neither a query of lines nor their values. */
type LinesOrValues<Q> = Q extends { readonly type: `lines${string}` | `values${string}` } ? unknown : NoRange<Q>;

/** Refuses what is not the values of lines. */
export type ValuesOnly<Q> = Q extends { readonly type: `values${string}` }
  ? unknown
  : Q extends { readonly type: `lines${string}` }
    ? Refusal<'these lines have no value: take one of their labels for it, with unwrap()'>
    : NoRange<Q>;

type AnyRange = AnyLinesQuery | AnyValuesQuery;

function rangeNode(of: AnyRange, window: WindowLike, offset: Offset['offset']): LogRangeNode {
  return Object.freeze({
    kind: 'log range',
    lines: of.node,
    ...('unwrapped' in of ? { unwrap: of.unwrapped } : {}),
    window: plainWindow(window),
    ...(offset === undefined ? {} : { offset: duration(offset) }),
  });
}

/** Loki computes no spans. */
function plainWindow(window: WindowLike): PlainWindow {
  const node = windowNode(window);
  if (node.kind !== 'computed') return node;
  throw new TypeError(
    `Loki has no window of ${windowText(node)}: it computes no spans; write a duration such as '5m'.`,
  );
}

/** The vector that an aggregation makes of a range; its labels are those of the lines, or of the grouping. */
export function overRange<U extends Unit>(
  aggregation: Pick<RangeAggregateNode, 'operator' | 'parameter' | 'grouping'>,
  of: AnyRange,
  window: WindowLike,
  { offset }: Offset,
  unit: U,
): LogVector<string, U> {
  const node: RangeAggregateNode = { kind: 'range aggregate', ...aggregation, of: rangeNode(of, window, offset) };
  return logVector(node, namesIn(rangeLabels(node, of.labels.names)), unit);
}

type Counting<U extends Unit> = <Q extends Typed>(
  lines: Q & LinesOnly<Q>,
  window: WindowLike,
  options?: UngroupedOptions,
) => LogVector<LabelsOf<Q>, U>;

function counting<U extends Unit>(operator: string, unit: U): Counting<U> {
  // LinesOnly<> has made sure that these are lines; rangeLabels() finds the labels that the type says.
  return ((lines: AnyLinesQuery, window: WindowLike, options: Offset = {}) =>
    overRange({ operator }, lines, window, options, unit)) as unknown as Counting<U>;
}

/**
 * How many lines there are. Unit: lines.
 *
 * @example
 * sum(countOverTime(shopLogs.contains('ERROR'), '5m'), { by: ['service'] })
 * // sum by (service) (count_over_time({project="shop"} |= "ERROR" [5m]))
 */
export const countOverTime: Counting<Unit<'lines', ''>> = counting('count_over_time', count('lines'));
/**
 * How many bytes the lines have.
 *
 * @example bytesOverTime(shopLogs, '1h') // bytes_over_time({project="shop"}[1h])
 */
export const bytesOverTime: Counting<Bytes> = counting('bytes_over_time', bytes);
/**
 * How many bytes the lines have per second.
 *
 * @example
 * sum(bytesRate(shopLogs, '5m'), { by: ['service'] })
 * // sum by (service) (bytes_rate({project="shop"}[5m]))
 */
export const bytesRate: Counting<Unit<'bytes', 'second'>> = counting('bytes_rate', perSecond('bytes'));

/** Lines per second, or the sum of their values per second. */
type RateUnit<Q> = [UnitOf<Q>] extends [never] ? Unit<'lines', 'second'> : RateOf<UnitOf<Q>>;

type Rate = <Q extends Typed>(
  of: Q & LinesOrValues<Q>,
  window: WindowLike,
  options?: UngroupedOptions,
) => LogVector<LabelsOf<Q>, RateUnit<Q>>;

/**
 * How many lines there are per second, or, of values, how much they add up to per second. Unit: lines/s; of seconds a
 * ratio, of bytes bytes/s.
 *
 * @example rate(shopLogs.contains('ERROR'), '5m') // rate({project="shop"} |= "ERROR" [5m])
 * @example
 * rate(shopLogs.parse(accessLog).unwrap('size'), '5m', { offset: '1d' }).unit
 * // bytes/s
 */
export const rate: Rate = ((of: AnyRange, window: WindowLike, options: Offset = {}) => {
  const unit = 'unwrapped' in of ? rateOf(of.unit) : perSecond('lines');
  return overRange({ operator: 'rate' }, of, window, options, unit);
  // As in counting().
}) as unknown as Rate;

/**
 * How fast a value grows that only grows but for restarts, as PromQL's `rate()` does it.
 *
 * @example
 * rateCounter(shopLogs.parse(accessLog).unwrap('size'), '5m')
 * // rate_counter({project="shop"} | pattern `<ip> "<method> <path> <_>" <status> <size>` | unwrap size [5m])
 */
export const rateCounter: RateOfValues = ((of: AnyValuesQuery, window: WindowLike, options: Offset = {}) =>
  // As in counting().
  overRange({ operator: 'rate_counter' }, of, window, options, rateOf(of.unit))) as unknown as RateOfValues;

type RateOfValues = <Q extends Typed>(
  of: Q & ValuesOnly<Q>,
  window: WindowLike,
  options?: UngroupedOptions,
) => LogVector<LabelsOf<Q>, RateOf<UnitOf<Q>>>;

type PinnedOf<Q> = Q extends { readonly pinned: readonly (infer P extends string)[] } ? P : never;

type Absence = <Q extends Typed>(
  lines: Q & LinesOnly<Q>,
  window: WindowLike,
  options?: UngroupedOptions,
) => LogVector<PinnedOf<Q>, Unit<'series', ''>>;

/**
 * 1 when there is no line in the window, else nothing. Its labels are those that the selector of the streams matches by
 * equality.
 *
 * @example
 * absentOverTime(shopLogs.where({ service: 'worker' }), '10m')
 * // absent_over_time({project="shop", service="worker"}[10m])
 */
export const absentOverTime: Absence = ((lines: AnyLinesQuery, window: WindowLike, options: Offset = {}) =>
  // As in counting(): rangeLabels() knows that these are the labels of the selector.
  overRange({ operator: 'absent_over_time' }, lines, window, options, count('series'))) as unknown as Absence;
