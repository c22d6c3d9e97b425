/**
 * Families that many exporters share, such as `process_cpu_seconds_total` and `up`: the name alone says nothing of whose
 * they are, so each is bound to a target first, which selects that target's job.
 */
import {
  type Kind,
  type MetricDefinition,
  type MetricInput,
  metricDefinition,
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
  type Summary,
  summary,
} from './metric.ts';

type Bounded<B extends number> = { readonly bounds: readonly B[] };

/** A definition that is not yet bound to a target. */
interface Shared {
  readonly kind: Kind;
  readonly definition: MetricDefinition;
}

export interface SharedCounter<L extends string, U extends Unit> extends Shared {
  of<T extends string>(target: Target<T>): Counter<T | L, U>;
}

export interface SharedGauge<L extends string, U extends Unit> extends Shared {
  of<T extends string>(target: Target<T>): Gauge<T | L, U>;
}

export interface SharedHistogram<L extends string, U extends Unit, B extends number> extends Shared {
  of<T extends string>(target: Target<T>): Histogram<T | L, U, B>;
}

export interface SharedSummary<L extends string, U extends Unit, B extends number> extends Shared {
  of<T extends string>(target: Target<T>): Summary<T | L, U, B>;
}

function from<T extends string>(target: Target<T>): Source<T> {
  return source(target, { version: '' });
}

/** The matcher that tells one exporter's series from another's; none for a target that stands for every job. */
function jobOf(target: Target): { readonly job?: string } {
  return target.job === '' ? {} : { job: target.job };
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
    kind: 'counter',
    definition: metricDefinition(d),
    of: <T extends string>(target: Target<T>) => bound(counter(from(target), d), target),
  });
}

/** A gauge that many exporters expose. */
export function sharedGauge<const L extends string = never, U extends Unit = Unit>(
  d: MetricInput<L, U>,
): SharedGauge<L, U> {
  return Object.freeze({
    kind: 'gauge',
    definition: metricDefinition(d),
    of: <T extends string>(target: Target<T>) => bound(gauge(from(target), d), target),
  });
}

/** A metric that is always 1 and whose labels are the information, exposed by many exporters. */
export function sharedInfo<const L extends string = never, U extends Unit = Unit>(
  d: MetricInput<L, U>,
): SharedGauge<L, U> {
  return Object.freeze({ ...sharedGauge(d), kind: 'info' });
}

/** A histogram that many exporters expose. */
export function sharedHistogram<const L extends string = never, U extends Unit = Unit, const B extends number = number>(
  d: MetricInput<L, U> & Bounded<B>,
): SharedHistogram<L, U, B> {
  return Object.freeze({
    kind: 'histogram',
    definition: metricDefinition(d),
    of: <T extends string>(target: Target<T>) => bound(histogram(from(target), d), target),
  });
}

/** A summary that many exporters expose. */
export function sharedSummary<const L extends string = never, U extends Unit = Unit, const B extends number = number>(
  d: MetricInput<L, U> & Bounded<B>,
): SharedSummary<L, U, B> {
  return Object.freeze({
    kind: 'summary',
    definition: metricDefinition(d),
    of: <T extends string>(target: Target<T>) => bound(summary(from(target), d), target),
  });
}

interface Narrowable<S> {
  where(matchers: { readonly job?: string }): S;
}

function bound<S extends Narrowable<S>>(metric: S, target: Target): S {
  return target.job === '' ? metric : metric.where(jobOf(target));
}
