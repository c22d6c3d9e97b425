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

/** Something that Prometheus takes and a person did not mean, and its line, from 1. */
export interface Note {
  readonly line: number;
  /** A sentence without its full stop. */
  readonly says: string;
}

/** What each kind appends to the family's name by its format. */
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

/** What each kind may append to the family's name less its `_total` or `_info`, as Prometheus groups series. */
const MEMBERS: Readonly<Record<ExposedKind, readonly string[]>> = {
  counter: ['', '_total', '_created'],
  gauge: [''],
  histogram: ['', '_bucket', '_sum', '_count', '_created'],
  gaugehistogram: ['', '_bucket', '_gsum', '_gcount'],
  summary: ['', '_sum', '_count', '_created'],
  info: ['', '_info'],
  stateset: [''],
  untyped: [''],
};

/** What may stand at the end of the family's own name. */
const OWN_SUFFIX: Readonly<Partial<Record<ExposedKind, string>>> = { counter: '_total', info: '_info' };

/**
 * The names of series that belong to a family.
 *
 * @example memberNames({ name: 'orders_total', kind: 'counter' }) // ['orders', 'orders_total', 'orders_created']
 */
export function memberNames({ name, kind }: Pick<Family, 'name' | 'kind'>): readonly string[] {
  const suffix = OWN_SUFFIX[kind];
  const base = suffix !== undefined && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
  return MEMBERS[kind].map((each) => `${base}${each}`);
}

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
