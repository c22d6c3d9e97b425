/**
 * Invented series for a query: their labels, and their values over the time shown. They depend on the query alone, so that
 * a change of one panel changes no other.
 */
import { recordedSeries } from '../model/read.ts';
import type { ResolvedQuery } from '../model/resolved.ts';
import type { AnySignal, ComputedSample, Sample, SampleShape } from '../model/signal.ts';
import { visit } from '../promql/walk.ts';
import { isCounted } from '../units/unit.ts';
import { distinct, labelSets } from './label-sets.ts';
import { countedSeries } from './log-series.ts';
import { random, seedOf } from './random.ts';
import { drawn, isStateUnit, MOMENTS, stateValues } from './shape.ts';
import { type Span, spanOf } from './span.ts';
import type { KnownJobs, Labels } from './target-labels.ts';
import { labelsKey, usualValues } from './target-labels.ts';
import { isLimit, isRare, isSinceStart, type Sampled, speaksOf, type Traits, traitsOf } from './traits.ts';

export interface SampleSeries {
  readonly labels: Labels;
  readonly values: readonly number[];
}

type AnySample = Sample | ComputedSample;

/** A picture with more lines than this cannot be read. */
const MAX_SERIES = 6;

/**
 * The series of a query, with their values from the first moment shown to the last. What is read from log lines is
 * counted in the examples that their streams declare.
 */
export function sampleSeries(query: ResolvedQuery, jobs: KnownJobs): readonly SampleSeries[] {
  const counted = query.language === 'logql' ? countedSeries(query) : undefined;
  if (counted !== undefined) return fewSeries(counted);
  const traits = traitsOf(query);
  const span = spanOf(query, traits);
  const shown = isMeanOfRange(query, traits) ? mean : (all: readonly number[]) => all;
  return samplesOf(query, jobs).map((labels) => ({ labels, values: shown(values(query, traits, span, labels)) }));
}

/** True for a number that is a mean over all that the dashboard shows. */
function isMeanOfRange(query: ResolvedQuery, { functions }: Traits): boolean {
  if (query.language !== 'promql' || query.format !== 'instant') return false;
  let shown = false;
  visit(query.node, (node) => {
    if (node.kind === 'range' && node.window.kind === 'variable') shown ||= node.window.name === '$__range';
  });
  return shown && (functions.has('rate') || functions.has('avg_over_time'));
}

function mean(all: readonly number[]): readonly number[] {
  const sum = all.reduce((total, each) => total + each, 0);
  return all.map(() => sum / all.length);
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

/** Of many series those that a picture has room for, as they came. */
function fewSeries(series: readonly SampleSeries[]): readonly SampleSeries[] {
  const few = new Set(fewer(series.map(({ labels }) => labels)));
  return series.filter(({ labels }) => few.has(labels));
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

function values(query: Sampled, traits: Traits, span: Span, labels: Labels): readonly number[] {
  const { unit, signal } = query;
  const computed = computedFor(signal.sample, labels);
  if (computed !== undefined) return whole(query, computedValues(computed, labels));
  const key = labelsKey(labels);
  const seed = traits.quantile === undefined ? seedOf(signal.id, key) : seedOf(traits.quantile.of, key);
  if (isStateUnit(unit)) return stateValues(unit, signal.thresholds, seed);
  const shape = shapeOf(query, traits);
  const share = signal.sample !== undefined || isWhole(query, traits, span) ? 1 : shareOf(labels, seed);
  const own = ownOf(signal.sample, labels);
  const [low, high] = own !== undefined && !('from' in own) ? own : span;
  return whole(query, drawn(shape, seed, [low * share, high * share]));
}

/** Counts are whole numbers. */
function whole({ unit, signal }: Sampled, raw: readonly number[]): readonly number[] {
  return isCounted(unit.of) && unit.per === '' && !saysFractions(signal.sample) ? raw.map(Math.round) : raw;
}

/** True where the definition gives a count in fractions: how often a budget is spent, once and a half. */
function saysFractions(sample: AnySample | undefined): boolean {
  return sample !== undefined && 'between' in sample && !sample.between.every(Number.isInteger);
}

/** What the definition says of this one series. */
function ownOf(sample: AnySample | undefined, labels: Labels): Span | ComputedSample | undefined {
  if (sample === undefined || !('between' in sample)) return undefined;
  const said = Object.entries(sample.of ?? {}).map(([label, spans]) => spans[labels[label] ?? '']);
  return said.find((each) => each !== undefined);
}

/** How the values of a series follow from other signals, where the definition says so. */
function computedFor(sample: AnySample | undefined, labels: Labels): ComputedSample | undefined {
  if (sample !== undefined && 'from' in sample) return sample;
  const own = ownOf(sample, labels);
  return own !== undefined && 'from' in own ? own : undefined;
}

function computedValues({ from, as }: ComputedSample, labels: Labels): readonly number[] {
  const parts = from.map((signal) => valuesOf(signal, labels));
  return Array.from({ length: MOMENTS }, (_, moment) => as(...parts.map((part) => part[moment] ?? 0)));
}

/** The values of another signal for a series' labels, as far as it has them: those that its own panels show. */
function valuesOf(signal: AnySignal, labels: Labels): readonly number[] {
  const source = Object.values(signal.sources).find((each) => 'finest' in each);
  if (source === undefined || !('finest' in source)) return [];
  const own = Object.fromEntries(Object.entries(labels).filter(([label]) => signal.split.names.includes(label)));
  // Panels read what is recorded, and invent it by its name.
  const recorded =
    signal.recording === undefined ? {} : ({ language: 'promql', node: recordedSeries(signal).node } as const);
  const query: Sampled = { ...source.finest, ...recorded, unit: signal.unit, signal };
  const traits = traitsOf(query);
  return values(query, traits, spanOf(query, traits), own);
}

function shapeOf(query: Sampled, traits: Traits): SampleShape {
  const { signal, unit } = query;
  const { sample } = signal;
  if (sample !== undefined && 'between' in sample && sample.shape !== undefined) return sample.shape;
  if (unit.of === 'timestamp' || isLimit(traits, query)) return 'steady';
  if (isSinceStart(traits) && unit.of === 'seconds') return 'rising';
  if (isRare(traits, query)) return 'rare';
  if (unit.of !== 'bytes' || unit.per === 'second') return 'wobbling';
  return speaksOf(traits, 'database wal table index') ? 'rising' : 'steady';
}

/** True for values that are not split between series: limits, points in time, and ratios so close to 1 that half of one would be a failure. */
function isWhole(query: Sampled, traits: Traits, [low, high]: Span): boolean {
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
