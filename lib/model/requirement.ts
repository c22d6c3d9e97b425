/** What the monitoring was asked for, and which signals answer it: the index says where each is shown. */
import { originOf, type Where, withOrigin } from './problem.ts';
import type { AnySignal } from './signal.ts';

/** One thing that was asked for. */
export interface Requirement {
  readonly kind: 'requirement';
  /** In the words of whoever asked: 'CPU and memory of every container'. */
  readonly asks: string;
  /** The part of the plan that asks for it; the index lists requirements by it. */
  readonly part: string;
  /** The signals that answer it, each shown by at least one panel. */
  readonly shownBy: readonly AnySignal[];
}

/** How one signal of a requirement stands in a profile. */
export interface ResolvedAnswer {
  readonly signal: string;
  readonly name: string;
  /** Why the profile has no source for it. */
  readonly unavailable?: string;
}

/** A requirement as one profile can meet it. */
export interface ResolvedRequirement extends Omit<Requirement, 'shownBy'> {
  readonly shownBy: readonly ResolvedAnswer[];
  readonly where: Where;
}

/**
 * Something that the monitoring was asked for. A check refuses it when no panel shows its signals.
 *
 * @throws TypeError without a signal.
 * @example requirement('How many orders wait', { part: 'Application', shownBy: [ordersWaiting] }).shownBy.length // 1
 */
export function requirement(
  asks: string,
  { part, shownBy }: { readonly part: string; readonly shownBy: readonly AnySignal[] },
): Requirement {
  if (shownBy.length === 0) throw new TypeError(`requirement('${asks}'): name at least one signal that answers it.`);
  return withOrigin(
    Object.freeze({ kind: 'requirement', asks, part, shownBy: Object.freeze([...shownBy]) }),
    requirement,
  );
}

/** A requirement as a profile can meet it. For this room. */
export function resolvedRequirement(of: Requirement, profile: string): ResolvedRequirement {
  const shownBy = Object.freeze(of.shownBy.map((signal) => answer(signal, profile)));
  return Object.freeze({ ...of, shownBy, where: originOf(of, `requirement "${of.asks}"`) });
}

function answer({ id, name, sources }: AnySignal, profile: string): ResolvedAnswer {
  const source = sources[profile] ?? sources[''];
  const reason = source !== undefined && 'unavailable' in source ? { unavailable: source.unavailable } : {};
  return Object.freeze({ signal: id, name, ...reason });
}
