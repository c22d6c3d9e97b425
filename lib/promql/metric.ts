/**
 * Metrics as typed selectors. A catalogue file holds one constant per metric; what may be done with it follows from its
 * kind: a counter must pass through rate() or increase(), a histogram through its quantile, a gauge is a value as it is.
 */
import {
  type Kind,
  METRIC_DEFAULTS,
  type MetricFacts,
  type MetricInput,
  type Source,
  type Target,
} from '../catalogue/metric.ts';
import { type DurationText, duration } from '../units/duration.ts';
import { count, type Unit } from '../units/unit.ts';
import { type LabelSet, labelSet } from './expr.ts';
import { type LabelMatch, matchers } from './matcher.ts';
import type { Counter, Gauge, Histogram, NativeHistogram, Summary, Untyped } from './metric-types.ts';
import type { Matcher, OffsetNode, SelectorNode } from './node.ts';
import { isTime } from './refuse/selectors.ts';
import { namesIn } from './result/labels.ts';
import { pinnedLabels } from './result/operations.ts';
import type { Window } from './window.ts';

export type { Counter, Gauge, Histogram, NativeHistogram, Summary, Untyped };

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

  /** What `absent()` answers with. */
  get pinned(): readonly string[] {
    return namesIn(pinnedLabels(this.node));
  }

  where(where: { readonly [label: string]: LabelMatch | undefined }): Selected {
    const added = matchers(where);
    for (const { label } of added) assertLabel(this, label);
    const { target } = this.facts.source;
    const kept = added.some((matcher) => isOneJobOf(target, matcher))
      ? this.node.matchers.filter(isNotOfJob)
      : this.node.matchers;
    return this.#with({ matchers: Object.freeze([...kept, ...added]) });
  }

  offset(by: DurationText | Window): Selected {
    const offset = typeof by === 'string' ? duration(by) : offsetOf(by);
    return this.#with({ offset });
  }

  at(at: number | 'start' | 'end'): Selected {
    if (typeof at === 'number' && !isTime(at)) {
      throw new TypeError(`at(${at}): give a time in seconds since 1970, 'start' or 'end'.`);
    }
    return this.#with({ at });
  }

  #with(change: Partial<SelectorNode>): Selected {
    return new Selected(this.type, this.facts, { ...this.node, ...change }, this.labels, this.unit);
  }
}

/** A fixed window is a duration like any other. */
function offsetOf({ node }: Window): OffsetNode {
  return node.kind === 'duration' ? node.duration : node;
}

/** One of a target's jobs stands in place of all of them. */
function isOneJobOf({ jobs }: Target, { label, operator, value }: Matcher): boolean {
  return label === 'job' && operator === '=' && jobs.some((job) => job === value);
}

function isNotOfJob({ label }: Matcher): boolean {
  return label !== 'job';
}

function assertLabel({ facts, labels }: Selected, label: string): void {
  if (labels.names.includes(label)) return;
  throw new TypeError(`${facts.name} has no label '${label}'; it has ${labels.names.join(', ')}.`);
}

/** A metric of a kind that is known only at run time, such as one read from a file. */
export function metric(kind: Kind, from: Source, definition: MetricInput): MetricFacts {
  const { name, help, unit, labels = METRIC_DEFAULTS.labels, series = METRIC_DEFAULTS.series, bounds } = definition;
  // Key by key: a catalogue has thousands of metrics, and spreading what was written takes several times as long.
  const facts = { labels, series, name, help, unit, kind, source: from };
  return Object.freeze(bounds === undefined ? facts : { ...facts, bounds });
}

// The one place where the compiler takes our word: the class serves all kinds, `type` says which one a value is.
function select<T>(type: string, facts: MetricFacts, node: SelectorNode, labels: LabelSet<string>, unit: Unit): T {
  return new Selected(type, facts, node, labels, unit) as T;
}

function selected<T>(kind: Kind, from: Source, definition: MetricInput): T {
  const facts = metric(kind, from, definition);
  const { labels, held } = seriesOf(from.target, Object.keys(facts.labels));
  const node: SelectorNode = { kind: 'selector', metric: facts.name, matchers: held, facts };
  return select(TYPES[kind], facts, node, labels, facts.unit);
}

/** What the metrics of a target with the same labels of their own have in common. */
interface SeriesOfTarget {
  readonly labels: LabelSet<string>;
  /** What holds a selector to its target: the job, and what else the target is held to where the metric has the label. */
  readonly held: readonly Matcher[];
}

/** By target, and by a metric's own labels: of an exporter's hundreds of metrics most have the same few, or none. */
const known = new WeakMap<Target, Map<string, SeriesOfTarget>>();

function seriesOf(target: Target, own: readonly string[]): SeriesOfTarget {
  const alike = known.get(target) ?? new Map<string, SeriesOfTarget>();
  known.set(target, alike);
  const key = JSON.stringify(own);
  const found = alike.get(key) ?? seriesAnew(target, own);
  alike.set(key, found);
  return found;
}

function seriesAnew({ jobs, labels, only }: Target, own: readonly string[]): SeriesOfTarget {
  const names = labelSet([...own, ...labels]);
  const held = Object.entries(only).filter(([label]) => names.names.includes(label));
  const where = { ...(jobs.length === 0 ? {} : { job: jobs }), ...Object.fromEntries(held) };
  return { labels: names, held: Object.freeze(matchers(where)) };
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
 * // redis_commands_total{job="redis"}
 */
export function counter<T extends string, P extends string, const L extends string = never, U extends Unit = Unit>(
  from: Source<T, P>,
  definition: MetricInput<L, U>,
): Counter<T | L, U, Extract<P, T | L>> {
  return selected('counter', from, definition);
}

/**
 * A gauge of `from`'s exporter.
 *
 * @example
 * gauge(source(redis, { version: '1.88.0' }), { name: 'redis_memory_used_bytes', help: 'Memory in use.', unit: unit.bytes })
 * // redis_memory_used_bytes{job="redis"}
 */
export function gauge<T extends string, P extends string, const L extends string = never, U extends Unit = Unit>(
  from: Source<T, P>,
  definition: MetricInput<L, U>,
): Gauge<T | L, U, Extract<P, T | L>> {
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
 * // shop_build_info{job="shop"}
 */
export function info<T extends string, P extends string, const L extends string = never, U extends Unit = Unit>(
  from: Source<T, P>,
  definition: MetricInput<L, U>,
): Gauge<T | L, U, Extract<P, T | L>> {
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
  P extends string,
  const L extends string = never,
  U extends Unit = Unit,
  const B extends number = number,
>(
  from: Source<T, P>,
  definition: MetricInput<L, U> & { readonly bounds: readonly B[] },
): Histogram<T | L, U, B, Extract<P, T | L>> {
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
 * // http_response_size_bytes{job="shop"}
 */
export function nativeHistogram<
  T extends string,
  P extends string,
  const L extends string = never,
  U extends Unit = Unit,
>(from: Source<T, P>, definition: MetricInput<L, U>): NativeHistogram<T | L, U, Extract<P, T | L>> {
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
 * // cache_duration_seconds{job="shop"}
 */
export function summary<
  T extends string,
  P extends string,
  const L extends string = never,
  U extends Unit = Unit,
  const B extends number = number,
>(
  from: Source<T, P>,
  definition: MetricInput<L, U> & { readonly bounds: readonly B[] },
): Summary<T | L, U, B, Extract<P, T | L>> {
  return selected('summary', from, definition);
}

/**
 * A metric of unknown kind: nothing can be done with it until an override states the kind.
 *
 * @example
 * untyped(source(redis, { version: '1.88.0' }), { name: 'redis_lists', help: 'Lists.', unit: unit.count('lists') })
 * // redis_lists{job="redis"}
 */
export function untyped<T extends string, P extends string, const L extends string = never, U extends Unit = Unit>(
  from: Source<T, P>,
  definition: MetricInput<L, U>,
): Untyped<T | L, U, Extract<P, T | L>> {
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
  return select(TYPES.counter, of.facts, node, labelSet<string>(of.labels.names), count('observations'));
}
