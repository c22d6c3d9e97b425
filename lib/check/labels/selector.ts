/** The labels that a selector's series carry: its exporter's own, its target's, and those that a matcher pins. */
import type { MetricFacts } from '../../catalogue/metric.ts';
import type { ResolvedModel } from '../../model/resolved.ts';
import type { ScrapeJob } from '../../model/scrape-job.ts';
import type { Matcher, SelectorNode } from '../../promql/node.ts';
import { ALWAYS, ANY_LABELS, type Label, type Labels, withLabels, without } from './labels.ts';
import { isSynthetic } from './synthetic.ts';

type NamedLabel = readonly [name: string, label: Label];
type Model = Pick<ResolvedModel, 'catalogue' | 'jobs'>;

/** A function that tells the labels of exporters' series, those that recording rules write not among them. */
export function metricLabels(model: Model): (selector: SelectorNode) => Labels {
  const jobs = new Map(model.jobs.map((job) => [job.job, job]));
  const known = new Map<MetricFacts, Labels>();
  const ofFacts = (facts: MetricFacts): Labels => {
    const labels = known.get(facts) ?? factsLabels(facts, jobs);
    known.set(facts, labels);
    return labels;
  };
  return (selector) => {
    const facts = selector.facts ?? model.catalogue.get(selector.metric);
    if (facts !== undefined) return withPart(ofFacts(facts), selector.metric, facts);
    return isSynthetic(selector.metric) ? ofEveryJob(jobs) : ANY_LABELS;
  };
}

function factsLabels({ labels, source }: MetricFacts, jobs: ReadonlyMap<string, ScrapeJob>): Labels {
  const own = Object.keys(labels).map((name): NamedLabel => [name, ALWAYS]);
  const { job, labels: targets } = source.target;
  if (job === '' && targets.length === 0) return withLabels(ofEveryJob(jobs), own);
  const fixed = fixedLabels(jobs.get(job));
  const ofTarget = targets.map((name): NamedLabel => [name, fixed.get(name) ?? ALWAYS]);
  return { named: new Map([...ofTarget, ...own]), others: 'never' };
}

/** Of a series that every target has, or whose target is not known: what a job adds is there on some. */
function ofEveryJob(jobs: ReadonlyMap<string, ScrapeJob>): Labels {
  const added = [...jobs.values()].flatMap(({ target }) => target.labels);
  const some = added.map((name): NamedLabel => [name, { presence: 'sometimes' }]);
  return { named: new Map<string, Label>([...some, ['instance', ALWAYS], ['job', ALWAYS]]), others: 'never' };
}

/** The target labels that have one value for all targets of a job. */
function fixedLabels(job: ScrapeJob | undefined): ReadonlyMap<string, Label> {
  if (job === undefined) return new Map();
  const written = new Set([...job.relabel, ...job.metricRelabel].map(({ target_label }) => target_label));
  const fixed = new Map<string, Label>();
  for (const name of ['job', ...job.target.labels].filter((label) => !written.has(label))) {
    const value = name === 'job' ? job.job : onlyValue(job, name);
    if (value !== undefined) fixed.set(name, { presence: 'always', value });
  }
  return fixed;
}

function onlyValue(job: ScrapeJob, label: string): string | undefined {
  const [value, ...more] = new Set(job.static.map(({ labels }) => labels?.[label]));
  return more.length === 0 ? value : undefined;
}

/** A bucket's bound and a summary's quantile are labels that the catalogue does not list. */
function withPart(labels: Labels, metric: string, { name, kind }: MetricFacts): Labels {
  if (metric === `${name}_bucket`) return withLabels(labels, [['le', ALWAYS]]);
  return kind === 'summary' && metric === name ? withLabels(labels, [['quantile', ALWAYS]]) : labels;
}

/** What matchers say of the labels: `a="x"` pins a value, `a=""` rules the label out. */
export function matched(labels: Labels, matchers: readonly Matcher[]): Labels {
  return matchers.reduce(narrowed, labels);
}

function narrowed(labels: Labels, { label, operator, value }: Matcher): Labels {
  if (typeof value !== 'string' || label === '__name__') return labels;
  if (operator === '=') {
    return value === '' ? without(labels, [label]) : withLabels(labels, [[label, { presence: 'always', value }]]);
  }
  const isThere = operator === '!=' && value === '' && labels.named.get(label)?.presence !== 'always';
  return isThere ? withLabels(labels, [[label, ALWAYS]]) : labels;
}
