/** Queries as a signal is given them: called once, with a window and labels that stand for whatever its readers choose. */
import type { Buckets, Expr } from '../promql/expr.ts';
import type { Window } from '../promql/window.ts';
import type { Unit } from '../units/unit.ts';

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
