/**
 * Places panels on Grafana's grid, 24 columns with a row header one grid row high, and numbers them: by their keys, so
 * that no number changes when something is inserted.
 */
import type { Grid } from '../resolved.ts';

export const COLUMNS = 24;

interface Sized {
  readonly width?: number;
  readonly height: number;
}

/** What is wrong with a panel's size, by itself: `width 0`. */
export function sizeFaults({ width = 1, height }: Sized): readonly ('width' | 'height')[] {
  const isWidth = Number.isInteger(width) && width >= 1 && width <= COLUMNS;
  return [
    ...(isWidth ? [] : (['width'] as const)),
    ...(Number.isSafeInteger(height) && height >= 1 ? [] : (['height'] as const)),
  ];
}

/**
 * The widths of a line's panels: as given, and what is left shared evenly, the first ones a column wider where it does
 * not divide. Undefined where they do not fit.
 *
 * @example widths([{ height: 4 }, { height: 4 }, { height: 4 }, { height: 4 }, { height: 4 }]) // [5, 5, 5, 5, 4]
 */
export function widths(line: readonly Sized[]): readonly number[] | undefined {
  const given = line.reduce((total, { width = 0 }) => total + width, 0);
  const open = line.filter(({ width }) => width === undefined).length;
  const left = COLUMNS - given;
  if (left < open) return undefined;
  let shared = 0;
  return line.map(({ width }) => {
    if (width !== undefined) return width;
    shared += 1;
    return Math.floor(left / open) + (shared <= left % open ? 1 : 0);
  });
}

/** A line's places at height `y`, and the height below it. */
export function placeLine(
  line: readonly Sized[],
  y: number,
): { readonly grids: readonly Grid[]; readonly below: number } {
  const tallest = Math.max(0, ...line.map(({ height }) => height));
  let x = 0;
  const grids = (widths(line) ?? line.map(() => 1)).map((w) => {
    const grid = Object.freeze({ x, y, w, h: tallest });
    x += w;
    return grid;
  });
  return { grids, below: y + tallest };
}

/** A panel's id: FNV-1a over the key's code units; nine digits, never 0. Source: https://www.rfc-editor.org/rfc/rfc9923 */
export function panelId(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash ^= key.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return ((hash >>> 0) % 999_999_999) + 1;
}
