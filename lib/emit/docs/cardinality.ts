/**
 * How many series an expression reads and answers with, as an estimate from what the scrapes showed: a number to compare
 * two versions of a query by, and no promise. The catalogue keeps at most 20 values of a label.
 */
import { type MetricFacts, scrapeJobNames } from '../../catalogue/metric.ts';
import { selected } from '../../model/readings.ts';
import type { ResolvedModel, ResolvedRecordingRule } from '../../model/resolved.ts';
import type { ScrapeJob } from '../../model/scrape-job.ts';
import type { Node, SelectorNode } from '../../promql/node.ts';

export interface Cardinality {
  /** Series that Prometheus loads. */
  readonly reads: number;
  /** Series of the answer: the values of its labels multiplied, and never more than are read. */
  readonly answers: number;
}

/** Estimates an expression with the labels of its answer. */
export type Estimate = (node: Node, labels: readonly string[]) => Cardinality;

/**
 * Estimates the expressions of a model. A recorded series counts as what its rule answers with.
 *
 * @example estimator(resolved)(sum(rate(http_requests_total, '5m'), { by: ['method'] }).node, ['method'])
 * // { reads: 1, answers: 1 }
 */
export function estimator({ jobs, groups }: Pick<ResolvedModel, 'jobs' | 'groups'>): Estimate {
  const rules = recordingRules(groups);
  const answers = new Map<string, number>();

  const estimate: Estimate = (node, labels) => {
    const reads = sum(selected(node).map(seriesOf));
    const sources = sourcesOf(node, rules);
    const combinations = product(
      labels.map((label) => Math.max(1, ...sources.map((from) => values(label, from, jobs)))),
    );
    return { reads, answers: Math.min(combinations, Math.max(reads, 1)) };
  };
  const seriesOf = (selector: SelectorNode): number => {
    const rule = rules.get(selector.metric);
    return rule === undefined ? scraped(selector, jobs) : answersOf(rule);
  };
  const answersOf = (rule: ResolvedRecordingRule): number => {
    const known = answers.get(rule.name);
    if (known !== undefined) return known;
    // A rule may read its own past: it then finds this.
    answers.set(rule.name, 1);
    const found = estimate(rule.node, rule.labels).answers;
    answers.set(rule.name, found);
    return found;
  };
  return estimate;
}

type Rules = ReadonlyMap<string, ResolvedRecordingRule>;
type Jobs = readonly ScrapeJob[];

function recordingRules(groups: ResolvedModel['groups']): Rules {
  const all = groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'recording'));
  return new Map(all.map((rule) => [rule.name, rule]));
}

/** The scraped metrics behind an expression, those behind recorded series included. */
function sourcesOf(node: Node, rules: Rules, seen: Set<string> = new Set()): readonly SelectorNode[] {
  return selected(node).flatMap((selector) => {
    const rule = rules.get(selector.metric);
    if (rule === undefined) return [selector];
    if (seen.has(rule.name)) return [];
    seen.add(rule.name);
    return sourcesOf(rule.node, rules, seen);
  });
}

/** Series of one scrape, times the instances, less what the matchers pin. A series that nobody knows counts as one. */
function scraped({ facts, metric, matchers }: SelectorNode, jobs: Jobs): number {
  if (facts === undefined) return 1;
  const pinned = matchers.filter(({ operator }) => operator === '=').map(({ label }) => ownValues(label, facts));
  const perInstance = facts.series * shareOf(metric.slice(facts.name.length), facts);
  return Math.max(1, Math.ceil((perInstance * instances(facts, jobs)) / product(pinned)));
}

/** The part of a family's series that one suffix has. */
function shareOf(suffix: string, { kind, bounds = [] }: MetricFacts): number {
  if (kind !== 'histogram') return 1;
  const buckets = bounds.length + 1;
  return (suffix === '_bucket' ? buckets : 1) / (buckets + 2);
}

function ownValues(label: string, facts: MetricFacts): number {
  if (!Object.hasOwn(facts.labels, label)) return 1;
  // The values of ids are not kept: each series may have its own.
  return Math.max(1, facts.labels[label]?.length || facts.series);
}

function instances(facts: MetricFacts, jobs: Jobs): number {
  const targets = jobsOf(facts, jobs).flatMap((job) => job.static.map((group) => group.targets.length));
  return Math.max(1, sum(targets));
}

function jobsOf({ source }: MetricFacts, jobs: Jobs): Jobs {
  const names = scrapeJobNames(source.target);
  return names.length === 0 ? jobs : jobs.filter(({ job }) => names.includes(job));
}

/** How many values a label has, as far as is known: an exporter's own, or a target's. */
function values(label: string, { facts, matchers }: SelectorNode, jobs: Jobs): number {
  if (facts === undefined || matchers.some((one) => one.label === label && one.operator === '=')) return 1;
  if (Object.hasOwn(facts.labels, label)) return ownValues(label, facts);
  const own = jobsOf(facts, jobs);
  if (label === 'job') return own.length;
  const stated = own.flatMap((job) => job.static.map(({ labels }) => labels?.[label]));
  return stated.includes(undefined) ? instances(facts, jobs) : Math.max(1, new Set(stated).size);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function product(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total * number, 1);
}
