/** Outlines, written as short as they can be without being seen to differ. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points that are closer than this to the line between their neighbours are left out. */
const TOLERANCE = 0.4;

/**
 * Leaves out what nobody would see.
 * Source: Douglas and Peucker, Algorithms for the reduction of the number of points, 1973.
 */
export function simplified(points: readonly Point[]): readonly Point[] {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 3) return points;
  const distances = points.map((point) => distance(point, first, last));
  const farthest = distances.reduce((best, each, index) => (each > (distances[best] ?? 0) ? index : best), 0);
  if ((distances[farthest] ?? 0) <= TOLERANCE) return [first, last];
  const before = simplified(points.slice(0, farthest + 1));
  return [...before, ...simplified(points.slice(farthest)).slice(1)];
}

function distance(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length === 0) return Math.sqrt((point.x - from.x) ** 2 + (point.y - from.y) ** 2);
  return Math.abs(dy * (point.x - from.x) - dx * (point.y - from.y)) / length;
}

const tenths = (length: number): number => Math.round(length * 10);
const written = (length: number): string => String(length / 10).replace(/^(-?)0\./, '$1.');

/**
 * A way along points, each said by its distance from the one before.
 *
 * @example polyline([{ x: 1, y: 2 }, { x: 3, y: 2 }, { x: 4, y: 5 }]) // 'M1 2h2l1 3'
 */
export function polyline(points: readonly Point[]): string {
  let text = '';
  let [x, y] = [0, 0];
  for (const [index, point] of points.entries()) {
    const [dx, dy] = [tenths(point.x) - x, tenths(point.y) - y];
    [x, y] = [tenths(point.x), tenths(point.y)];
    if (index === 0) text += `M${pair(x, y)}`;
    else if (dy === 0 && dx !== 0) text += `h${written(dx)}`;
    else if (dx === 0 && dy !== 0) text += `v${written(dy)}`;
    else if (dx !== 0) text += `l${pair(dx, dy)}`;
  }
  return text;
}

function pair(x: number, y: number): string {
  return `${written(x)}${y < 0 ? '' : ' '}${written(y)}`;
}

/** The same way, ended where it began. */
export function polygon(points: readonly Point[]): string {
  return points.length === 0 ? '' : `${polyline(points)}z`;
}

/** A rectangle as part of an outline. */
export function box(x: number, y: number, width: number, height: number): string {
  const [left, top] = [tenths(x), tenths(y)];
  const [w, h] = [tenths(x + width) - left, tenths(y + height) - top];
  return `M${pair(left, top)}h${written(w)}v${written(h)}h${written(-w)}z`;
}
