/** Where the scale of a gauge begins and ends. */
import type { Unit } from '../../units/unit.ts';

export interface Scale {
  readonly min?: number;
  readonly max?: number;
}

/**
 * A share of a whole ends at the whole; what stays open is the largest value there is.
 *
 * @example usualScale(ratio) // { min: 0, max: 1 }
 */
export function usualScale(unit: Unit | undefined): Scale {
  return unit?.of === 'ratio' ? { min: 0, max: 1 } : {};
}

/** A bar stands on zero. */
export function barScale(unit: Unit | undefined): Scale & { readonly min: number } {
  return { min: 0, ...usualScale(unit) };
}
