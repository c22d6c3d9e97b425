/**
 * Profiles: variants of one system, such as services with their own metrics and services without. A signal has a source
 * for each, or says why it has none. `resolve()` picks one; nothing after it knows that there are several.
 */
import type { Buckets, Expr } from '../promql/expr.ts';
import type { Window } from '../promql/window.ts';
import type { Unit } from '../units/unit.ts';
import type { Level } from './field.ts';
import {
  type Distribution,
  type DistributionInput,
  distribution,
  type RecordingInput,
  type Signal,
  type SignalInput,
  signal,
} from './signal.ts';

/** A signal's query: called once, with a window and labels that stand for whatever its readers choose. */
export type Query<S extends string, U extends Unit> = (
  window: Window,
  by: readonly S[],
) => Expr<NoInfer<S>, NoInfer<U>>;

/** A distribution's query: the buckets keep `le`. */
export type BucketQuery<S extends string, U extends Unit> = (
  window: Window,
  by: readonly S[],
) => Buckets<NoInfer<S> | 'le', NoInfer<U>>;

/** Why a profile has no source for a signal. */
export interface Unavailable {
  readonly unavailable: string;
}

/** One query for every profile, or one for each: a profile that is missing does not compile. */
export type Sources<S extends string, U extends Unit, P extends string> =
  | Query<S, U>
  | { readonly [K in P]: Query<S, U> | Unavailable };

/** As `Sources`, for a distribution. */
export type BucketSources<S extends string, U extends Unit, P extends string> =
  | BucketQuery<S, U>
  | { readonly [K in P]: BucketQuery<S, U> | Unavailable };

/**
 * The profile has no source for this signal. Panels and alerts that read it are left out and the index says why.
 *
 * @example unavailable('result writes no access log')
 */
export function unavailable(reason: string): Unavailable {
  if (reason.trim() === '') throw new TypeError('unavailable(): give the reason; readers of the index see it.');
  return Object.freeze({ unavailable: reason });
}

/** Whether a definition says `recorded`. */
export type HistoryOf<R> = R extends RecordingInput ? 'recorded' : 'not recorded';

export interface Profiles<P extends string> {
  readonly names: readonly P[];
  /** `signal()` whose query may differ by profile: `query: { instrumented: (window, by) => …, stock: unavailable('…') }`. */
  signal<
    U extends Unit,
    const S extends string = never,
    const Lv extends Level = never,
    const R extends RecordingInput | undefined = undefined,
  >(input: SignalInput<S, U, Lv, R, P>): Signal<S, U, Lv, HistoryOf<R>>;
  /** `distribution()` whose query may differ by profile. */
  distribution<U extends Unit, const S extends string = never>(input: DistributionInput<S, U, P>): Distribution<S, U>;
}

/**
 * Names the profiles of a system.
 *
 * @example export const { names, signal } = profiles('instrumented', 'stock')
 */
export function profiles<const P extends string>(...names: readonly P[]): Profiles<P> {
  return Object.freeze({ names: Object.freeze(names), signal, distribution });
}
