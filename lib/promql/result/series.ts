/** The labels that a selector's series carry: its exporter's own, its target's, and those that its matchers pin. */
import { type MetricFacts, scrapeJobNames } from '../../catalogue/metric.ts';
import type { SelectorNode } from '../node.ts';
import { isSynthetic } from '../synthetic.ts';
import { ALWAYS, ANY_LABELS, type Label, type Labels, SOMETIMES, withLabels } from './labels.ts';

/** The labels that a scrape job adds to every series. */
export interface JobLabels {
  readonly names: readonly string[];
  /** The values of those that are the same for all its targets. */
  readonly fixed: ReadonlyMap<string, string>;
  /** Whether the job takes a label off the samples. */
  readonly removes?: (label: string) => boolean;
}

/** What is known of series besides the facts that a tree carries. */
export interface KnownSeries {
  /** Metrics by the name that PromQL uses. */
  readonly catalogue: ReadonlyMap<string, MetricFacts>;
  /** Scrape jobs by name. */
  readonly jobs: ReadonlyMap<string, JobLabels>;
}

type NamedLabel = readonly [name: string, label: Label];

/** A function that tells the labels of exporters' series, those that recording rules write not among them. */
export function seriesLabels({ catalogue, jobs }: KnownSeries): (selector: SelectorNode) => Labels {
  const known = new Map<MetricFacts, Labels>();
  const ofFacts = (facts: MetricFacts): Labels => {
    const labels = known.get(facts) ?? factsLabels(facts, jobs);
    known.set(facts, labels);
    return labels;
  };
  return (selector) => {
    const facts = selector.facts ?? catalogue.get(selector.metric);
    if (facts !== undefined) return withPart(ofFacts(facts), selector.metric, facts);
    return isSynthetic(selector.metric) ? ofEveryJob(jobs) : ANY_LABELS;
  };
}

function factsLabels({ labels, source }: MetricFacts, jobs: KnownSeries['jobs']): Labels {
  const scraped = scrapeJobNames(source.target).flatMap((name) => jobs.get(name) ?? []);
  const isRemoved = (name: string): boolean =>
    scraped.length > 0 && scraped.every(({ removes }) => removes?.(name) ?? false);
  const own = Object.keys(labels).flatMap((name): readonly NamedLabel[] => (isRemoved(name) ? [] : [[name, ALWAYS]]));
  const { labels: targets } = source.target;
  if (targets.length === 0) return withLabels(ofEveryJob(jobs), own);
  // Of several jobs no value is the same for all.
  const [job, ...others] = scrapeJobNames(source.target).filter((name) => jobs.has(name));
  const fixed = job === undefined || others.length > 0 ? undefined : jobs.get(job)?.fixed;
  const ofTarget = targets.map((name): NamedLabel => {
    const value = fixed?.get(name);
    return [name, value === undefined ? ALWAYS : { presence: 'always', value }];
  });
  return { named: new Map([...ofTarget, ...own]), others: 'never' };
}

/** Of a series that every target has, or whose target is not known: what a job adds is there on some. */
function ofEveryJob(jobs: KnownSeries['jobs']): Labels {
  const some = [...jobs.values()].flatMap(({ names }) => names.map((name): NamedLabel => [name, SOMETIMES]));
  return { named: new Map<string, Label>([...some, ['instance', ALWAYS], ['job', ALWAYS]]), others: 'never' };
}

/** A bucket's bound and a summary's quantile are labels that the catalogue does not list. */
function withPart(labels: Labels, metric: string, { name, kind }: MetricFacts): Labels {
  if (metric === `${name}_bucket`) return withLabels(labels, [['le', ALWAYS]]);
  return kind === 'summary' && metric === name ? withLabels(labels, [['quantile', ALWAYS]]) : labels;
}
