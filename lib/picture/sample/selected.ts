/** The series that a selector would find: its target's labels, its own with the values that scrapes have shown. */
import type { Matcher, SelectorNode } from '../../promql/node.ts';
import { anchored, type KnownJobs, type Labels, relabelled } from './target-labels.ts';

/** A metric can have thousands of series; no picture shows more than a few. */
const MOST = 400;

/**
 * The label sets of a selector, with the labels `wanted` alone.
 *
 * @example selectedSets(node, new Set(['service']), jobs) // [{ service: 'result' }, { service: 'vote' }]
 */
export function selectedSets(node: SelectorNode, wanted: ReadonlySet<string>, jobs: KnownJobs): readonly Labels[] {
  const job = node.facts?.source.target.job ?? '';
  const targets = jobs.get(job)?.targets ?? (job === '' ? [...jobs.values()].flatMap((known) => known.targets) : []);
  const relabel = jobs.get(job)?.metricRelabel ?? [];
  const needed = new Set([...wanted, ...relabel.flatMap(({ source_labels = [] }) => source_labels)]);
  const start: readonly Labels[] = targets.length === 0 ? [{ job }] : targets;
  const unknown = (label: string): boolean => start.some((target) => !(label in target));
  const own = [...needed].filter(
    (label) => label in (node.facts?.labels ?? {}) || (unknown(label) && isNamed(node, label)),
  );
  const sets = own.reduce<readonly Labels[]>(
    (all, label) =>
      all.flatMap((set) => valuesOf(node, label).map((value) => ({ ...set, [label]: value }))).slice(0, MOST),
    start.map((target) => only(target, needed)),
  );
  const found = sets
    .map((set) => only(relabelled(set, relabel), wanted))
    .filter((set) => node.matchers.every((matcher) => allows(matcher, set[matcher.label])));
  return distinct(found);
}

/** Values that the selector itself names, else those that scrapes have shown and it lets through. */
function valuesOf({ matchers, facts }: SelectorNode, label: string): readonly string[] {
  const own = matchers.filter((matcher) => matcher.label === label);
  const named = own.flatMap(namedValues);
  const shown = facts?.labels[label] ?? [];
  const values = (named.length > 0 ? named : shown).filter((value) => own.every((matcher) => allows(matcher, value)));
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 ? filled : values;
}

function isNamed({ matchers }: SelectorNode, label: string): boolean {
  return matchers.some((matcher) => matcher.label === label && namedValues(matcher).length > 0);
}

const LITERAL_LIST = /^(?:[\w:/ -]|\\.)+(?:\|(?:[\w:/ -]|\\.)+)*$/;

function namedValues({ operator, value }: Matcher): readonly string[] {
  if (typeof value !== 'string') return [];
  if (operator === '=') return [value];
  if (operator !== '=~' || !LITERAL_LIST.test(value) || /\\[a-zA-Z]/.test(value)) return [];
  return value.split('|').map((one) => one.replace(/\\(.)/g, '$1'));
}

/** What is unknown is not held against a series. */
function allows({ operator, value }: Matcher, found: string | undefined): boolean {
  if (typeof value !== 'string' || found === undefined) return true;
  const negative = operator.startsWith('!');
  const same = operator.endsWith('~') ? (anchored(value)?.test(found) ?? !negative) : value === found;
  return same !== negative;
}

/** A label set without what nobody asked for. */
export function only(set: Labels, wanted: ReadonlySet<string>): Labels {
  return Object.fromEntries(Object.entries(set).filter(([label]) => wanted.has(label)));
}

/** Each label set once, in order. */
export function distinct(sets: readonly Labels[]): readonly Labels[] {
  return [...new Map(sets.map((set) => [labelsKey(set), set])).values()];
}

/** A label set as one text, whatever the order of its labels. */
export function labelsKey(set: Labels): string {
  return Object.entries(set)
    .map(([label, value]) => `${label}=${value}`)
    .sort()
    .join(',');
}
