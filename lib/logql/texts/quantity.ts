/**
 * Durations, sizes and numbers as Go writes them: in the text of a query, and in the values of labels.
 * Sources: https://pkg.go.dev/time#ParseDuration, https://pkg.go.dev/github.com/dustin/go-humanize#ParseBytes
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

const POWERS = ['', 'k', 'm', 'g', 't', 'p', 'e'];
const SIZE = /^([\d.,]+)\s*([kmgtpe]?)(i?)(b?)$/i;

/**
 * The bytes that a text says, `4KB` or `1.5 GiB`: a K is a thousand, a Ki is 1024. Undefined for any other text.
 *
 * @example readBytes('1.5KiB') // 1536
 */
export function readBytes(text: string): number | undefined {
  const [, amount, prefix = '', binary] = SIZE.exec(text.trim()) ?? [];
  if (amount === undefined || (binary !== '' && prefix === '')) return undefined;
  const value = Number(amount.replaceAll(',', ''));
  if (Number.isNaN(value)) return undefined;
  return Math.floor(value * (binary === '' ? 1000 : 1024) ** POWERS.indexOf(prefix.toLowerCase()));
}

const NUMBER = /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|inf(?:inity)?|nan)$/i;

/**
 * The number that a text says; undefined for any other text.
 *
 * @example readGoNumber('1e3') // 1000
 */
export function readGoNumber(text: string): number | undefined {
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  if (!Number.isNaN(value)) return value;
  if (/nan/i.test(text)) return Number.NaN;
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
