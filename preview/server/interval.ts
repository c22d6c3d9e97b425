/**
 * The steps that Grafana asks with. Source: Grafana's own rules for `$__interval` (rangeUtil.calculateInterval) and
 * `$__rate_interval` (max of interval + scrape interval and four scrape intervals).
 */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  ...[1, 2, 5, 10, 15, 20, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 20, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7].map((n) => n * DAY),
];

export interface Intervals {
  readonly intervalMs: number;
  readonly rateIntervalMs: number;
  readonly rangeMs: number;
}

export interface IntervalInput {
  readonly from: number;
  readonly to: number;
  readonly points: number;
  readonly scrapeMs: number;
  /** The shortest step that the panel allows. */
  readonly minMs: number;
}

/** Steps for a time range and the points there is room for. */
export function intervals({ from, to, points, scrapeMs, minMs }: IntervalInput): Intervals {
  const rangeMs = Math.max(to - from, SECOND);
  const least = Math.max(rangeMs / Math.max(points, 1), scrapeMs, minMs);
  const intervalMs = STEPS.find((step) => step >= least) ?? Math.ceil(least / DAY) * DAY;
  return { intervalMs, rateIntervalMs: Math.max(intervalMs + scrapeMs, 4 * scrapeMs), rangeMs };
}

/** `90s`, `5m`: as a duration that Prometheus and Loki read. */
export function span(ms: number): string {
  const whole = Math.max(1, Math.round(ms / SECOND));
  return `${whole}s`;
}
