/** Units with prefixes: the number is divided until it is short enough to read, and the prefix says by how much. */
import { type Formatter, fixed } from './number.ts';

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
export const short: Formatter = scaled({ base: 1000, suffixes: SHORT });
