/** What a metric is: the facts that a catalogue file states about each, as plain data. */
import type { Unit } from '../units/unit.ts';

/** `untyped` is what an exporter said of a metric whose kind nobody has stated yet: an override settles it. */
export const kinds = ['counter', 'gauge', 'histogram', 'native histogram', 'summary', 'info', 'untyped'] as const;

/** What a metric is, as its exporter types it. */
export type Kind = (typeof kinds)[number];

/** The labels that a scrape job adds to every series of a target: `job`, `instance` and what relabelling adds. */
export interface Target<out L extends string = string> {
  readonly job: string;
  readonly labels: readonly L[];
}

/** Whose metrics a catalogue file holds: a target, and the exporter's version when the scrape was taken. */
export interface Source<out L extends string = string> {
  readonly target: Target<L>;
  readonly version: string;
}

/** One metric family of an exporter. */
export interface MetricDefinition<L extends string = string, out U extends Unit = Unit> {
  /** As PromQL names it: a counter with its `_total`, a histogram without `_bucket`. */
  readonly name: string;
  readonly help: string;
  readonly unit: U;
  /** The exporter's own labels, each with up to 20 values that were seen. */
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

/** The whole definition of what was written. */
export function metricDefinition(input: MetricInput): MetricDefinition {
  return Object.freeze({ ...METRIC_DEFAULTS, ...input });
}

/** The facts about one metric of one target. */
export interface MetricFacts extends MetricDefinition {
  readonly kind: Kind;
  readonly source: Source;
}

/**
 * A scrape job's target labels.
 *
 * @example target('redis', ['service']) // { job: 'redis', labels: ['instance', 'job', 'service'] }
 */
export function target<const L extends string = never>(
  job: string,
  labels: readonly L[] = [],
): Target<L | 'job' | 'instance'> {
  const all = new Set<L | 'job' | 'instance'>(['instance', 'job', ...labels]);
  return Object.freeze({ job, labels: Object.freeze([...all].sort()) });
}

/**
 * The exporter that a catalogue file was generated from.
 *
 * @example source(redis, { version: '1.88.0' }).version // '1.88.0'
 */
export function source<L extends string>(of: Target<L>, facts: { readonly version: string }): Source<L> {
  return Object.freeze({ target: of, version: facts.version });
}
