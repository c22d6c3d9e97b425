/**
 * Families that many exporters share, such as `process_cpu_seconds_total` and `up`: the name alone says nothing of whose
 * they are, so each is bound to a target first, which selects that target's job.
 */
import {
  type Kind,
  type MetricFacts,
  type MetricInput,
  NO_TARGET,
  type Source,
  source,
  type Target,
} from '../catalogue/metric.ts';
import type { Unit } from '../units/unit.ts';
import {
  type Counter,
  counter,
  type Gauge,
  gauge,
  type Histogram,
  histogram,
  metric,
  type Summary,
  summary,
} from './metric.ts';

type Bounded<B extends number> = { readonly bounds: readonly B[] };

/** A metric that is not yet bound to a target: its facts name none. */
interface Shared {
  readonly kind: 'shared metric';
  readonly facts: MetricFacts;
}

function shared(kind: Kind, definition: MetricInput): Shared {
  return { kind: 'shared metric', facts: metric(kind, from(NO_TARGET), definition) };
}

/** A counter that many exporters expose: `of` makes it the counter of one. */
export interface SharedCounter<L extends string, U extends Unit> extends Shared {
  of<T extends string, P extends string>(target: Target<T, P>): Counter<T | L, U, Extract<P, T | L>>;
}

/** A gauge that many exporters expose: `of` makes it the gauge of one. */
export interface SharedGauge<L extends string, U extends Unit> extends Shared {
  of<T extends string, P extends string>(target: Target<T, P>): Gauge<T | L, U, Extract<P, T | L>>;
}

/** A histogram that many exporters expose: `of` makes it the histogram of one. */
export interface SharedHistogram<L extends string, U extends Unit, B extends number> extends Shared {
  of<T extends string, P extends string>(target: Target<T, P>): Histogram<T | L, U, B, Extract<P, T | L>>;
}

/** A summary that many exporters expose: `of` makes it the summary of one. */
export interface SharedSummary<L extends string, U extends Unit, B extends number> extends Shared {
  of<T extends string, P extends string>(target: Target<T, P>): Summary<T | L, U, B, Extract<P, T | L>>;
}

function from<T extends string, P extends string>(target: Target<T, P>): Source<T, P> {
  return source(target, { version: '' });
}

/**
 * A counter that many exporters expose.
 *
 * @example process_cpu_seconds_total.of(redis) // process_cpu_seconds_total{job="redis"}
 */
export function sharedCounter<const L extends string = never, U extends Unit = Unit>(
  d: MetricInput<L, U>,
): SharedCounter<L, U> {
  return Object.freeze({
    ...shared('counter', d),
    of: <T extends string, P extends string>(to: Target<T, P>) => counter(from(to), d),
  });
}

/**
 * A gauge that many exporters expose.
 *
 * @example
 * sharedGauge({ name: 'process_open_fds', help: 'Open files.', unit: unit.count('files') }).of(shop)
 * // process_open_fds{job="shop"}
 */
export function sharedGauge<const L extends string = never, U extends Unit = Unit>(
  d: MetricInput<L, U>,
): SharedGauge<L, U> {
  return Object.freeze({
    ...shared('gauge', d),
    of: <T extends string, P extends string>(to: Target<T, P>) => gauge(from(to), d),
  });
}

/**
 * A metric that is always 1 and whose labels are the information, exposed by many exporters.
 *
 * @example
 * sharedInfo({
 *   name: 'go_info',
 *   help: 'The version of Go.',
 *   unit: unit.count('processes'),
 *   labels: { version: ['go1.25'] },
 * }).of(shop);
 * // go_info{job="shop"}
 */
export function sharedInfo<const L extends string = never, U extends Unit = Unit>(
  d: MetricInput<L, U>,
): SharedGauge<L, U> {
  return Object.freeze({ ...sharedGauge(d), ...shared('info', d) });
}

/**
 * A histogram that many exporters expose.
 *
 * @example
 * sharedHistogram({
 *   name: 'go_gc_pauses_seconds',
 *   help: 'Pauses of the garbage collector.',
 *   unit: unit.seconds,
 *   bounds: [0.001, 0.01],
 * }).of(shop);
 * // go_gc_pauses_seconds{job="shop"}
 */
export function sharedHistogram<const L extends string = never, U extends Unit = Unit, const B extends number = number>(
  d: MetricInput<L, U> & Bounded<B>,
): SharedHistogram<L, U, B> {
  return Object.freeze({
    ...shared('histogram', d),
    of: <T extends string, P extends string>(to: Target<T, P>) => histogram(from(to), d),
  });
}

/**
 * A summary that many exporters expose.
 *
 * @example
 * sharedSummary({
 *   name: 'go_gc_duration_seconds',
 *   help: 'Pauses of the garbage collector.',
 *   unit: unit.seconds,
 *   bounds: [0.5, 1],
 * }).of(shop);
 * // go_gc_duration_seconds{job="shop"}
 */
export function sharedSummary<const L extends string = never, U extends Unit = Unit, const B extends number = number>(
  d: MetricInput<L, U> & Bounded<B>,
): SharedSummary<L, U, B> {
  return Object.freeze({
    ...shared('summary', d),
    of: <T extends string, P extends string>(to: Target<T, P>) => summary(from(to), d),
  });
}
