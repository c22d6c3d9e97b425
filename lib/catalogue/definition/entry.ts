/** One line of a catalogue: a metric's kind and its definition. */
import type { Kind, MetricDefinition } from '../metric.ts';
import type { Observed } from './observed.ts';

export interface Entry {
  readonly kind: Kind;
  readonly definition: MetricDefinition;
  /** It means the same whoever exposes it, and stands in the shared file. */
  readonly shared: boolean;
}

/** Metrics that a client library or a runtime adds to every program that uses it. */
const SHARED = /^(?:go|process|promhttp|net_conntrack|nodejs|python|jvm|dotnet)_/;

/** More values say nothing new of a label; `queryid` has no end of them. */
const MOST_VALUES = 20;

/** The catalogue's line about what was observed. */
export function entryOf({ name, kind, help, unit, labels, series, bounds }: Observed): Entry {
  const named = [...labels].sort(byName).map(([label, values]) => [label, listed(values)] as const);
  return Object.freeze({
    kind,
    shared: SHARED.test(name),
    definition: Object.freeze({
      name,
      help,
      unit,
      labels: Object.freeze(Object.fromEntries(named)),
      series: series.size,
      ...(bounds && { bounds }),
    }),
  });
}

/**
 * Values of a label as a definition lists them: sorted, 20 at most.
 *
 * @example listed(new Set(['rpush', 'lpop'])) // ['lpop', 'rpush']
 */
export function listed(values: Iterable<string>): readonly string[] {
  return Object.freeze([...new Set(values)].sort(byText).slice(0, MOST_VALUES));
}

/** Orders by code unit, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return byText(a, b);
}
