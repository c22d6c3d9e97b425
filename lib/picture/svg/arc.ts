/** Parts of a ring. */

import { short } from './element.ts';
import type { Point } from './path.ts';

export interface Ring {
  readonly centre: Point;
  readonly outer: number;
  /** 0 for a slice up to the centre. */
  readonly inner: number;
}

/** Just under a whole turn: an arc that ends where it began is no arc. */
const WHOLE = 0.9999;

/**
 * The outline of a part of a ring.
 *
 * @param from in turns, clockwise from the right: 0.25 is the bottom, 0.75 the top.
 */
export function arc({ centre, outer, inner }: Ring, from: number, to: number): string {
  const end = Math.min(to, from + WHOLE);
  const large = end - from > 0.5 ? 1 : 0;
  const at = (radius: number, turn: number): string => {
    const angle = turn * 2 * Math.PI;
    return `${short(centre.x + radius * Math.cos(angle))} ${short(centre.y + radius * Math.sin(angle))}`;
  };
  const way = `M${at(outer, from)}A${short(outer)} ${short(outer)} 0 ${large} 1 ${at(outer, end)}L`;
  if (inner <= 0) return `${way}${short(centre.x)} ${short(centre.y)}z`;
  return `${way}${at(inner, end)}A${short(inner)} ${short(inner)} 0 ${large} 0 ${at(inner, from)}z`;
}
