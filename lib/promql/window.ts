/** Ranges and steps: literal durations and Grafana's variables. */
import { type Duration, type DurationText, duration, durationText } from '../units/duration.ts';
import type { WindowNode } from './node.ts';

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
