/** Which metrics the expressions of a model need, and what breaks when one of them goes. */
import type { MetricFacts } from '../../catalogue/metric.ts';
import { boundOf, namedLabels } from '../../model/demands.ts';
import { byName, type Reader, type Reading, readerText, selected } from '../../model/readings.ts';
import type { ResolvedModel } from '../../model/resolved.ts';
import type { Node, SelectorNode } from '../../promql/node.ts';

/** One metric family, and its readers, each once. */
export interface Need {
  readonly metric: string;
  /** What the catalogue says of it; nothing of what a recording rule writes. */
  readonly facts?: MetricFacts;
  /** The scrape jobs that bring it, sorted; the empty name stands for every job. */
  readonly jobs: readonly string[];
  /** Those of its own labels that somebody reads, sorted; not those that the scrape job adds. */
  readonly labels: readonly string[];
  /** Upper bounds of buckets that are read by themselves, ascending: without them the answer is empty. */
  readonly bounds: readonly number[];
  readonly readers: readonly Reader[];
}

type Catalogue = Pick<ResolvedModel, 'catalogue'>;

/**
 * The families that an expression reads, each once, sorted. A histogram goes by its family's name, without `_bucket`.
 *
 * @example families(buckets(http_request_duration_seconds, '5m').node, resolved) // ['http_request_duration_seconds']
 */
export function families(node: Node, model: Catalogue): readonly string[] {
  const names = selected(node).map((selector) => factsOf(selector, model)?.name ?? selector.metric);
  return [...new Set(names)].filter((name) => name !== '').sort(byName);
}

/** What is known of a selector's metric; a tree that was parsed from text has to look it up. */
function factsOf({ metric, facts }: SelectorNode, { catalogue }: Catalogue): MetricFacts | undefined {
  return facts ?? catalogue.get(metric);
}

/** Of all needs those that exporters must meet. Series that the model records itself are not among them. */
export function exporterNeeds(model: ResolvedModel, all: readonly Need[]): readonly Need[] {
  const recorded = recordedNames(model);
  return all.filter(({ metric }) => !recorded.has(metric));
}

/** The names that recording rules write. */
function recordedNames(model: ResolvedModel): ReadonlySet<string> {
  const rules = model.groups.flatMap((group) => group.rules);
  return new Set(rules.filter(({ kind }) => kind === 'recording').map(({ name }) => name));
}

/** Everything that is read, recorded series included, sorted by name. */
export function needs(model: ResolvedModel, all: readonly Reading[]): readonly Need[] {
  const found = new Map<string, Found>();
  for (const [node, readers] of readersByTree(all)) {
    const read = selected(node);
    const named = read.length === 0 ? new Set<string>() : namedLabels(node);
    for (const selector of read) add(found, selector, { readers, named }, model);
  }
  return [...found]
    .sort(([a], [b]) => byName(a, b))
    .map(([metric, { facts, jobs, labels, bounds, readers }]) => ({
      metric,
      ...(facts === undefined ? {} : { facts }),
      jobs: [...jobs].sort(),
      labels: [...labels].sort(byName),
      bounds: [...bounds].sort((a, b) => a - b),
      readers: [...readers.values()],
    }));
}

/** Of a thousand dashboards most ask alike, and share the trees of what they ask: each is looked at once. */
function readersByTree(all: readonly Reading[]): ReadonlyMap<Node, readonly Reader[]> {
  const found = new Map<Node, Reader[]>();
  for (const { reader, node } of all) {
    const readers = found.get(node);
    if (readers === undefined) found.set(node, [reader]);
    else readers.push(reader);
  }
  return found;
}

interface Found {
  readonly facts: MetricFacts | undefined;
  readonly jobs: Set<string>;
  readonly labels: Set<string>;
  readonly bounds: Set<number>;
  readonly readers: Map<string, Reader>;
}

/** Who reads, and every label that is named anywhere in the expression. */
interface ReadIn {
  readonly readers: readonly Reader[];
  readonly named: ReadonlySet<string>;
}

function add(
  found: Map<string, Found>,
  selector: SelectorNode,
  { readers, named }: ReadIn,
  model: ResolvedModel,
): void {
  const facts = factsOf(selector, model);
  const name = facts?.name ?? selector.metric;
  if (name === '') return;
  const entry = found.get(name) ?? { facts, jobs: new Set(), labels: new Set(), bounds: new Set(), readers: new Map() };
  for (const job of facts === undefined ? [] : jobsOf(facts)) entry.jobs.add(job);
  const own = Object.keys(facts?.labels ?? {});
  const matched = selector.matchers.map(({ label }) => label);
  for (const label of own) if (named.has(label) || matched.includes(label)) entry.labels.add(label);
  for (const bound of selector.matchers.map(boundOf)) if (bound !== undefined) entry.bounds.add(bound);
  for (const reader of readers) entry.readers.set(readerText(reader), reader);
  found.set(name, entry);
}

function jobsOf({ source: { target } }: MetricFacts): readonly string[] {
  return target.jobs.length === 0 ? [''] : target.jobs;
}
