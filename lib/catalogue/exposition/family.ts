/**
 * What an exposition says, as data: metric families with their samples, nothing added and nothing left out.
 * Formats: https://prometheus.io/docs/instrumenting/exposition_formats/ (text 0.0.4) and
 * https://prometheus.io/docs/specs/om/open_metrics_spec/ (OpenMetrics 1.0).
 */

/** The two text formats that exporters speak. */
export type Format = 'prometheus text' | 'openmetrics';

/** A family's type. `untyped` stands for OpenMetrics' `unknown` too. */
export const exposedKinds = [
  'counter',
  'gauge',
  'histogram',
  'gaugehistogram',
  'summary',
  'info',
  'stateset',
  'untyped',
] as const;

export type ExposedKind = (typeof exposedKinds)[number];

/** A trace or the like that stands for one observation. */
export interface Exemplar {
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
  /** In seconds since 1970. */
  readonly timestamp?: number;
}

export interface Sample {
  /** As it stands in the line: with `_bucket`, `_total` and so on. */
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
  /** In seconds since 1970, whatever the format counts in. */
  readonly timestamp?: number;
  readonly exemplar?: Exemplar;
}

export interface Family {
  /** As TYPE names it: OpenMetrics names a counter without its `_total`. */
  readonly name: string;
  readonly kind: ExposedKind;
  readonly help: string;
  /** Only where the exposition states it. */
  readonly unit?: string;
  readonly samples: readonly Sample[];
}

/** What each kind may append to the family's name. */
export const suffixes: Readonly<Record<Format, Readonly<Record<ExposedKind, readonly string[]>>>> = {
  'prometheus text': {
    counter: [''],
    gauge: [''],
    histogram: ['_bucket', '_sum', '_count'],
    gaugehistogram: ['_bucket', '_gsum', '_gcount'],
    summary: ['', '_sum', '_count'],
    info: [''],
    stateset: [''],
    untyped: [''],
  },
  openmetrics: {
    counter: ['_total', '_created'],
    gauge: [''],
    histogram: ['_bucket', '_sum', '_count', '_created'],
    gaugehistogram: ['_bucket', '_gsum', '_gcount'],
    summary: ['', '_sum', '_count', '_created'],
    info: ['_info'],
    stateset: [''],
    untyped: [''],
  },
};

/** How each format writes the kinds in a TYPE line. */
export const typeWords: Readonly<Record<Format, ReadonlyMap<string, ExposedKind>>> = {
  'prometheus text': new Map([
    ['counter', 'counter'],
    ['gauge', 'gauge'],
    ['histogram', 'histogram'],
    ['summary', 'summary'],
    ['untyped', 'untyped'],
  ]),
  openmetrics: new Map([
    ['counter', 'counter'],
    ['gauge', 'gauge'],
    ['histogram', 'histogram'],
    ['gaugehistogram', 'gaugehistogram'],
    ['summary', 'summary'],
    ['info', 'info'],
    ['stateset', 'stateset'],
    ['unknown', 'untyped'],
  ]),
};

/**
 * What the last family of an exposition still lacks, or undefined when nothing is missing: a connection that breaks off
 * between two lines leaves a text in which every line is right.
 */
export function missingFrom({ name, kind, samples }: Family): string | undefined {
  if (kind !== 'histogram' && kind !== 'summary') return undefined;
  const last = samples.at(-1);
  if (last === undefined) return undefined;
  const group = samples.filter((sample) => groupKey(sample) === groupKey(last));
  const has = (suffix: string): boolean => group.some((sample) => sample.name === `${name}${suffix}`);
  if (kind === 'histogram' && has('_bucket') && !group.some(isInfinite)) return `'${name}_bucket{le="+Inf"}'`;
  const absent = ['_sum', '_count'].find((suffix) => !has(suffix));
  return absent === undefined ? undefined : `'${name}${absent}'`;
}

function isInfinite({ labels }: Sample): boolean {
  return labels.get('le') === '+Inf';
}

/** The labels that the buckets, quantiles, sum and count of one series have in common. */
function groupKey({ labels }: Sample): string {
  const shared = [...labels].filter(([label]) => label !== 'le' && label !== 'quantile');
  return JSON.stringify(shared.sort());
}
