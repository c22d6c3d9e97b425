/**
 * Histograms and summaries. Of a classic histogram one takes `buckets()`, aggregates them keeping `le`, and then a
 * quantile; of a native one `nativeRate()`, without any `le`.
 * Source: https://prometheus.io/docs/practices/histograms/
 */
import { type RateOf, rateOf } from '../units/algebra.ts';
import { count, perSecond, type Ratio, ratio, type Unit } from '../units/unit.ts';
import { type GroupedExpr, type Grouping, type GroupingOnly, sum } from './aggregate.ts';
import { div } from './arithmetic.ts';
import type { LabelsOf, Refusal, UnitOf } from './expr.ts';
import { type Buckets, derived, type Expr, expr, type HistogramVector, labelSet, labelsOf, unitOf } from './expr.ts';
import { type Counter, type Histogram, type NativeHistogram, observations, type Summary } from './metric.ts';
import type { Matcher, Node, SelectorNode } from './node.ts';
import { call, numberNode } from './node.ts';
import { type AnyMetric, rangeNode } from './rate.ts';
import type { WindowLike } from './window.ts';

const BUCKETS = 'buckets: take histogramQuantile() or histogramFraction() of them';
const NATIVE = 'native histograms: take histogramQuantile() or histogramAvg() of them';

type Classic = AnyMetric & { readonly type: Histogram<string>['type'] };
type Summed = AnyMetric & { readonly type: Histogram<string>['type'] | Summary<string>['type'] };
type Observations = Unit<'observations', 'second'>;

function part(selector: SelectorNode, suffix: string): SelectorNode {
  return Object.freeze({ ...selector, metric: `${selector.metric}${suffix}` });
}

/**
 * How fast each bucket fills. Labels: the histogram's and `le`.
 *
 * @example buckets(http_request_duration_seconds, '5m') // rate(http_request_duration_seconds_bucket{job="shop"}[5m])
 */
export function buckets<H extends Classic>(of: H, window: WindowLike): Buckets<LabelsOf<H> | 'le', UnitOf<H>> {
  return Object.freeze({
    type: BUCKETS,
    node: call('rate', rangeNode(part(of.node, '_bucket'), window)),
    labels: labelSet<LabelsOf<H> | 'le'>([...labelsOf(of), 'le']),
    unit: unitOf<H>(of),
  });
}

/** How fast a native histogram fills. @example nativeRate(http_response_size_bytes, '5m') // rate(http_response_size_bytes{job="shop"}[5m]) */
export function nativeRate<L extends string, U extends Unit>(
  of: NativeHistogram<L, U>,
  window: WindowLike,
): HistogramVector<L, U> {
  return Object.freeze({
    type: NATIVE,
    node: call('rate', rangeNode(of.node, window)),
    labels: of.labels,
    unit: of.unit,
  });
}

interface AnyHistogram {
  readonly type: typeof BUCKETS | typeof NATIVE;
  readonly node: Expr<string>['node'];
  readonly labels: { readonly names: readonly string[] };
  readonly unit: Unit;
}

/** Refuses buckets that were aggregated without `le`, and what is no histogram at all. */
type Quantilable<V> = V extends { readonly type: typeof NATIVE }
  ? unknown
  : 'le' extends LabelsOf<V>
    ? unknown
    : Refusal<"histogramQuantile() needs the label 'le': keep it in the aggregation, { by: [..., 'le'] }">;

/**
 * The value below which the share `phi` of the observations lies. Unit: what the histogram observed. Labels: the
 * operand's less `le`.
 *
 * @example
 * histogramQuantile(0.99, sum(buckets(http_request_duration_seconds, '5m'), { by: ['le'] }))
 * // histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{job="shop"}[5m])))
 */
export function histogramQuantile<V extends AnyHistogram>(
  phi: number,
  of: V & Quantilable<V>,
): Expr<Exclude<LabelsOf<V>, 'le'>, UnitOf<V>> {
  return derived(call('histogram_quantile', numberNode(phi), of.node), [of], unitOf<V>(of));
}

/**
 * The share of observations between two values.
 *
 * @example
 * histogramFraction(0, 1024, sum(nativeRate(http_response_size_bytes, '5m')))
 * // histogram_fraction(0, 1024, sum(rate(http_response_size_bytes{job="shop"}[5m])))
 */
export function histogramFraction<V extends AnyHistogram>(
  lower: number,
  upper: number,
  of: V & Quantilable<V>,
): Expr<Exclude<LabelsOf<V>, 'le'>, Ratio> {
  const node = call('histogram_fraction', numberNode(lower), numberNode(upper), of.node);
  return derived(node, [of], ratio);
}

/**
 * How many observations per second a native histogram's rate stands for.
 *
 * @example
 * histogramCount(nativeRate(http_response_size_bytes, '5m'))
 * // histogram_count(rate(http_response_size_bytes{job="shop"}[5m]))
 */
export function histogramCount<L extends string>(of: HistogramVector<L>): Expr<L, Observations> {
  return derived(call('histogram_count', of.node), [of], perSecond('observations'));
}

/**
 * The sum of observations per second of a native histogram's rate.
 *
 * @example
 * histogramSum(nativeRate(http_response_size_bytes, '5m'))
 * // histogram_sum(rate(http_response_size_bytes{job="shop"}[5m]))
 */
export function histogramSum<L extends string, U extends Unit>(of: HistogramVector<L, U>): Expr<L, RateOf<U>> {
  return derived(call('histogram_sum', of.node), [of], rateOf(of.unit) as RateOf<U>);
}

/**
 * The average observation of a native histogram. Unit: what it observed.
 *
 * @example
 * histogramAvg(nativeRate(http_response_size_bytes, '5m'))
 * // histogram_avg(rate(http_response_size_bytes{job="shop"}[5m]))
 */
export function histogramAvg<L extends string, U extends Unit>(of: HistogramVector<L, U>): Expr<L, U> {
  return derived(call('histogram_avg', of.node), [of], of.unit);
}

/**
 * The spread of a native histogram's observations. Unit: what it observed.
 *
 * @example
 * histogramStddev(nativeRate(http_response_size_bytes, '5m'))
 * // histogram_stddev(rate(http_response_size_bytes{job="shop"}[5m]))
 */
export function histogramStddev<L extends string, U extends Unit>(of: HistogramVector<L, U>): Expr<L, U> {
  return derived(call('histogram_stddev', of.node), [of], of.unit);
}

/**
 * The variance of a native histogram's observations; a plain number, being a square.
 *
 * @example
 * histogramStdvar(nativeRate(http_response_size_bytes, '5m'))
 * // histogram_stdvar(rate(http_response_size_bytes{job="shop"}[5m]))
 */
export function histogramStdvar<L extends string>(of: HistogramVector<L>): Expr<L, Unit<'variance', ''>> {
  return derived(call('histogram_stdvar', of.node), [of], count('variance'));
}

/**
 * A native histogram without the observations above a bound: `</`. The bucket around the bound is cut in proportion.
 *
 * @example
 * histogramCount(trimUpper(nativeRate(http_response_size_bytes, '5m'), 1024))
 * // histogram_count(rate(http_response_size_bytes{job="shop"}[5m]) </ 1024)
 */
export function trimUpper<L extends string, U extends Unit>(
  of: HistogramVector<L, U>,
  bound: number,
): HistogramVector<L, U> {
  return trimmed('</', of, bound);
}

/**
 * A native histogram without the observations below a bound: `>/`.
 *
 * @example
 * histogramCount(trimLower(nativeRate(http_response_size_bytes, '5m'), 1024))
 * // histogram_count(rate(http_response_size_bytes{job="shop"}[5m]) >/ 1024)
 */
export function trimLower<L extends string, U extends Unit>(
  of: HistogramVector<L, U>,
  bound: number,
): HistogramVector<L, U> {
  return trimmed('>/', of, bound);
}

function trimmed<L extends string, U extends Unit>(
  operator: '</' | '>/',
  of: HistogramVector<L, U>,
  bound: number,
): HistogramVector<L, U> {
  const node: Node = Object.freeze({ kind: 'binary', operator, left: of.node, right: numberNode(bound) });
  return Object.freeze({ ...of, node });
}

/**
 * Observations per second of a classic histogram or a summary.
 *
 * @example countRate(http_request_duration_seconds, '5m') // rate(http_request_duration_seconds_count{job="shop"}[5m])
 */
export function countRate<H extends Summed>(of: H, window: WindowLike): Expr<LabelsOf<H>, Observations> {
  return derived(call('rate', rangeNode(part(of.node, '_count'), window)), [of], perSecond('observations'));
}

/**
 * The sum of observations per second of a classic histogram or a summary.
 *
 * @example sumRate(http_request_duration_seconds, '5m') // rate(http_request_duration_seconds_sum{job="shop"}[5m])
 */
export function sumRate<H extends Summed>(of: H, window: WindowLike): Expr<LabelsOf<H>, RateOf<UnitOf<H>>> {
  const unit = rateOf(of.unit) as RateOf<UnitOf<H>>;
  return derived(call('rate', rangeNode(part(of.node, '_sum'), window)), [of], unit);
}

/**
 * The average observation over the window. Unit: what the histogram observed.
 *
 * @example
 * histogramAverage(http_request_duration_seconds, '5m')
 * // sum(rate(http_request_duration_seconds_sum{job="shop"}[5m])) / sum(rate(http_request_duration_seconds_count{job="shop"}[5m]))
 */
export function histogramAverage<H extends Summed, const G extends Grouping<LabelsOf<H>> | undefined = undefined>(
  of: H,
  window: WindowLike,
  grouping?: GroupingOnly<G>,
): GroupedExpr<LabelsOf<H>, G, UnitOf<H>> {
  const total = sum<Expr<LabelsOf<H>>, G>(unitless(sumRate(of, window)), grouping);
  const observed = sum<Expr<LabelsOf<H>>, G>(unitless(countRate(of, window)), grouping);
  const quotient = div(expr(total.node, [], ratio), expr(observed.node, [], ratio));
  // The labels are those of the two sums, which GroupedExpr<> says.
  return expr(quotient.node, total.labels.names, of.unit) as unknown as GroupedExpr<LabelsOf<H>, G, UnitOf<H>>;
}

/** The quotient of a sum and a count has the unit of the observations, which no algebra of the two parts yields. */
function unitless<L extends string>({ node, labels }: Expr<L>): Expr<L> {
  return expr(node, labels.names, ratio);
}

/**
 * The observations that were at most `bound`, as a counter. Only a bound of one of its buckets compiles, since anything
 * else would select nothing.
 *
 * Prometheus 3 writes whole bounds as `1.0`, older servers as `1`: both are matched.
 *
 * @example rate(atMost(http_request_duration_seconds, 0.5), '5m') // rate(http_request_duration_seconds_bucket{job="shop",le="0.5"}[5m])
 */
export function atMost<L extends string, U extends Unit, B extends number>(
  of: Histogram<L, U, B>,
  bound: NoInfer<B>,
): Counter<L, Unit<'observations', ''>> {
  const le: Matcher = Number.isInteger(bound)
    ? { label: 'le', operator: '=~', value: `${bound}|${bound}\\.0` }
    : { label: 'le', operator: '=', value: String(bound) };
  return observations(of, '_bucket', [le]);
}

/** All observations, as a counter. @example rate(allObservations(http_request_duration_seconds), '5m') // rate(http_request_duration_seconds_count{job="shop"}[5m]) */
export function allObservations<L extends string, U extends Unit>(
  of: Histogram<L, U> | Summary<L, U>,
): Counter<L, Unit<'observations', ''>> {
  return observations(of, '_count');
}

/**
 * A quantile that the exporter computed itself. It cannot be aggregated.
 *
 * @example summaryQuantile(cache_duration_seconds, 0.99) // cache_duration_seconds{job="shop",quantile="0.99"}
 */
export function summaryQuantile<L extends string, U extends Unit, B extends number>(
  of: Summary<L, U, B>,
  phi: NoInfer<B>,
): Expr<L, U> {
  const matcher: Matcher = { label: 'quantile', operator: '=', value: String(phi) };
  return expr({ ...of.node, matchers: Object.freeze([...of.node.matchers, matcher]) }, of.labels.names, of.unit);
}
