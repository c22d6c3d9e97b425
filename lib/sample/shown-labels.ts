/** Which series a picture shows of a query: their labels, few enough to be read. */
import type { ResolvedQuery } from '../model/resolved.ts';
import type { Sample } from '../model/signal.ts';
import type { Node } from '../promql/node.ts';
import { distinct, labelSets } from './label-sets.ts';
import type { KnownJobs, Labels } from './target-labels.ts';
import { labelsKey, usualValues } from './target-labels.ts';

/** A picture with more lines than this cannot be read. */
const MAX_SERIES = 6;

/** The label sets of a query, few enough to draw. */
export function samplesOf(query: ResolvedQuery, jobs: KnownJobs): readonly Labels[] {
  const { labels, signal } = query;
  const node = query.language === 'promql' ? query.node : undefined;
  const few = labelsOf({ node, labels, sample: signal.sample }, jobs);
  return query.format === 'instant' ? few : [...few].sort((a, b) => (labelsKey(a) < labelsKey(b) ? -1 : 1));
}

interface ShownExpression {
  readonly node: Node | undefined;
  readonly labels: readonly string[];
  readonly sample: Pick<Sample, 'labels'> | undefined;
}

/** The label sets of an expression, few enough to draw, as they come. */
export function labelsOf({ node, labels, sample }: ShownExpression, jobs: KnownJobs): readonly Labels[] {
  const own = sample?.labels ?? {};
  const found = node === undefined ? [] : labelSets(node, { wanted: new Set(labels), jobs });
  const said = labels.filter((label) => own[label] !== undefined);
  const known = found.length === 0 ? [{}] : differing(found, said);
  const usual = new Map(labels.map((label) => [label, usualValues(label, jobs)]));
  return fewer(distinct(known.flatMap((set) => completed(set, labels, { own, usual }))));
}

/** Sets that differ only in labels whose values the definition says come out alike: one of them is enough. */
function differing(sets: readonly Labels[], said: readonly string[]): readonly Labels[] {
  if (said.length === 0) return sets;
  return distinct(
    sets.map((set) => {
      const rest: Record<string, string> = { ...set };
      for (const label of said) if (label in rest) rest[label] = '';
      return rest;
    }),
  );
}

interface Known {
  /** Values by label, as the definition says them. */
  readonly own: Readonly<Record<string, readonly string[]>>;
  /** Those for labels of which nothing is known. */
  readonly usual: ReadonlyMap<string, readonly string[]>;
}

/** A label set with the labels that it lacks. Their values go round, so that few sets show many of them. */
function completed(set: Labels, labels: readonly string[], { own, usual }: Known): readonly Labels[] {
  if (labels.every((label) => own[label] === undefined && label in set)) return [set];
  const lists = labels.flatMap((label) => {
    const values = own[label] ?? (label in set ? undefined : usual.get(label));
    return values === undefined ? [] : [{ label, values }];
  });
  if (lists.length === 0) return [set];
  const count = Math.max(1, ...lists.map(({ values }) => values.length));
  return Array.from({ length: count }, (_, turn) => {
    const whole: Record<string, string> = { ...set };
    for (const { label, values } of lists) whole[label] = values[turn % values.length] ?? '';
    return whole;
  });
}

/** Leaves out values from the middle of the longest list: of statuses, the first and the last tell most. */
export function fewer(sets: readonly Labels[]): readonly Labels[] {
  if (sets.length <= MAX_SERIES) return sets;
  const labels = Object.keys(sets[0] ?? {});
  const lists = labels.map((label) => ({ label, values: [...new Set(sets.map((set) => set[label] ?? ''))] }));
  const longest = lists.reduce((a, b) => (b.values.length > a.values.length ? b : a));
  const left = sets.filter((set) => set[longest.label] !== longest.values[longest.values.length >> 1]);
  return left.length === 0 ? sets.slice(0, MAX_SERIES) : fewer(left);
}
