/** What a metric is: the facts that a catalogue file states about each, as plain data. */
import type { Unit } from '../units/unit.ts';

/** `untyped` is what an exporter said of a metric whose kind nobody has stated yet: an override settles it. */
export const kinds = ['counter', 'gauge', 'histogram', 'native histogram', 'summary', 'info', 'untyped'] as const;

/** What a metric is, as its exporter types it. */
export type Kind = (typeof kinds)[number];

/**
 * What is scraped: its job, and the labels that the job adds to every series, which are `job`, `instance` and those of
 * relabelling. `P` are the labels that all its selectors match by equality.
 */
export interface Target<out L extends string = string, out P extends string = string> {
  /** The name of its scrape job; empty where no job is meant. */
  readonly job: string;
  /** The values that the label `job` has in its series, sorted. */
  readonly jobs: readonly string[];
  readonly labels: readonly L[];
  /** What its series are held to, wherever they have the label. */
  readonly only: Readonly<Record<string, string>>;
  readonly pinned: readonly P[];
}

/** Whose metrics a catalogue file holds: a target, and the exporter's version when the scrape was taken. */
export interface Source<out L extends string = string, out P extends string = string> {
  readonly target: Target<L, P>;
  readonly version: string;
}

/** One metric family of an exporter. */
export interface MetricDefinition<L extends string = string, out U extends Unit = Unit> {
  /** As PromQL names it: a counter with its `_total`, a histogram without `_bucket`. */
  readonly name: string;
  readonly help: string;
  readonly unit: U;
  /** The exporter's own labels, each with up to 20 values that were seen; none are kept of ids. */
  readonly labels: Readonly<Record<L, readonly string[]>>;
  /** How many series the scrape had. */
  readonly series: number;
  /** Upper bounds of a classic histogram's buckets, without +Inf; quantiles of a summary. */
  readonly bounds?: readonly number[];
}

/** A definition as it is written: without labels of its own there is one series, and neither is said. */
export interface MetricInput<L extends string = string, U extends Unit = Unit>
  extends Omit<MetricDefinition<L, U>, 'labels' | 'series'> {
  /** The exporter's own labels, each with up to 20 values that were seen; left out, it has none. */
  readonly labels?: { readonly [K in L]: readonly string[] };
  /** How many series the scrape had; left out, one. */
  readonly series?: number;
}

/** What a definition leaves out when it says nothing of labels and series. */
export const METRIC_DEFAULTS = { labels: {}, series: 1 } as const;

/** The facts about one metric of one target. */
export interface MetricFacts extends MetricDefinition {
  readonly kind: Kind;
  readonly source: Source;
}

/** What there is to say of a target besides the name of its job. */
export interface TargetOptions<L extends string, J extends readonly string[], O extends string> {
  /** What relabelling and the static labels of its job add, besides `job` and `instance`. */
  readonly labels?: readonly L[];
  /**
   * The values that the label `job` has in its series, where that is not the name of its scrape job: several jobs scrape
   * it, relabelling writes `job`, or honorLabels takes it from the exposition.
   */
  readonly jobs?: J;
  /** Labels that hold its series to a part of what is exposed; a metric without the label is not held to it. */
  readonly only?: Readonly<Record<O, string>>;
}

/** Of several jobs there is no one value that a selector could match by equality. */
type JobPinned<J extends readonly string[]> = J extends readonly [string] ? 'job' : never;

/**
 * What a scrape job scrapes. Every selector of its metrics names the job, so that metrics of one name in two jobs stay
 * apart.
 *
 * @throws TypeError for a job without a name, or an empty list of jobs.
 * @example up.of(target('redis', { labels: ['service'] })) // up{job="redis"}
 * @example up.of(target('shop', { jobs: ['shop-eu', 'shop-us'] })) // up{job=~"shop-eu|shop-us"}
 * @example target('cadvisor', { only: { project: 'shop' } }).pinned // ['job', 'project']
 */
export function target<
  const L extends string = never,
  const J extends readonly string[] = readonly [string],
  const O extends string = never,
>(job: string, options: TargetOptions<L, J, O> = {}): Target<L | 'job' | 'instance', O | JobPinned<J>> {
  const { labels = [], jobs = [job], only = {} } = options;
  if (job === '') throw new TypeError('target(): give the name of its scrape job; every target is allTargets().');
  if (jobs.length === 0) throw new TypeError(`target('${job}', { jobs: [] }): name at least one, or leave jobs out.`);
  const pinned = [...(jobs.length === 1 ? ['job'] : []), ...Object.keys(only)];
  return Object.freeze({
    job,
    jobs: Object.freeze([...new Set(jobs)].sort()),
    labels: targetLabels(labels),
    only: Object.freeze({ ...only }),
    // The compiler loses sight of the two at the end of a list that depends on the length of another.
    pinned: Object.freeze(pinned) as readonly (O | JobPinned<J>)[],
  });
}

/**
 * Every target of the model: `up` and the other series that Prometheus makes itself exist for each. `resolve()` writes
 * the model's own jobs into their selectors.
 *
 * @example up.of(allTargets({ labels: ['service'] })) // up
 */
export function allTargets<const L extends string = never>({
  labels = [],
}: Pick<TargetOptions<L, [], never>, 'labels'> = {}): Target<L | 'job' | 'instance', never> {
  return Object.freeze({ ...NO_TARGET, labels: targetLabels(labels) });
}

/** The scrape jobs that a target can belong to: the one of its name, and those that its series name. */
export function scrapeJobNames({ job, jobs }: Target): readonly string[] {
  if (job === '' || (jobs.length === 1 && jobs[0] === job)) return jobs;
  return [...new Set([job, ...jobs])];
}

/** Of a metric that no scrape job is known for: one that a rule records, or that is not bound to its target yet. */
export const NO_TARGET: Target<never, never> = Object.freeze({
  job: '',
  jobs: Object.freeze([]),
  labels: Object.freeze([]),
  only: Object.freeze({}),
  pinned: Object.freeze([]),
});

function targetLabels<L extends string>(labels: readonly L[]): readonly (L | 'job' | 'instance')[] {
  return Object.freeze([...new Set<L | 'job' | 'instance'>(['instance', 'job', ...labels])].sort());
}

/**
 * The exporter that a catalogue file was generated from.
 *
 * @example source(redis, { version: '1.88.0' }).version // '1.88.0'
 */
export function source<L extends string, P extends string>(
  of: Target<L, P>,
  facts: { readonly version: string },
): Source<L, P> {
  return Object.freeze({ target: of, version: facts.version });
}
