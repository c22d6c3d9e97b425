/**
 * Durations as Go writes them, and Prometheus' own, which Loki takes in the same places: `1.5h`, `5m30s`, `250µs`, `1d`.
 * Source: https://pkg.go.dev/time#ParseDuration
 */

const MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};
const GO = '(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h)';
const GO_WHOLE = new RegExp(`^[-+]?(?:0|(?:${GO})+)$`);
const PROMETHEUS_WHOLE = /^(?=\d)(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/;
const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|[smhdwy])/g;

/**
 * The value of a label as Go reads a duration, in milliseconds; undefined for any other text. Days are none: Go has no
 * unit above hours.
 *
 * @example readGoDuration('1h0.5s') // 3600500
 */
export function readGoDuration(text: string): number | undefined {
  return GO_WHOLE.test(text) ? sum(text) : undefined;
}

/**
 * A duration in the text of a query, in milliseconds: Go's, or Prometheus' with its days, weeks and years.
 *
 * @example readQueryDuration('1d') // 86400000
 */
export function readQueryDuration(text: string): number | undefined {
  return GO_WHOLE.test(text) || PROMETHEUS_WHOLE.test(text) ? sum(text) : undefined;
}

function sum(text: string): number {
  let ms = 0;
  for (const [, amount = '', unit = ''] of text.matchAll(PART)) ms += Number(amount) * (MS[unit] ?? 0);
  return text.startsWith('-') ? -ms : ms;
}
