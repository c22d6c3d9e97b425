/** Time spans as Prometheus writes them: `5m`, `1h30m`. Values, so that a whole model can be scaled in time. */

const MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000, y: 31_536_000_000 } as const;
type Suffix = keyof typeof MS;

type Two = 'wd' | 'wh' | 'dh' | 'dm' | 'hm' | 'hs' | 'ms';
type Joined<Pair extends string> = Pair extends `${infer A}${infer B}` ? `${bigint}${A}${bigint}${B}` : never;

/** A duration as a literal: `'30s'`, `'5m'`, `'1h30m'`; whole numbers, the larger unit first. */
export type DurationText = `${bigint}${Suffix}` | Joined<Two>;

/** A span of time, in milliseconds. */
export interface Duration {
  readonly ms: number;
}

const PART = /(\d+)(ms|[smhdwy])/g;
/** Each unit at most once, the largest first. */
const WHOLE = /^-?(?=\d)(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/;

/**
 * Reads a duration.
 *
 * @throws TypeError for a text that Prometheus would not read as a duration.
 * @example duration('1h30m') // { ms: 5400000 }
 */
export function duration(text: DurationText | Duration): Duration {
  if (typeof text !== 'string') return text;
  const span = parseDuration(text);
  if (span !== undefined) return span;
  throw new TypeError(
    `'${text}' is not a duration: write whole numbers with y, w, d, h, m, s or ms, the largest first, such as '1h30m'.`,
  );
}

/** The duration that a text says as Prometheus writes it; undefined for any other text. */
export function parseDuration(text: string): Duration | undefined {
  if (!WHOLE.test(text)) return undefined;
  let ms = 0;
  for (const [, amount = '', suffix = ''] of text.matchAll(PART)) ms += Number(amount) * MS[suffix as Suffix];
  return Object.freeze({ ms: text.startsWith('-') ? -ms : ms });
}

/** Largest first. A year or a week is used only when nothing is left over, as Prometheus does. */
const PRINTED = [
  ['y', true],
  ['w', true],
  ['d', false],
  ['h', false],
  ['m', false],
  ['s', false],
  ['ms', false],
] as const satisfies readonly (readonly [Suffix, boolean])[];

/**
 * Prints a duration as Prometheus does.
 *
 * @example durationText({ ms: 5400000 }) // '1h30m'
 */
export function durationText({ ms }: Duration): string {
  if (ms === 0) return '0s';
  let left = Math.abs(ms);
  let text = ms < 0 ? '-' : '';
  for (const [suffix, exactly] of PRINTED) {
    const size = MS[suffix];
    if (left < size || (exactly && left % size !== 0)) continue;
    text += `${Math.floor(left / size)}${suffix}`;
    left %= size;
  }
  return text;
}

/** The duration times `factor`, at least one millisecond. */
export function scaleDuration(span: Duration, factor: number): Duration {
  if (span.ms === 0) return span;
  const ms = Math.round(span.ms * factor);
  return Object.freeze({ ms: ms === 0 ? Math.sign(span.ms) : ms });
}
