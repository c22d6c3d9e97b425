/** Outlines, written short: to a tenth of a pixel, without points that make no visible difference. */
import { short } from './element.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points that are closer than this to the line between their neighbours are left out. */
const TOLERANCE = 0.4;

/**
 * Leaves out points that make no visible difference.
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
 * A line along points, each written as the distance from the one before.
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

/** The same line, closed. */
export function polygon(points: readonly Point[]): string {
  return points.length === 0 ? '' : `${polyline(points)}z`;
}

/** A rectangle as part of an outline. */
export function box(x: number, y: number, width: number, height: number): string {
  const [left, top] = [tenths(x), tenths(y)];
  const [w, h] = [tenths(x + width) - left, tenths(y + height) - top];
  return `M${pair(left, top)}h${written(w)}v${written(h)}h${written(-w)}z`;
}

export interface Ring {
  readonly centre: Point;
  readonly outer: number;
  /** 0 for a slice up to the centre. */
  readonly inner: number;
}

/** Just under a whole turn: SVG draws no arc that ends where it begins. */
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
  const outline = `M${at(outer, from)}A${short(outer)} ${short(outer)} 0 ${large} 1 ${at(outer, end)}L`;
  if (inner <= 0) return `${outline}${short(centre.x)} ${short(centre.y)}z`;
  return `${outline}${at(inner, end)}A${short(inner)} ${short(inner)} 0 ${large} 0 ${at(inner, from)}z`;
}
