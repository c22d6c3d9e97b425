/** One line of a catalogue: a metric's kind and its definition. */
import type { Kind, MetricDefinition } from '../metric.ts';
import type { Guess, Observed } from './observed.ts';

export interface Entry {
  readonly kind: Kind;
  readonly definition: MetricDefinition;
  /** It means the same whoever exposes it, and stands in the shared file. */
  readonly shared: boolean;
  /** What no scrape says, and no override yet; left out, nothing. */
  readonly guessed?: readonly Guess[];
}

/** Metrics that a client library or a runtime adds to every program that uses it. */
const SHARED = /^(?:go|process|promhttp|net_conntrack|nodejs|python|jvm|dotnet)_/;

/** More values say nothing new of a label; `queryid` has no end of them. */
const MOST_VALUES = 20;

/** The catalogue's line about what was observed. A label that is empty in every series is none to Prometheus. */
export function entryOf({ name, kind, help, unit, labels, series, bounds, guessed }: Observed): Entry {
  const filled = [...labels].filter(([, values]) => !isEmpty(values));
  const named = filled.sort(byName).map(([label, values]) => [label, listed(values)] as const);
  return Object.freeze({
    kind,
    shared: SHARED.test(name),
    ...(guessed.length > 0 && { guessed: Object.freeze(guessed) }),
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
 * True for the values of a label that is empty wherever it is.
 *
 * @example isEmpty(new Set([''])) // true
 */
export function isEmpty(values: ReadonlySet<string>): boolean {
  return [...values].every((value) => value === '');
}

/**
 * The values that a definition lists of a label; none of one that it does not have, whatever its name.
 *
 * @example valuesOf({ cmd: ['get'] }, 'constructor') // []
 */
export function valuesOf(labels: MetricDefinition['labels'], name: string): readonly string[] {
  return Object.hasOwn(labels, name) ? (labels[name] ?? []) : [];
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
