/** Spans of time: in the unit that suits their length, in words, or as a clock. */
import { type Formatted, type Formatter, fixed } from './number.ts';

interface Step {
  /** The first length that is too long for this step. */
  readonly below: number;
  readonly divisor: number;
  readonly suffix: string;
}

const SECOND = 1;
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const WEEK = 604_800;
const YEAR = 31_536_000;
/** Seconds are shown as years of 365.2421 days, all smaller units as years of 365. */
const TROPICAL_YEAR = 31_556_900;

const PLURAL: ReadonlySet<string> = new Set([' min', ' hour', ' day', ' week', ' year']);

const SECONDS: readonly Step[] = [
  { below: 1e-6, divisor: 1e-9, suffix: ' ns' },
  { below: 1e-3, divisor: 1e-6, suffix: ' µs' },
  { below: SECOND, divisor: 1e-3, suffix: ' ms' },
  { below: MINUTE, divisor: SECOND, suffix: ' s' },
  { below: HOUR, divisor: MINUTE, suffix: ' min' },
  { below: DAY, divisor: HOUR, suffix: ' hour' },
  { below: WEEK, divisor: DAY, suffix: ' day' },
  { below: YEAR, divisor: WEEK, suffix: ' week' },
  { below: Infinity, divisor: TROPICAL_YEAR, suffix: ' year' },
];

const MILLISECONDS: readonly Step[] = [
  { below: 1e3, divisor: 1, suffix: ' ms' },
  { below: 60e3, divisor: 1e3, suffix: ' s' },
  { below: 3600e3, divisor: 60e3, suffix: ' min' },
  { below: DAY * 1e3, divisor: 3600e3, suffix: ' hour' },
  { below: YEAR * 1e3, divisor: DAY * 1e3, suffix: ' day' },
  { below: Infinity, divisor: YEAR * 1e3, suffix: ' year' },
];

const MICROSECONDS: readonly Step[] = [
  { below: 1e3, divisor: 1, suffix: ' µs' },
  { below: 1e6, divisor: 1e3, suffix: ' ms' },
  { below: Infinity, divisor: 1e6, suffix: ' s' },
];

const NANOSECONDS: readonly Step[] = [
  { below: 1e3, divisor: 1, suffix: ' ns' },
  { below: 1e6, divisor: 1e3, suffix: ' µs' },
  { below: 1e9, divisor: 1e6, suffix: ' ms' },
  { below: 60e9, divisor: 1e9, suffix: ' s' },
  { below: 3600e9, divisor: 60e9, suffix: ' min' },
  { below: DAY * 1e9, divisor: 3600e9, suffix: ' hour' },
  { below: Infinity, divisor: DAY * 1e9, suffix: ' day' },
];

function stepped(steps: readonly Step[], zero?: Formatted): Formatter {
  return (value, decimals) => {
    if (value === 0 && zero !== undefined) return zero;
    const step = steps.find(({ below }) => Math.abs(value) < below);
    const { divisor, suffix } = step ?? { divisor: 1, suffix: '' };
    // Multiplied where the step is finer than the unit: 0.001 / 1e-3 is not 1 in floating point, 0.001 * 1e3 is.
    const shown = divisor < 1 ? value * Math.round(1 / divisor) : value / divisor;
    const plural = PLURAL.has(suffix) && Math.abs(shown) > 1;
    return { text: fixed(shown, decimals), suffix: plural ? `${suffix}s` : suffix };
  };
}

export const seconds: Formatter = stepped(SECONDS, { text: '0', suffix: ' s' });
export const milliseconds: Formatter = stepped(MILLISECONDS);
export const microseconds: Formatter = stepped(MICROSECONDS);
export const nanoseconds: Formatter = stepped(NANOSECONDS);

/** In milliseconds; a month of 30 days. */
const WORDS = [
  ['year', YEAR * 1e3],
  ['month', 30 * DAY * 1e3],
  ['week', WEEK * 1e3],
  ['day', DAY * 1e3],
  ['hour', HOUR * 1e3],
  ['minute', MINUTE * 1e3],
  ['second', 1e3],
  ['millisecond', 1],
] as const;

/** `2 hours, 5 minutes`: as many further units as there are decimals. */
function inWords(unit: 'second' | 'millisecond'): Formatter {
  const scale = unit === 'second' ? 1000 : 1;
  return (value, decimals = 0) => {
    if (value === 0) return { text: '0', suffix: ` ${unit}s` };
    const text = words(Math.abs(value) * scale, decimals + 1).join(', ');
    return value < 0 ? { text, suffix: ' ago' } : { text };
  };
}

function words(ms: number, max: number): readonly string[] {
  let left = ms;
  const found: string[] = [];
  for (const [word, size] of WORDS) {
    if (found.length >= max) break;
    if (found.length === 0 && left < size) continue;
    const whole = Math.floor(left / size);
    found.push(`${whole} ${word}${whole === 1 ? '' : 's'}`);
    left %= size;
  }
  return found;
}

export const secondsInWords: Formatter = inWords('second');
export const millisecondsInWords: Formatter = inWords('millisecond');
