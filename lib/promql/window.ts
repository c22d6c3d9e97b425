/** Ranges and steps: literal durations and Grafana's variables. */
import { type Duration, type DurationText, duration, durationText } from '../units/duration.ts';
import type { SpanTerm, WindowNode } from './node.ts';

/** How far back a range reaches. */
export interface Window {
  readonly type: 'window';
  readonly node: WindowNode;
}

/** What a function that takes a range accepts: `'5m'`, `rateInterval`, or the `window` that a signal's query is given. */
export type WindowLike = Window | DurationText | Duration;

/** A node as the window that functions take. */
export function windowOf(node: WindowNode): Window {
  return Object.freeze({ type: 'window', node: Object.freeze(node) });
}

function variable(name: string): Window {
  return windowOf({ kind: 'variable', name });
}

/**
 * `$__rate_interval`: long enough for rate() at the panel's resolution and the data source's scrape interval.
 *
 * @example rate(http_requests_total, rateInterval) // rate(http_requests_total{job="shop"}[$__rate_interval])
 */
export const rateInterval: Window = variable('$__rate_interval');
/**
 * `$__interval`: the panel's resolution.
 *
 * @example maxOverTime(redis_memory_used_bytes, interval) // max_over_time(redis_memory_used_bytes{job="redis"}[$__interval])
 */
export const interval: Window = variable('$__interval');
/**
 * `$__range`: the whole time range that the dashboard shows.
 *
 * @example increase(http_requests_total, dashboardRange) // increase(http_requests_total{job="shop"}[$__range])
 */
export const dashboardRange: Window = variable('$__range');

/**
 * An interval variable of a dashboard, by its name.
 *
 * @example rate(http_requests_total, intervalVariable('window')) // rate(http_requests_total{job="shop"}[$window])
 */
export function intervalVariable(name: string): Window {
  return variable(`$${name}`);
}

/**
 * `step()`: the resolution of the query itself, as Prometheus knows it. In a rule it is 0, and refused.
 *
 * @example maxOverTime(redis_memory_used_bytes, times(step, 4)) // max_over_time(redis_memory_used_bytes{job="redis"}[step() * 4])
 */
export const step: Window = computed({ kind: 'step' });
/**
 * `range()`: from the beginning of the query to its end. In a rule it is 0, and refused.
 *
 * @example increase(http_requests_total, range) // increase(http_requests_total{job="shop"}[range()])
 */
export const range: Window = computed({ kind: 'query range' });

function computed(of: SpanTerm): Window {
  return windowOf({ kind: 'computed', of });
}

function operation(operator: SpanOperation, left: WindowLike, right: SpanTerm): Window {
  return computed({ kind: 'span operation', operator, left: termOf(left), right });
}

type SpanOperation = Extract<SpanTerm, { readonly kind: 'span operation' }>['operator'];

function termOf(window: WindowLike): SpanTerm {
  const node = windowNode(window);
  if (node.kind === 'computed') return node.of;
  return node.kind === 'variable' ? node : { kind: 'span', value: node.duration.ms / 1000, as: 'duration' };
}

/**
 * A window and some more.
 *
 * @example rate(http_requests_total, longerBy(rateInterval, '1m')) // rate(http_requests_total{job="shop"}[$__rate_interval + 1m])
 */
export function longerBy(window: WindowLike, by: WindowLike): Window {
  return operation('+', window, termOf(by));
}

/**
 * A window and some less.
 *
 * @example maxOverTime(redis_memory_used_bytes, shorterBy(dashboardRange, '1h')) // max_over_time(redis_memory_used_bytes{job="redis"}[$__range - 1h])
 */
export function shorterBy(window: WindowLike, by: WindowLike): Window {
  return operation('-', window, termOf(by));
}

/**
 * A window so many times as long.
 *
 * @throws TypeError for a factor that is not greater than 0.
 * @example rate(http_requests_total, times(interval, 4)) // rate(http_requests_total{job="shop"}[$__interval * 4])
 */
export function times(window: WindowLike, factor: number): Window {
  if (!(factor > 0 && Number.isFinite(factor))) {
    throw new TypeError(`times(): a window ${factor} times as long reaches nowhere: give a number greater than 0.`);
  }
  return operation('*', window, { kind: 'span', value: factor, as: 'seconds' });
}

/**
 * The longer of two windows.
 *
 * @example rate(http_requests_total, maxOf(times(step, 4), '1m')) // rate(http_requests_total{job="shop"}[max_of(step() * 4, 1m)])
 */
export function maxOf(a: WindowLike, b: WindowLike): Window {
  return operation('max_of', a, termOf(b));
}

/**
 * The shorter of two windows.
 *
 * @example rate(http_requests_total, minOf(dashboardRange, '1h')) // rate(http_requests_total{job="shop"}[min_of($__range, 1h)])
 */
export function minOf(a: WindowLike, b: WindowLike): Window {
  return operation('min_of', a, termOf(b));
}

/**
 * The node of a window in any of its forms.
 *
 * @throws TypeError for a duration that is not longer than 0.
 */
export function windowNode(window: WindowLike): WindowNode {
  if (typeof window === 'object' && 'type' in window) return window.node;
  const span = duration(window);
  if (span.ms > 0) return Object.freeze({ kind: 'duration', duration: span });
  throw new TypeError(`a window of ${durationText(span)} reaches nowhere: it must be longer than 0.`);
}
