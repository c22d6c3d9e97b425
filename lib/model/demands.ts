/** From a contract to what it asks: which metrics of a service are read, by which labels and buckets, and by whom. */

import { type MetricFacts, scrapeJobNames } from '../catalogue/metric.ts';
import type { Matcher, Node, SelectorNode } from '../promql/node.ts';
import { withRawParsed } from '../promql/raw.ts';
import { compileRegexp } from '../promql/regexp/compile.ts';
import { isSynthetic } from '../promql/synthetic.ts';
import { selectors, visit } from '../promql/walk.ts';
import type { Contract } from './contract.ts';
import { lostBy } from './metric-fate.ts';
import { byName, type Reader, type Reading, readerText, readings } from './readings.ts';
import type { ResolvedModel } from './resolved.ts';

/** A label that is read, and the matchers that choose among its values: `=~ 5..`. */
export interface DemandedLabel {
  readonly name: string;
  readonly matched: readonly string[];
}

/** One metric that a service has to expose. */
export interface Demand extends Pick<MetricFacts, 'help' | 'unit' | 'kind'> {
  readonly metric: string;
  /** Sorted by name. Labels that the scrape job adds are not among them. */
  readonly labels: readonly DemandedLabel[];
  /** Upper bounds of buckets that are read by themselves, ascending. */
  readonly bounds: readonly number[];
  readonly readers: readonly Reader[];
  /** The scrape job whose `metricRelabel` drops it: exposing it is not enough. */
  readonly droppedBy?: string;
}

/** What a contract asks, sorted by metric. */
export interface Demands {
  readonly contract: Contract;
  readonly demands: readonly Demand[];
}

/** What each contract of a model asks, with its readings where somebody has them already. */
export function demandsOf(model: ResolvedModel, all: readonly Reading[] = readings(model)): readonly Demands[] {
  const parsed = all.map((reading) => ({ ...reading, node: withRawParsed(reading.node) }));
  const owned = new Set(model.contracts.flatMap(({ own }) => own));
  return model.contracts.map((contract) => {
    const found = new Map<string, Found>();
    for (const { reader, node, labels } of parsed) {
      const read = readOf(contract, owned, model, node);
      const named = read.length === 0 ? NO_NAMES : new Set([...labels, ...namedLabels(node)]);
      for (const { selector, facts } of read) add(found, facts, selector, reader, named);
    }
    const demands = [...found].sort(([a], [b]) => byName(a, b)).map(([, one]) => demandOf(one, model));
    return Object.freeze({ contract, demands: Object.freeze(demands) });
  });
}

const NO_NAMES: ReadonlySet<string> = new Set();

interface Read {
  readonly selector: SelectorNode;
  readonly facts: MetricFacts;
}

/** The selectors of an expression that can select a series of the service. */
function readOf(
  { target, labels, own }: Contract,
  owned: ReadonlySet<string>,
  { catalogue }: ResolvedModel,
  node: Node,
): readonly Read[] {
  const jobs = new Set(scrapeJobNames(target));
  return selectors(node).flatMap((selector) => {
    const facts = selector.facts ?? catalogue.get(selector.metric);
    if (facts === undefined || isSynthetic(facts.name)) return [];
    if (!scrapeJobNames(facts.source.target).some((job) => jobs.has(job))) return [];
    if (owned.has(facts.name) && !own.includes(facts.name)) return [];
    return selects(selector, labels) ? [{ selector, facts }] : [];
  });
}

function selects({ matchers }: SelectorNode, labels: Readonly<Record<string, string>>): boolean {
  return matchers.every(({ label, operator, value }) => {
    const has = labels[label];
    if (has === undefined || typeof value !== 'string') return true;
    const compiled = operator.endsWith('~') ? compileRegexp(value, { whole: true }) : undefined;
    // One that does not compile is a problem of its own: the metric is not lost for it.
    if (compiled?.ok === false) return true;
    const equal = compiled === undefined ? value === has : compiled.regexp.test(has);
    return equal !== operator.startsWith('!');
  });
}

/** Every name of a label that an expression writes, but for those of its matchers, which only their selector reads. */
export function namedLabels(tree: Node): ReadonlySet<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    const lists =
      node.kind === 'aggregate'
        ? [node.grouping?.labels]
        : node.kind === 'binary'
          ? [node.matching?.labels, node.matching?.group?.include]
          : [];
    for (const name of lists.flatMap((list) => list ?? [])) names.add(name);
    if (node.kind === 'string') names.add(node.value);
  });
  return names;
}

interface Found {
  readonly facts: MetricFacts;
  readonly labels: Map<string, Set<string>>;
  readonly bounds: Set<number>;
  readonly readers: Map<string, Reader>;
}

function add(
  found: Map<string, Found>,
  facts: MetricFacts,
  { matchers }: SelectorNode,
  reader: Reader,
  named: ReadonlySet<string>,
): void {
  const entry = found.get(facts.name) ?? { facts, labels: new Map(), bounds: new Set(), readers: new Map() };
  found.set(facts.name, entry);
  entry.readers.set(readerText(reader), reader);
  const own = Object.keys(facts.labels);
  for (const name of own.filter((label) => named.has(label))) matchedBy(entry, name);
  for (const matcher of matchers) {
    const { label, operator, value } = matcher;
    const bound = boundOf(matcher);
    if (bound !== undefined) entry.bounds.add(bound);
    if (own.includes(label)) matchedBy(entry, label).add(`${operator} ${typeof value === 'string' ? value : 'any'}`);
  }
}

function matchedBy({ labels }: Found, name: string): Set<string> {
  const matched = labels.get(name) ?? new Set<string>();
  labels.set(name, matched);
  return matched;
}

/** The bound of a bucket that a matcher picks. A whole one is matched as `1|1\.0`: servers write it in two ways. */
export function boundOf({ label, value }: Matcher): number | undefined {
  if (label !== 'le' || typeof value !== 'string') return undefined;
  const bound = Number(value.split('|')[0]);
  return Number.isFinite(bound) ? bound : undefined;
}

function demandOf({ facts, labels, bounds, readers }: Found, model: ResolvedModel): Demand {
  const { name: metric, help, unit, kind } = facts;
  const droppedBy = dropping(facts, model);
  return Object.freeze({
    ...(droppedBy === undefined ? {} : { droppedBy }),
    metric,
    help,
    unit,
    kind,
    labels: [...labels]
      .sort(([a], [b]) => byName(a, b))
      .map(([name, matched]) => ({ name, matched: [...matched].sort(byName) })),
    bounds: [...bounds].sort((a, b) => a - b),
    readers: [...readers.values()],
  });
}

/** The first of the jobs that scrape a metric, where none of them keeps it. */
function dropping({ name, kind, labels, source }: MetricFacts, { jobs }: ResolvedModel): string | undefined {
  const names = new Set(scrapeJobNames(source.target));
  const parts = kind === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
  const scraping = jobs.filter(({ job }) => names.has(job));
  const lost = parts.map((part) => lostBy(`${name}${part}`, scraping, Object.keys(labels)));
  return lost.includes(undefined) ? undefined : lost[0]?.job;
}
