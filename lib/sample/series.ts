/**
 * Invented series for a query: their labels, and their values over the time shown. They depend on the query alone, so that
 * a change of one panel changes no other.
 */
import type { ResolvedQuery } from '../model/resolved.ts';
import type { Sample, SampleShape } from '../model/signal.ts';
import { isCounted } from '../units/unit.ts';
import { distinct, labelSets } from './label-sets.ts';
import { random, seedOf } from './random.ts';
import { drawn, isStateUnit, stateValues } from './shape.ts';
import { type Span, spanOf } from './span.ts';
import type { KnownJobs, Labels } from './target-labels.ts';
import { labelsKey, usualValues } from './target-labels.ts';
import { isLimit, isRare, isSinceStart, speaksOf, type Traits, traitsOf } from './traits.ts';

export interface SampleSeries {
  readonly labels: Labels;
  readonly values: readonly number[];
}

/** A picture with more lines than this cannot be read. */
const MAX_SERIES = 6;

/** The series of a query, with their values from the first moment shown to the last. */
export function sampleSeries(query: ResolvedQuery, jobs: KnownJobs): readonly SampleSeries[] {
  const traits = traitsOf(query);
  const span = spanOf(query, traits);
  return samplesOf(query, jobs).map((labels) => ({ labels, values: values(query, traits, span, labels) }));
}

/** The label sets of a query, few enough to draw. */
export function samplesOf(query: ResolvedQuery, jobs: KnownJobs): readonly Labels[] {
  const own = query.signal.sample?.labels ?? {};
  const wanted = new Set(query.labels);
  const found = query.language === 'promql' ? labelSets(query.node, { wanted, jobs }) : [];
  const known = found.length === 0 ? [{}] : found;
  const sets = known.flatMap((set) => completed(set, query.labels, { own, jobs }));
  const few = fewer(distinct(sets));
  return query.format === 'instant' ? few : [...few].sort((a, b) => (labelsKey(a) < labelsKey(b) ? -1 : 1));
}

interface Invented {
  readonly own: Readonly<Record<string, readonly string[]>>;
  readonly jobs: KnownJobs;
}

/** A label set with the labels that it lacks. Their values go round, so that few sets show many of them. */
function completed(set: Labels, labels: readonly string[], { own, jobs }: Invented): readonly Labels[] {
  const lists = labels.flatMap((label) => {
    const values = own[label] ?? (label in set ? undefined : usualValues(label, jobs));
    return values === undefined ? [] : [{ label, values }];
  });
  const count = Math.max(1, ...lists.map(({ values }) => values.length));
  return Array.from({ length: count }, (_, turn) => ({
    ...set,
    ...Object.fromEntries(lists.map(({ label, values }) => [label, values[turn % values.length] ?? ''])),
  }));
}

/** Leaves out values from the middle of the longest list: of statuses, the first and the last tell most. */
function fewer(sets: readonly Labels[]): readonly Labels[] {
  if (sets.length <= MAX_SERIES) return sets;
  const labels = Object.keys(sets[0] ?? {});
  const lists = labels.map((label) => ({ label, values: [...new Set(sets.map((set) => set[label] ?? ''))] }));
  const longest = lists.reduce((a, b) => (b.values.length > a.values.length ? b : a));
  const left = sets.filter((set) => set[longest.label] !== longest.values[longest.values.length >> 1]);
  return left.length === 0 ? sets.slice(0, MAX_SERIES) : fewer(left);
}

function values(query: ResolvedQuery, traits: Traits, span: Span, labels: Labels): readonly number[] {
  const { unit, signal } = query;
  const key = labelsKey(labels);
  const seed = traits.quantile === undefined ? seedOf(signal.id, key) : seedOf(traits.quantile.of, key);
  if (isStateUnit(unit)) return stateValues(unit, signal.thresholds, seed);
  const shape = shapeOf(query, traits);
  const share = signal.sample !== undefined || isWhole(query, traits, span) ? 1 : shareOf(labels, seed);
  const [low, high] = ownSpan(signal.sample, labels) ?? span;
  const raw = drawn(shape, seed, [low * share, high * share]);
  return isCounted(unit.of) && unit.per === '' && !saysFractions(signal.sample) ? raw.map(Math.round) : raw;
}

/** True where the definition gives a count in fractions: how often a budget is spent, once and a half. */
function saysFractions(sample: Sample | undefined): boolean {
  return sample?.between.every(Number.isInteger) === false;
}

/** The span that the definition gives this one series. */
function ownSpan(sample: Sample | undefined, labels: Labels): Span | undefined {
  return Object.entries(sample?.of ?? {}).flatMap(([label, spans]) => {
    const span = spans[labels[label] ?? ''];
    return span === undefined ? [] : [span];
  })[0];
}

function shapeOf(query: ResolvedQuery, traits: Traits): SampleShape {
  const { signal, unit } = query;
  if (signal.sample?.shape !== undefined) return signal.sample.shape;
  if (unit.of === 'timestamp' || isLimit(traits, query)) return 'steady';
  if (isSinceStart(traits) && unit.of === 'seconds') return 'rising';
  if (isRare(traits, query)) return 'rare';
  if (unit.of !== 'bytes' || unit.per === 'second') return 'wobbling';
  return speaksOf(traits, 'database wal table index') ? 'rising' : 'steady';
}

/** True for values that are not split between series: limits, points in time, and ratios so close to 1 that half of one would be a failure. */
function isWhole(query: ResolvedQuery, traits: Traits, [low, high]: Span): boolean {
  if (isLimit(traits, query) || isSinceStart(traits) || query.unit.of === 'timestamp') return true;
  return low > 0.5 && high <= 1;
}

/** Of all requests most succeed; other series differ by chance. */
const STATUS_SHARES: readonly (readonly [RegExp, number])[] = [
  [/^2\d\d$/, 1],
  [/^3\d\d$/, 0.2],
  [/^4\d\d$/, 0.08],
  [/^5\d\d$/, 0.03],
];

function shareOf(labels: Labels, seed: number): number {
  const chance = 0.4 + 0.6 * random(seed, 5);
  const status = Object.values(labels).flatMap((value) => STATUS_SHARES.filter(([of]) => of.test(value)));
  return chance * (status[0]?.[1] ?? 1);
}
