/**
 * Numbers as Grafana writes them: about three significant digits where nothing else was asked for, and divided until they
 * are short enough to read where their unit has prefixes.
 * Source: packages/grafana-data/src/valueFormats/valueFormats.ts of Grafana 13, Apache-2.0 (described, not copied).
 */

/** A number written for people: the digits, and what stands before and after them. */
export interface Formatted {
  readonly text: string;
  readonly suffix?: string;
}

/** A formatter of one display unit; without `decimals` it decides itself. */
export type Formatter = (value: number, decimals?: number) => Formatted;

/**
 * A number with a fixed number of decimals, or as many as it needs.
 *
 * @example [0.0618, 1.5, 12.345, 999.5].map((value) => fixed(value)) // ['0.0618', '1.50', '12.3', '1000']
 */
export function fixed(value: number, decimals = usualDecimals(value)): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '-∞';
  if (value === 0) return value.toFixed(decimals);
  const factor = 10 ** Math.max(0, decimals);
  const rounded = String(Math.round(value * factor) / factor);
  return rounded.includes('e') ? rounded : padded(rounded, decimals);
}

function padded(text: string, decimals: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  return fraction.length >= decimals ? text : `${whole}.${fraction.padEnd(decimals, '0')}`;
}

function usualDecimals(value: number): number {
  if (value % 1 === 0 || !Number.isFinite(value)) return 0;
  const size = Math.abs(value);
  return Math.max(0, 2 - Math.floor(Math.log(size) / Math.LN10));
}

/**
 * Digits in groups of three, at most three decimals unless told: always as in American English, wherever it is drawn.
 *
 * @example grouped(1234567.891) // '1,234,567.891'
 */
export function grouped(value: number, decimals = 3): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: decimals });
}

const SI = ['f', 'p', 'n', 'µ', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'];
const COUNTED = ['', 'K', 'M', 'B', 'T'];
const SHORT = ['', ' K', ' Mil', ' Bil', ' Tri', ' Quadr', ' Quint', ' Sext', ' Sept'];

interface Scale {
  readonly base: number;
  readonly suffixes: readonly string[];
  /** Where in `suffixes` the number stands undivided. */
  readonly origin?: number;
}

function scaled({ base, suffixes, origin = 0 }: Scale): Formatter {
  const last = suffixes.length - 1;
  return (value, decimals) => {
    const step = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) / Math.log10(base));
    const at = Math.min(Math.max(origin + step, 0), last);
    return { text: fixed(value / base ** (at - origin), decimals), suffix: suffixes[at] ?? '' };
  };
}

/** `1.50 KiB`: powers of 1024. */
export function binary(unit: string): Formatter {
  return scaled({ base: 1024, suffixes: BINARY.map((prefix) => ` ${prefix}${unit}`) });
}

/** `1.50 kB`: powers of 1000, down to femto. */
export function decimal(unit: string): Formatter {
  return scaled({ base: 1000, suffixes: SI.map((prefix) => ` ${prefix}${unit}`), origin: SI.indexOf('') });
}

/** `1.50K req/s`: thousands, millions, billions of something that is counted. */
export function counted(unit: string): Formatter {
  return scaled({ base: 1000, suffixes: COUNTED.map((prefix) => `${prefix} ${unit}`) });
}

/** `1.50 K`: a number without a unit. */
export const shortNumber: Formatter = scaled({ base: 1000, suffixes: SHORT });
