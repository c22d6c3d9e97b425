/** Which series an expression yields: the label sets of its selectors, carried through aggregations and joins. */
import { scrapeJobNames } from '../catalogue/metric.ts';
import { fateOf } from '../model/metric-fate.ts';
import { anchored, replaced } from '../model/relabel.ts';
import type { AggregateNode, BinaryNode, CallNode, Matcher, Node, SelectorNode } from '../promql/node.ts';
import { exactly, namesIn } from '../promql/result/labels.ts';
import { answersWithNumber, groupedLabels, manySide, tellsAbsence } from '../promql/result/operations.ts';
import { children } from '../promql/walk.ts';
import { type KnownJobs, type Labels, labelsKey, relabelled } from './target-labels.ts';

/** The labels that matter, and what is known of the targets. */
interface Wanted {
  readonly wanted: ReadonlySet<string>;
  readonly jobs: KnownJobs;
}

/**
 * The label sets of an expression, with the labels `wanted` alone. A label whose values are not known is left out.
 *
 * `sum by (service) (rate(http_requests_total[5m]))` has `{ service: 'cart' }` and `{ service: 'shop' }`.
 */
export function labelSets(node: Node, asked: Wanted): readonly Labels[] {
  const byNode = known.get(asked.jobs) ?? new WeakMap<Node, Map<string, readonly Labels[]>>();
  known.set(asked.jobs, byNode);
  const byLabels = byNode.get(node) ?? new Map<string, readonly Labels[]>();
  byNode.set(node, byLabels);
  const labels = [...asked.wanted].join();
  const found = byLabels.get(labels) ?? labelSetsAnew(node, asked);
  byLabels.set(labels, found);
  return found;
}

/** Panels of several dashboards, and the parts and the whole of one, ask the same of the same trees. */
const known = new WeakMap<KnownJobs, WeakMap<Node, Map<string, readonly Labels[]>>>();

function labelSetsAnew(node: Node, asked: Wanted): readonly Labels[] {
  switch (node.kind) {
    case 'selector':
      return selectedSets(node, asked.wanted, asked.jobs);
    case 'aggregate':
      return aggregateSets(node, asked);
    case 'binary':
      return binarySets(node, asked);
    case 'call':
      return callSets(node, asked);
    default:
      return firstSets(children(node), asked);
  }
}

function aggregateSets({ of, grouping }: AggregateNode, asked: Wanted): readonly Labels[] {
  const kept = new Set(namesIn(groupedLabels(grouping, exactly([...asked.wanted]))));
  return distinct(labelSets(of, asked).map((set) => only(set, kept)));
}

function binarySets({ operator, left, right, matching }: BinaryNode, asked: Wanted): readonly Labels[] {
  const [a, b] = [labelSets(left, asked), labelSets(right, asked)];
  if (operator === 'or') return distinct([...a, ...b]);
  return manySide(matching) === 'right' || a.length === 0 ? b : a;
}

function callSets(node: CallNode, asked: Wanted): readonly Labels[] {
  // Invented data has no series missing.
  if (tellsAbsence(node)) return [];
  if (answersWithNumber(node) || node.function === 'vector') return [{}];
  const [of, ...rest] = node.arguments;
  if (of !== undefined && node.function === 'label_replace') return replacedSets(of, rest.map(textOf), asked);
  return firstSets(node.arguments, asked);
}

function replacedSets(of: Node, texts: readonly string[], { wanted, jobs }: Wanted): readonly Labels[] {
  const [target = '', replacement = '', source = '', regex = ''] = texts;
  const sets = labelSets(of, { wanted: new Set([...wanted, source]), jobs });
  return distinct(
    sets.map((set) => {
      const value = replaced(set[source] ?? '', regex, replacement);
      return only(value === undefined ? set : { ...set, [target]: value }, wanted);
    }),
  );
}

function textOf(node: Node): string {
  return node.kind === 'string' ? node.value : '';
}

/** Of several operands the first that has series decides: a quantile's parameter has none. */
function firstSets(nodes: readonly Node[], asked: Wanted): readonly Labels[] {
  return nodes.map((node) => labelSets(node, asked)).find((sets) => sets.length > 0) ?? [];
}

/** A metric can have thousands of series; no picture shows more than a few of them. */
const MAX_SETS = 400;

/** The label sets of a selector, with the labels `wanted` alone. */
function selectedSets(node: SelectorNode, wanted: ReadonlySet<string>, jobs: KnownJobs): readonly Labels[] {
  const names = node.facts === undefined ? [] : scrapeJobNames(node.facts.source.target);
  const known = names.length === 0 ? [...jobs.values()] : names.flatMap((name) => jobs.get(name) ?? []);
  if (names.length > 0 && known.length > 0 && known.every((job) => fateOf(node.metric, job) !== 'kept')) return [];
  const targets = known.flatMap((job) => job.targets);
  const relabel = names.length === 0 ? [] : (known[0]?.metricRelabel ?? []);
  const needed = new Set([...wanted, ...relabel.flatMap(({ source_labels = [] }) => source_labels)]);
  const start: readonly Labels[] = targets.length === 0 ? [{ job: names[0] ?? '' }] : targets;
  const unknown = (label: string): boolean => start.some((target) => !(label in target));
  const own = [...needed].filter(
    (label) => Object.hasOwn(node.facts?.labels ?? {}, label) || (unknown(label) && isNamed(node, label)),
  );
  const sets = own.reduce<readonly Labels[]>(
    (all, label) => withEach(all, label, valuesOf(node, label)),
    distinct(start.map((target) => only(target, needed))),
  );
  // As they were made, these differ, and the labels made have values that their matchers allow.
  const found = relabel.length === 0 ? sets : distinct(sets.map((set) => only(relabelled(set, relabel), wanted)));
  const open = node.matchers.filter(({ label }) => relabel.length > 0 || !own.includes(label));
  return found.filter((set) => open.every((matcher) => allows(matcher, set[matcher.label])));
}

/** The sets with each value of one label. */
function withEach(sets: readonly Labels[], label: string, values: readonly string[]): readonly Labels[] {
  const made: Labels[] = [];
  for (const set of sets) {
    for (const value of values) {
      if (made.length === MAX_SETS) return made;
      made.push({ ...set, [label]: value });
    }
  }
  return made;
}

/** Values that the selector itself names, else those that scrapes have shown and it lets through. */
function valuesOf({ matchers, facts }: SelectorNode, label: string): readonly string[] {
  const own = matchers.filter((matcher) => matcher.label === label);
  const named = own.flatMap(namedValues);
  const shown = shownValues(facts?.labels ?? {}, label);
  const values = (named.length > 0 ? named : shown).filter((value) => own.every((matcher) => allows(matcher, value)));
  const filled = values.filter((value) => value !== '');
  return [...new Set(filled.length > 0 ? filled : values)];
}

/** Of a label whose values are not kept, as ids are, one is invented. */
function shownValues(labels: Readonly<Record<string, readonly string[]>>, label: string): readonly string[] {
  if (!Object.hasOwn(labels, label)) return [];
  const values = labels[label] ?? [];
  return values.length === 0 ? [`${label}-1`] : values;
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

/** A matcher on a label whose value is not known lets every series through. */
function allows({ operator, value }: Matcher, found: string | undefined): boolean {
  if (typeof value !== 'string' || found === undefined) return true;
  const negative = operator.startsWith('!');
  const same = operator.endsWith('~') ? (anchored(value)?.test(found) ?? !negative) : value === found;
  return same !== negative;
}

/** A label set reduced to the labels that are wanted. */
function only(set: Labels, wanted: ReadonlySet<string>): Labels {
  const labels = Object.keys(set);
  if (labels.every((label) => wanted.has(label))) return set;
  const kept: Record<string, string> = {};
  for (const label of labels) if (wanted.has(label)) kept[label] = set[label] ?? '';
  return kept;
}

/** Each label set once, in order. */
export function distinct(sets: readonly Labels[]): readonly Labels[] {
  if (sets.length < 2) return sets;
  const key = keyFor(sets);
  const once = new Map<string, Labels>();
  for (const set of sets) once.set(key(set), set);
  return once.size === sets.length ? sets : [...once.values()];
}

/** What tells the sets apart: of sets with the same labels in the same order, which most lists have, the values alone. */
function keyFor(sets: readonly Labels[]): (set: Labels) => string {
  const labels = Object.keys(sets[0] ?? {});
  const isAlike = (set: Labels): boolean => {
    const own = Object.keys(set);
    return own.length === labels.length && own.every((label, index) => label === labels[index]);
  };
  return sets.every(isAlike) ? (set) => labels.map((label) => set[label]).join('\u0000') : labelsKey;
}
