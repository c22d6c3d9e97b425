/**
 * What each kind of metric is to the compiler: which labels it has, which of them its selector matches by equality, and
 * what may be done with it.
 */
import type { MetricFacts } from '../catalogue/metric.ts';
import type { DurationText } from '../units/duration.ts';
import type { Unit } from '../units/unit.ts';
import type { Derived, Expr, LabelSet, Refusal } from './expr.ts';
import type { Where } from './matcher.ts';
import type { SelectorNode } from './node.ts';
import type { Window } from './window.ts';

/** What every selector has: its facts, and how to narrow it or to look at another time. */
interface Selectable<L extends string, P extends string> {
  readonly kind: 'metric';
  readonly facts: MetricFacts;
  readonly node: SelectorNode;
  readonly labels: LabelSet<L>;
  /** The labels that the selector matches by equality, `job` among them: what absent() answers with. */
  readonly pinned: readonly P[];
}

/** Matchers of labels that the metric has, and of no others. */
type WhereOf<W, L extends string> = W & NoLabel<Exclude<keyof W, L>>;

/** By the names alone, mostly none: the compiler works that out once, and not for each `where` anew. */
type NoLabel<K extends PropertyKey> = [K] extends [never]
  ? unknown
  : string extends K
    ? unknown
    : { readonly [P in K]: Refusal<`the metric has no label '${P & string}'`> };

/** The labels that a `where` matches by equality. */
export type Equal<W> = { [K in keyof W]: IsEqual<W[K]> extends true ? K & string : never }[keyof W];
type IsEqual<M> = M extends '' ? false : M extends string | readonly [string] ? true : false;

/** A number that only grows, but for restarts. */
export interface Counter<in out L extends string, out U extends Unit = Unit, out P extends string = string>
  extends Selectable<L, P> {
  readonly type: 'counter: take its rate() or increase()';
  readonly unit: U;
  where<const W extends Where<L>>(where: WhereOf<W, L>): Derived<Counter<L, U, P | Equal<W>>>;
  offset(by: DurationText | Window): Counter<L, U, P>;
  at(time: number | 'start' | 'end'): Counter<L, U, P>;
}

/** A number that goes up and down. It is an expression as it stands. */
export interface Gauge<in out L extends string, out U extends Unit = Unit, out P extends string = string>
  extends Expr<L, U>,
    Selectable<L, P> {
  readonly node: SelectorNode;
  where<const W extends Where<L>>(where: WhereOf<W, L>): Derived<Gauge<L, U, P | Equal<W>>>;
  offset(by: DurationText | Window): Gauge<L, U, P>;
  at(time: number | 'start' | 'end'): Gauge<L, U, P>;
}

/** A classic histogram; `B` are the bounds of its buckets. */
export interface Histogram<
  in out L extends string,
  out U extends Unit = Unit,
  out B extends number = number,
  out P extends string = string,
> extends Selectable<L, P> {
  readonly type: 'histogram: take buckets(), countRate() or histogramAverage()';
  readonly unit: U;
  readonly bounds: readonly B[];
  where<const W extends Where<L>>(where: WhereOf<W, L>): Derived<Histogram<L, U, B, P | Equal<W>>>;
  offset(by: DurationText | Window): Histogram<L, U, B, P>;
  at(time: number | 'start' | 'end'): Histogram<L, U, B, P>;
}

/** A native histogram: buckets without a label. */
export interface NativeHistogram<in out L extends string, out U extends Unit = Unit, out P extends string = string>
  extends Selectable<L, P> {
  readonly type: 'native histogram: take nativeRate() of it';
  readonly unit: U;
  where<const W extends Where<L>>(where: WhereOf<W, L>): Derived<NativeHistogram<L, U, P | Equal<W>>>;
  offset(by: DurationText | Window): NativeHistogram<L, U, P>;
  at(time: number | 'start' | 'end'): NativeHistogram<L, U, P>;
}

/** A summary: quantiles that the exporter computed, `B`, and a sum and a count. */
export interface Summary<
  in out L extends string,
  out U extends Unit = Unit,
  out B extends number = number,
  out P extends string = string,
> extends Selectable<L, P> {
  readonly type: 'summary: take summaryQuantile(), countRate() or histogramAverage()';
  readonly unit: U;
  readonly bounds: readonly B[];
  where<const W extends Where<L>>(where: WhereOf<W, L>): Derived<Summary<L, U, B, P | Equal<W>>>;
  offset(by: DurationText | Window): Summary<L, U, B, P>;
  at(time: number | 'start' | 'end'): Summary<L, U, B, P>;
}

/** A metric whose kind nobody has stated. */
export interface Untyped<in out L extends string, out U extends Unit = Unit, out P extends string = string>
  extends Selectable<L, P> {
  readonly type: 'untyped: state its kind in the overrides of its catalogue file';
  readonly unit: U;
  where<const W extends Where<L>>(where: WhereOf<W, L>): Derived<Untyped<L, U, P | Equal<W>>>;
}
