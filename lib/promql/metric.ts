/**
 * Metrics as typed selectors. A catalogue file holds one constant per metric; what may be done with it follows from its
 * kind: a counter must pass through rate() or increase(), a histogram through its quantile, a gauge is a value as it is.
 */
import { type Kind, type MetricFacts, type MetricInput, metricDefinition, type Source } from '../catalogue/metric.ts';
import { type DurationText, duration } from '../units/duration.ts';
import { count, type Unit } from '../units/unit.ts';
import type { Expr } from './expr.ts';
import { type LabelSet, labelSet } from './expr.ts';
import { matchers, type Where } from './matcher.ts';
import type { Matcher, SelectorNode } from './node.ts';

/** What every selector has: its facts, and how to narrow it or to look at another time. */
interface Selectable<L extends string> {
  readonly kind: 'metric';
  readonly facts: MetricFacts;
  readonly node: SelectorNode;
  readonly labels: LabelSet<L>;
}

/** A number that only grows, but for restarts. */
export interface Counter<in out L extends string, out U extends Unit = Unit> extends Selectable<L> {
  readonly type: 'counter: take its rate() or increase()';
  readonly unit: U;
  where(where: Where<L>): Counter<L, U>;
  offset(by: DurationText): Counter<L, U>;
  at(time: number | 'start' | 'end'): Counter<L, U>;
}

/** A number that goes up and down. It is an expression as it stands. */
export interface Gauge<in out L extends string, out U extends Unit = Unit> extends Expr<L, U>, Selectable<L> {
  readonly node: SelectorNode;
  where(where: Where<L>): Gauge<L, U>;
  offset(by: DurationText): Gauge<L, U>;
  at(time: number | 'start' | 'end'): Gauge<L, U>;
}

/** A classic histogram; `B` are the bounds of its buckets. */
export interface Histogram<in out L extends string, out U extends Unit = Unit, out B extends number = number>
  extends Selectable<L> {
  readonly type: 'histogram: take buckets(), countRate() or histogramAverage()';
  readonly unit: U;
  readonly bounds: readonly B[];
  where(where: Where<L>): Histogram<L, U, B>;
  offset(by: DurationText): Histogram<L, U, B>;
  at(time: number | 'start' | 'end'): Histogram<L, U, B>;
}

/** A native histogram: buckets without a label. */
export interface NativeHistogram<in out L extends string, out U extends Unit = Unit> extends Selectable<L> {
  readonly type: 'native histogram: take nativeRate() of it';
  readonly unit: U;
  where(where: Where<L>): NativeHistogram<L, U>;
  offset(by: DurationText): NativeHistogram<L, U>;
  at(time: number | 'start' | 'end'): NativeHistogram<L, U>;
}

/** A summary: quantiles that the exporter computed, `B`, and a sum and a count. */
export interface Summary<in out L extends string, out U extends Unit = Unit, out B extends number = number>
  extends Selectable<L> {
  readonly type: 'summary: take summaryQuantile(), countRate() or histogramAverage()';
  readonly unit: U;
  readonly bounds: readonly B[];
  where(where: Where<L>): Summary<L, U, B>;
  offset(by: DurationText): Summary<L, U, B>;
  at(time: number | 'start' | 'end'): Summary<L, U, B>;
}

/** A metric whose kind nobody has stated. */
export interface Untyped<in out L extends string, out U extends Unit = Unit> extends Selectable<L> {
  readonly type: 'untyped: state its kind in the overrides of its catalogue file';
  readonly unit: U;
  where(where: Where<L>): Untyped<L, U>;
}

const TYPES = {
  counter: 'counter: take its rate() or increase()',
  gauge: 'instant vector',
  info: 'instant vector',
  histogram: 'histogram: take buckets(), countRate() or histogramAverage()',
  'native histogram': 'native histogram: take nativeRate() of it',
  summary: 'summary: take summaryQuantile(), countRate() or histogramAverage()',
  untyped: 'untyped: state its kind in the overrides of its catalogue file',
} as const satisfies Readonly<Record<Kind, string>>;

class Selected {
  readonly kind = 'metric';
  readonly type: string;
  readonly facts: MetricFacts;
  readonly node: SelectorNode;
  readonly labels: LabelSet<string>;
  readonly unit: Unit;
  readonly bounds: readonly number[];

  constructor(type: string, facts: MetricFacts, node: SelectorNode, labels: LabelSet<string>, unit: Unit) {
    this.type = type;
    this.facts = facts;
    this.node = Object.freeze(node);
    this.labels = labels;
    this.unit = unit;
    this.bounds = facts.bounds ?? [];
    Object.freeze(this);
  }

  where(where: Where<string>): Selected {
    const added = matchers(where);
    for (const { label } of added) assertLabel(this, label);
    return this.#with({ matchers: Object.freeze([...this.node.matchers, ...added]) });
  }

  offset(by: DurationText): Selected {
    return this.#with({ offset: duration(by) });
  }

  at(at: number | 'start' | 'end'): Selected {
    return this.#with({ at });
  }

  #with(change: Partial<SelectorNode>): Selected {
    return new Selected(this.type, this.facts, { ...this.node, ...change }, this.labels, this.unit);
  }
}

function assertLabel({ facts, labels }: Selected, label: string): void {
  if (labels.names.includes(label)) return;
  throw new TypeError(`${facts.name} has no label '${label}'; it has ${labels.names.join(', ')}.`);
}

/** A metric of a kind that is known only at run time, such as one read from a file. */
export function metric(kind: Kind, from: Source, definition: MetricInput): MetricFacts {
  return Object.freeze({ ...metricDefinition(definition), kind, source: from });
}

// The one place where the compiler takes our word: the class serves all kinds, `type` says which one a value is.
function select<T>(
  type: string,
  facts: MetricFacts,
  node: SelectorNode,
  labels: { readonly names: readonly string[] },
  unit: Unit,
): T {
  return new Selected(type, facts, node, labelSet(labels.names), unit) as T;
}

function selected<T>(kind: Kind, from: Source, definition: MetricInput): T {
  const facts = metric(kind, from, definition);
  const node: SelectorNode = { kind: 'selector', metric: facts.name, matchers: Object.freeze([]), facts };
  return select(TYPES[kind], facts, node, { names: [...Object.keys(facts.labels), ...from.target.labels] }, facts.unit);
}

/**
 * A counter of `from`'s exporter; its labels are its own and the target's.
 *
 * @example
 * counter(source(redis, { version: '1.88.0' }), {
 *   name: 'redis_commands_total',
 *   help: 'Calls of each command.',
 *   unit: unit.count('commands'),
 *   labels: { cmd: ['lpop', 'rpush'] },
 * });
 * // redis_commands_total
 */
export function counter<T extends string, const L extends string = never, U extends Unit = Unit>(
  from: Source<T>,
  definition: MetricInput<L, U>,
): Counter<T | L, U> {
  return selected('counter', from, definition);
}

/**
 * A gauge of `from`'s exporter.
 *
 * @example
 * gauge(source(redis, { version: '1.88.0' }), { name: 'redis_memory_used_bytes', help: 'Memory in use.', unit: unit.bytes })
 * // redis_memory_used_bytes
 */
export function gauge<T extends string, const L extends string = never, U extends Unit = Unit>(
  from: Source<T>,
  definition: MetricInput<L, U>,
): Gauge<T | L, U> {
  return selected('gauge', from, definition);
}

/**
 * A metric that is always 1 and whose labels are the information.
 *
 * @example
 * info(source(shop, { version: '1.0.0' }), {
 *   name: 'shop_build_info',
 *   help: 'The version that runs.',
 *   unit: unit.count('builds'),
 *   labels: { version: ['1.0.0'] },
 * });
 * // shop_build_info
 */
export function info<T extends string, const L extends string = never, U extends Unit = Unit>(
  from: Source<T>,
  definition: MetricInput<L, U>,
): Gauge<T | L, U> {
  return selected('info', from, definition);
}

/**
 * A classic histogram of `from`'s exporter, with the bounds of its buckets.
 *
 * @example
 * histogram(source(shop, { version: '1.0.0' }), {
 *   name: 'http_request_duration_seconds',
 *   help: 'Time from the request to the answer.',
 *   unit: unit.seconds,
 *   bounds: [0.1, 0.5, 1],
 * }).bounds;
 * // [0.1, 0.5, 1]
 */
export function histogram<
  T extends string,
  const L extends string = never,
  U extends Unit = Unit,
  const B extends number = number,
>(from: Source<T>, definition: MetricInput<L, U> & { readonly bounds: readonly B[] }): Histogram<T | L, U, B> {
  return selected('histogram', from, definition);
}

/**
 * A native histogram of `from`'s exporter.
 *
 * @example
 * nativeHistogram(source(shop, { version: '1.0.0' }), {
 *   name: 'http_response_size_bytes',
 *   help: 'Sizes of the answers.',
 *   unit: unit.bytes,
 * });
 * // http_response_size_bytes
 */
export function nativeHistogram<T extends string, const L extends string = never, U extends Unit = Unit>(
  from: Source<T>,
  definition: MetricInput<L, U>,
): NativeHistogram<T | L, U> {
  return selected('native histogram', from, definition);
}

/**
 * A summary of `from`'s exporter, with the quantiles that it exposes.
 *
 * @example
 * summary(source(shop, { version: '1.0.0' }), {
 *   name: 'cache_duration_seconds',
 *   help: 'Time for one look into the cache.',
 *   unit: unit.seconds,
 *   bounds: [0.5, 0.99],
 * });
 * // cache_duration_seconds
 */
export function summary<
  T extends string,
  const L extends string = never,
  U extends Unit = Unit,
  const B extends number = number,
>(from: Source<T>, definition: MetricInput<L, U> & { readonly bounds: readonly B[] }): Summary<T | L, U, B> {
  return selected('summary', from, definition);
}

/**
 * A metric of unknown kind: nothing can be done with it until an override states the kind.
 *
 * @example
 * untyped(source(redis, { version: '1.88.0' }), { name: 'redis_lists', help: 'Lists.', unit: unit.count('lists') })
 * // redis_lists
 */
export function untyped<T extends string, const L extends string = never, U extends Unit = Unit>(
  from: Source<T>,
  definition: MetricInput<L, U>,
): Untyped<T | L, U> {
  return selected('untyped', from, definition);
}

/**
 * The series of a histogram or summary that count observations, as a counter: all of them (`_count`), or those of one
 * bucket (`_bucket` with a matcher for `le`).
 */
export function observations<L extends string>(
  of: Histogram<L> | Summary<L>,
  suffix: '_count' | '_bucket',
  extra: readonly Matcher[] = [],
): Counter<L, Unit<'observations', ''>> {
  const node = { ...of.node, metric: `${of.node.metric}${suffix}`, matchers: [...of.node.matchers, ...extra] };
  return select(TYPES.counter, of.facts, node, of.labels, count('observations'));
}
