/**
 * Profiles: variants of one system, such as services with their own metrics and services without. A signal has a source
 * for each, or says why it has none. `resolve()` picks one; nothing after it knows that there are several.
 */
import type { Expr } from '../promql/expr.ts';
import type { Window } from '../promql/window.ts';
import type { Unit } from '../units/unit.ts';

/** A signal's query: called once, with a window and labels that stand for whatever its readers choose. */
export type Query<S extends string, U extends Unit> = (
  window: Window,
  by: readonly S[],
) => Expr<NoInfer<S>, NoInfer<U>>;

/** Why a profile has no source for a signal. */
export interface Unavailable {
  readonly unavailable: string;
}

/** A source for each profile. */
export interface PerProfile<S extends string, U extends Unit> {
  readonly perProfile: Readonly<Record<string, Query<S, U> | Unavailable>>;
}

/**
 * The profile has no source for this signal. Panels and alerts that read it are left out and the index says why.
 *
 * @example unavailable('result writes no access log')
 */
export function unavailable(reason: string): Unavailable {
  if (reason.trim() === '') throw new TypeError('unavailable(): give the reason; readers of the index see it.');
  return Object.freeze({ unavailable: reason });
}

export interface Profiles<P extends string> {
  readonly names: readonly P[];
  /** A source for every profile: one that is missing does not compile. */
  perProfile<S extends string, U extends Unit>(
    sources: { readonly [K in P]: Query<S, U> | Unavailable },
  ): PerProfile<S, U>;
}

/**
 * Names the profiles of a system.
 *
 * @example const { perProfile } = profiles('instrumented', 'stock')
 */
export function profiles<const P extends string>(...names: readonly P[]): Profiles<P> {
  return Object.freeze({
    names: Object.freeze(names),
    perProfile: <S extends string, U extends Unit>(sources: { readonly [K in P]: Query<S, U> | Unavailable }) =>
      Object.freeze({ perProfile: Object.freeze({ ...sources }) }),
  });
}
