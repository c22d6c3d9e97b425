/** Which metrics the expressions of a model need, and what breaks when one of them goes. */
import type { MetricFacts } from '../../catalogue/metric.ts';
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
  for (const { reader, node } of all) {
    for (const selector of selected(node)) add(found, selector, reader, model);
  }
  return [...found]
    .sort(([a], [b]) => byName(a, b))
    .map(([metric, { facts, jobs, readers }]) => ({
      metric,
      ...(facts === undefined ? {} : { facts }),
      jobs: [...jobs].sort(),
      readers: [...readers.values()],
    }));
}

interface Found {
  readonly facts: MetricFacts | undefined;
  readonly jobs: Set<string>;
  readonly readers: Map<string, Reader>;
}

function add(found: Map<string, Found>, selector: SelectorNode, reader: Reader, model: ResolvedModel): void {
  const facts = factsOf(selector, model);
  const name = facts?.name ?? selector.metric;
  if (name === '') return;
  const entry = found.get(name) ?? { facts, jobs: new Set(), readers: new Map() };
  for (const job of facts === undefined ? [] : jobsOf(facts)) entry.jobs.add(job);
  entry.readers.set(readerText(reader), reader);
  found.set(name, entry);
}

function jobsOf({ source: { target } }: MetricFacts): readonly string[] {
  return target.jobs.length === 0 ? [''] : target.jobs;
}
