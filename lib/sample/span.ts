/** Where the values of a line mostly lie: around its thresholds, else where values of its unit usually lie. */
import type { Thresholds } from '../model/field.ts';
import { isCounted, type Unit } from '../units/unit.ts';
import { random, seedOf } from './random.ts';
import { NOW } from './time.ts';
import { isLimit, isRare, isSinceStart, type Sampled, speaksOf, type Traits } from './traits.ts';

export type Span = readonly [low: number, high: number];

/** The span of a line's values. */
export function spanOf(query: Sampled, traits: Traits): Span {
  const { signal, unit } = query;
  if (signal.sample !== undefined && 'between' in signal.sample) return signal.sample.between;
  const seed = traits.quantile === undefined ? seedOf(signal.id) : seedOf(traits.quantile.of);
  const around = signal.thresholds === undefined ? undefined : aroundThresholds(signal.thresholds, unit, seed);
  const span = around ?? (isRare(traits, query) ? rareSpan(unit) : usualSpan(query, traits, seed));
  return traits.quantile === undefined ? span : atQuantile(span, traits.quantile.share);
}

/** The share of signals that stay clear of their thresholds; the rest crosses them, so that pictures show that too. */
const CALM = 0.75;

function aroundThresholds({ direction, at }: Thresholds, unit: Unit, seed: number): Span | undefined {
  // A signal may have one level alone, which the widest type forgets.
  const { warning, critical }: Partial<Thresholds['at']> = at;
  const limit = warning ?? critical;
  if (limit === undefined || limit <= 0) return undefined;
  // Where one is too many there is usually none: nothing usual lies around such a limit.
  if (direction === 'from' && limit <= 1 && unit.per === '' && isCounted(unit.of)) return undefined;
  const calm = random(seed, 0) < CALM;
  if (direction === 'from') return calm ? [0.3 * limit, 0.8 * limit] : [0.6 * limit, 1.2 * limit];
  if (unit.of === 'ratio' && limit < 1) return belowWhole(limit, calm);
  return calm ? [1.2 * limit, 2 * limit] : [0.9 * limit, 1.5 * limit];
}

/** A ratio that should be high lies between its limit and 1. */
function belowWhole(limit: number, calm: boolean): Span {
  const room = 1 - limit;
  return calm ? [limit + 0.3 * room, limit + 0.9 * room] : [limit - 0.1 * room, limit + 0.6 * room];
}

/** How far the quantiles of one histogram lie apart. */
const QUANTILES: readonly (readonly [share: number, factor: number])[] = [
  [0.5, 0.2],
  [0.75, 0.38],
  [0.9, 0.55],
  [0.95, 0.7],
  [0.99, 1],
  [0.999, 1.3],
];

function atQuantile([low, high]: Span, share: number): Span {
  const [, factor] = QUANTILES.find(([at]) => share <= at) ?? [1, 1.6];
  return [low * factor, high * factor];
}

/** Errors and the like are few: one or two, or a low rate. */
function rareSpan({ per }: Unit): Span {
  return per === 'second' ? [0, 0.2] : [0, 2];
}

interface Usual {
  readonly of: string;
  readonly per?: 'second';
  /** Words of the metric's name that must occur. */
  readonly words?: string;
  readonly span: Span;
}

const KiB = 1024;
const MiB = 1024 * KiB;
const GiB = 1024 * MiB;

/** The spans of usual measurements; the first that fits counts. */
const USUAL: readonly Usual[] = [
  { of: 'ratio', words: 'hit hits success successful available availability uptime', span: [0.96, 0.998] },
  { of: 'ratio', span: [0.12, 0.55] },
  { of: 'percent', words: 'hit hits success available', span: [96, 99.8] },
  { of: 'percent', span: [12, 55] },
  { of: 'bytes', per: 'second', span: [2 * KiB, 90 * KiB] },
  { of: 'bytes', words: 'memory mem rss heap', span: [48 * MiB, 180 * MiB] },
  { of: 'bytes', words: 'filesystem disk volume avail', span: [21 * GiB, 38 * GiB] },
  { of: 'bytes', words: 'database wal table index', span: [32 * MiB, 88 * MiB] },
  { of: 'bytes', span: [2 * MiB, 24 * MiB] },
  { of: 'seconds', span: [0.006, 0.08] },
  { of: 'milliseconds', span: [6, 80] },
  { of: 'microseconds', span: [60, 900] },
  { of: 'nanoseconds', span: [600, 9000] },
  { of: 'cores', span: [0.03, 0.42] },
  { of: 'celsius', span: [38, 61] },
  { of: 'hertz', span: [1.8e9, 2.9e9] },
  { of: 'volts', span: [11.7, 12.3] },
  { of: 'amperes', span: [0.4, 1.9] },
  { of: 'joules', span: [40, 900] },
];

const DAY = 86_400;

function usualSpan(query: Sampled, traits: Traits, seed: number): Span {
  const { unit } = query;
  if (unit.of === 'timestamp') return since(NOW / 1000 - DAY * (0.2 + 3 * random(seed, 1)));
  if (isSinceStart(traits) && unit.of === 'seconds') return since(DAY * (1 + 5 * random(seed, 1)));
  const fits = ({ of, per, words }: Usual): boolean =>
    of === unit.of && (per ?? '') === unit.per && (words === undefined || speaksOf(traits, words));
  const known = USUAL.find(fits);
  return known?.span ?? countedSpan(query, traits);
}

/** From a value on, as it grows within an hour. */
function since(value: number): Span {
  return [value, value + 3600];
}

const MAGNITUDES = [2, 5, 8, 12, 20, 40] as const;

/** Counts have no usual size; counts of the same thing have one size, so that lines can be compared. */
function countedSpan(query: Sampled, traits: Traits): Span {
  const { of, per } = query.unit;
  const pick = Math.floor(random(seedOf(of), 0) * MAGNITUDES.length);
  const size = MAGNITUDES[pick] ?? MAGNITUDES[0];
  const high = per === 'second' ? size : size * 2;
  return isLimit(traits, query) ? [high * 2.5, high * 2.5] : [0.35 * high, high];
}
