/**
 * Invented series for a query: their labels, and their values over the time shown. They depend on the query alone, so that
 * a change of one panel changes no other.
 */
import { recordedNode } from '../model/read.ts';
import type { ResolvedQuery } from '../model/resolved.ts';
import type { AnySignal, ComputedSample, Sample, SampleShape } from '../model/signal.ts';
import type { Node } from '../promql/node.ts';
import { visit } from '../promql/walk.ts';
import { isCounted } from '../units/unit.ts';
import { labelSets } from './label-sets.ts';
import { countedSeries } from './log-series.ts';
import { random, seedOf } from './random.ts';
import { drawn, isStateUnit, MOMENTS, stateValues } from './shape.ts';
import { fewer, labelsOf, samplesOf } from './shown-labels.ts';
import { type Span, spanOf } from './span.ts';
import type { KnownJobs, Labels } from './target-labels.ts';
import { labelsKey } from './target-labels.ts';
import { isLimit, isRare, isSinceStart, type Sampled, speaksOf, type Traits, traitsOf } from './traits.ts';

export interface SampleSeries {
  readonly labels: Labels;
  readonly values: readonly number[];
}

type AnySample = Sample | ComputedSample;

/**
 * The series of a query, with their values from the first moment shown to the last. What is read from log lines is
 * counted in the examples that their streams declare.
 */
export function sampleSeries(query: ResolvedQuery, jobs: KnownJobs): readonly SampleSeries[] {
  const counted = query.language === 'logql' ? countedSeries(query) : undefined;
  if (counted !== undefined) return fewSeries(counted);
  const traits = traitsOf(query);
  const span = spanOf(query, traits);
  const single = (labels: Labels): readonly number[] => values({ query, traits, span, jobs }, labels);
  const parts = query.language === 'promql' ? wholeOf(query.node, query) : undefined;
  const valuesFor = (labels: Labels): readonly number[] =>
    (parts && together(parts, query.signal.sample, labels, { jobs, single })) ?? single(labels);
  const shown = isMeanOfRange(query, traits) ? mean : (all: readonly number[]) => all;
  return samplesOf(query, jobs).map((labels) => ({ labels, values: shown(valuesFor(labels)) }));
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

/** What a series puts together: the worst of the hosts, the sum of the states. */
interface Whole {
  readonly operator: string;
  /** Under the aggregation. */
  readonly of: Node;
  /** The labels that tell its parts apart. */
  readonly names: readonly string[];
}

/** Nothing for what is asked in its finest split, or is put together in no way that is known. */
function wholeOf(node: Node, { signal, labels }: Pick<ResolvedQuery, 'signal' | 'labels'>): Whole | undefined {
  const { names } = signal.split;
  if (node.kind !== 'aggregate' || labels.length >= names.length) return undefined;
  return node.operator in COMBINED ? { operator: node.operator, of: node.of, names } : undefined;
}

const COMBINED: Readonly<Record<string, (values: readonly number[]) => number>> = {
  max: (all) => Math.max(...all),
  min: (all) => Math.min(...all),
  sum: (all) => all.reduce((total, each) => total + each, 0),
};

/** Values put together from those of the parts, as a panel of all parts shows them. Nothing where no part is known. */
function together(
  { operator, of, names }: Whole,
  sample: AnySample | undefined,
  labels: Labels,
  asked: { readonly jobs: KnownJobs; readonly single: (labels: Labels) => readonly number[] },
): readonly number[] | undefined {
  if (computedFor(sample, labels) !== undefined) return;
  const known = labelSets(of, { wanted: new Set(names), jobs: asked.jobs });
  const said = Object.keys(sample?.labels ?? {});
  // Of what is recorded nobody knows the labels: any number of parts would be made up.
  if (known.length === 0 || !names.every((name) => said.includes(name) || known.every((set) => name in set))) return;
  const sets = labelsOf({ node: of, labels: names, sample }, asked.jobs);
  const parts = sets.filter((part) => Object.entries(labels).every(([label, value]) => part[label] === value));
  const combine = COMBINED[operator];
  if (parts.length === 0 || combine === undefined) return;
  const all = parts.map(asked.single);
  return Array.from({ length: MOMENTS }, (_, moment) => combine(all.map((each) => each[moment] ?? Number.NaN)));
}

/** Of many series those that a picture has room for, as they came. */
function fewSeries(series: readonly SampleSeries[]): readonly SampleSeries[] {
  const few = new Set(fewer(series.map(({ labels }) => labels)));
  return series.filter(({ labels }) => few.has(labels));
}

/** What the values of one signal are invented from. */
interface Invented {
  readonly query: Sampled;
  readonly traits: Traits;
  readonly span: Span;
  readonly jobs: KnownJobs;
}

function values({ query, traits, span, jobs }: Invented, labels: Labels): readonly number[] {
  const { unit, signal } = query;
  const computed = computedFor(signal.sample, labels);
  if (computed !== undefined) return computedValues(computed, labels, jobs);
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

function computedValues({ from, as }: ComputedSample, labels: Labels, jobs: KnownJobs): readonly number[] {
  const parts = from.map((signal) => valuesOf(signal, labels, jobs));
  return Array.from({ length: MOMENTS }, (_, moment) => as(...parts.map((part) => part[moment] ?? 0)));
}

/** The values of another signal for a series' labels, as far as it has them: those that its own panels show. */
function valuesOf(signal: AnySignal, labels: Labels, jobs: KnownJobs): readonly number[] {
  const source = Object.values(signal.sources).find((each) => 'finest' in each);
  if (source === undefined || !('finest' in source)) return [];
  const own = Object.fromEntries(Object.entries(labels).filter(([label]) => signal.split.names.includes(label)));
  // Panels read what is recorded, and invent it by its name.
  const recorded = signal.recording === undefined ? undefined : recordedNode(signal);
  const said = recorded === undefined ? {} : ({ language: 'promql', node: recorded } as const);
  const query: Sampled = { ...source.finest, ...said, unit: signal.unit, signal };
  const traits = traitsOf(query);
  const single = (of: Labels): readonly number[] => values({ query, traits, span: spanOf(query, traits), jobs }, of);
  const { finest } = source;
  const parts = finest.language === 'promql' ? wholeOf(finest.node, { signal, labels: Object.keys(own) }) : undefined;
  if (parts === undefined) return single(own);
  return together({ ...parts, of: recorded ?? parts.of }, signal.sample, own, { jobs, single }) ?? single(own);
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
