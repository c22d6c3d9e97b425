/**
 * Functions over a range of one metric's own samples: of a counter how fast it grows, of a gauge how it changed.
 * They take a metric and never an expression, as Prometheus can only tell a restart from a fall in raw samples.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/
 */

import type { MetricFacts } from '../catalogue/metric.ts';
import { type RateOf, rateOf } from '../units/algebra.ts';
import { type Duration, type DurationText, duration } from '../units/duration.ts';
import { count, type Unit } from '../units/unit.ts';
import type { AnyExpr, AnyVector, Derived, LabelsOf, Refusal, UnitOf } from './expr.ts';
import { derived, type Expr, unitOf } from './expr.ts';
import type { Node, RangeNode, SelectorNode } from './node.ts';
import { call } from './node.ts';
import { type WindowLike, windowNode } from './window.ts';

/** Any selector of the catalogue, its kind not looked at. */
export interface AnyMetric {
  readonly type: string;
  readonly facts: MetricFacts;
  readonly node: SelectorNode;
  readonly labels: AnyVector['labels'];
  readonly unit: Unit;
}

type CounterType = 'counter: take its rate() or increase()';
/** Refuses what is no counter, with the function to use instead. */
export type CounterOnly<M> = M extends { readonly type: CounterType }
  ? unknown
  : M extends { readonly type: 'instant vector' }
    ? Refusal<'rate() needs a counter: for a gauge use delta() or deriv()'>
    : M extends { readonly type: `histogram${string}` }
      ? Refusal<'rate() needs a counter: for a histogram use buckets(), countRate() or histogramAverage()'>
      : Refusal<'rate() needs a counter'>;

type GaugeMetric<M> = M extends { readonly type: CounterType }
  ? Refusal<'a counter has no delta or derivative: use rate() or increase()'>
  : M extends { readonly facts: MetricFacts; readonly type: 'instant vector' }
    ? unknown
    : Refusal<'this needs the gap-free samples of a metric: record the signal and take recorded(signal)'>;

/** A matrix selector. */
export function rangeNode(selector: SelectorNode, window: WindowLike): RangeNode {
  return Object.freeze({ kind: 'range', selector, window: windowNode(window) });
}

/**
 * What counts as the values at the ends of a window: `anchored`, the last sample before it; `smoothed`, the value on the
 * line between the two samples around it. Without, a rate is extrapolated, and an increase of whole numbers is none.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/basics/#extended-range-selectors
 */
export interface Ends<E extends 'anchored' | 'smoothed' = 'anchored' | 'smoothed'> {
  readonly ends?: E;
}

function overRange<M extends AnyVector, U extends Unit>(
  name: string,
  metric: M,
  window: WindowLike,
  unit: U,
  { ends }: Ends = {},
): Expr<LabelsOf<M>, U> {
  const selector = selectorOf(metric);
  const extended = ends === undefined ? selector : Object.freeze({ ...selector, extended: ends });
  return derived(call(name, rangeNode(extended, window)), [metric], unit);
}

// rateOf() and RateOf<> are held to one table by algebra.test.ts; the compiler cannot see that they agree.
const perSecond = <U extends Unit>(unit: U): RateOf<U> => rateOf(unit) as RateOf<U>;

/**
 * How fast a counter grows, per second, averaged over the window; restarts are taken into account.
 * Unit: of `orders` `orders/s`, of `seconds` a ratio. Labels: the metric's.
 *
 * @example rate(redis_commands_total, '5m') // rate(redis_commands_total{job="redis"}[5m])
 * @example rate(redis_commands_total, '5m', { ends: 'smoothed' }) // rate(redis_commands_total{job="redis"}[5m] smoothed)
 */
export function rate<M extends AnyMetric>(
  metric: M & CounterOnly<M>,
  window: WindowLike,
  ends?: Ends,
): Derived<Expr<LabelsOf<M>, RateOf<UnitOf<M>>>> {
  return overRange<M, RateOf<UnitOf<M>>>('rate', metric, window, perSecond(unitOf<M>(metric)), ends);
}

/**
 * How fast a counter grew between its last two samples. For graphs of fast-moving counters only, never for alerts.
 *
 * @example irate(redis_commands_total, rateInterval) // irate(redis_commands_total{job="redis"}[$__rate_interval])
 */
export function irate<M extends AnyMetric>(
  metric: M & CounterOnly<M>,
  window: WindowLike,
): Derived<Expr<LabelsOf<M>, RateOf<UnitOf<M>>>> {
  return overRange<M, RateOf<UnitOf<M>>>('irate', metric, window, perSecond(unitOf<M>(metric)));
}

/**
 * How much a counter grew over the window, extrapolated to its ends. Unit: the counter's.
 *
 * @example increase(redis_commands_total, '1h') // increase(redis_commands_total{job="redis"}[1h])
 * @example increase(redis_commands_total, '1h', { ends: 'anchored' }) // increase(redis_commands_total{job="redis"}[1h] anchored)
 */
export function increase<M extends AnyMetric>(
  metric: M & CounterOnly<M>,
  window: WindowLike,
  ends?: Ends,
): Expr<LabelsOf<M>, UnitOf<M>> {
  return overRange<M, UnitOf<M>>('increase', metric, window, unitOf<M>(metric), ends);
}

/**
 * How much a gauge changed over the window. Unit: the gauge's.
 *
 * @example delta(redis_key_size, '30m') // delta(redis_key_size{job="redis"}[30m])
 */
export function delta<M extends AnyVector>(
  metric: M & GaugeMetric<M>,
  window: WindowLike,
  ends?: Ends,
): Expr<LabelsOf<M>, UnitOf<M>> {
  return overRange<M, UnitOf<M>>('delta', metric, window, unitOf<M>(metric), ends);
}

/**
 * How much a gauge changed between its last two samples. Unit: the gauge's.
 *
 * @example idelta(redis_memory_used_bytes, '5m') // idelta(redis_memory_used_bytes{job="redis"}[5m])
 */
export function idelta<M extends AnyVector>(
  metric: M & GaugeMetric<M>,
  window: WindowLike,
): Expr<LabelsOf<M>, UnitOf<M>> {
  return overRange<M, UnitOf<M>>('idelta', metric, window, unitOf<M>(metric));
}

/**
 * How fast a gauge changes, per second, by linear regression. Needs samples without gaps: a metric or a recorded signal.
 *
 * @example deriv(recorded(ordersWaiting), '10m') // deriv(job:orders_waiting:max[10m])
 */
export function deriv<M extends AnyVector>(
  metric: M & GaugeMetric<M>,
  window: WindowLike,
): Derived<Expr<LabelsOf<M>, RateOf<UnitOf<M>>>> {
  return overRange<M, RateOf<UnitOf<M>>>('deriv', metric, window, perSecond(unitOf<M>(metric)));
}

/**
 * What a gauge will be after `ahead`, by linear regression over the window.
 *
 * @example predictLinear(node_filesystem_avail_bytes, '6h', '1d') // predict_linear(node_filesystem_avail_bytes{job="node"}[6h], 86400)
 */
export function predictLinear<M extends AnyVector>(
  metric: M & GaugeMetric<M>,
  window: WindowLike,
  ahead: DurationText | Duration,
): Expr<LabelsOf<M>, UnitOf<M>> {
  const secondsAhead: Node = { kind: 'number', value: duration(ahead).ms / 1000 };
  const node = call('predict_linear', rangeNode(selectorOf(metric), window), secondsAhead);
  return derived(node, [metric], unitOf<M>(metric));
}

/**
 * How often a value fell within the window: restarts, of a counter or of an uptime.
 *
 * @example resets(http_requests_total, '1h') // resets(http_requests_total{job="shop"}[1h])
 */
export function resets<M extends AnyMetric>(
  metric: M,
  window: WindowLike,
  ends?: Ends<'anchored'>,
): Expr<LabelsOf<M>, ReturnType<typeof restarts>> {
  return overRange('resets', metric, window, restarts(), ends);
}

/**
 * How often a value changed within the window.
 *
 * @example changes(process_start_time_seconds.of(shop), '1h') // changes(process_start_time_seconds{job="shop"}[1h])
 */
export function changes<M extends AnyMetric>(
  metric: M,
  window: WindowLike,
  ends?: Ends<'anchored'>,
): Expr<LabelsOf<M>, ReturnType<typeof steps>> {
  return overRange('changes', metric, window, steps(), ends);
}

const restarts = () => count('resets');
const steps = () => count('changes');

/** The selector of a metric; anything else is refused at compile time already. */
export function selectorOf(vector: AnyVector | AnyExpr): SelectorNode {
  if (vector.node.kind === 'selector') return vector.node;
  throw new TypeError(`a range needs a metric, not a '${vector.node.kind}' expression; use subquery() with a step.`);
}
