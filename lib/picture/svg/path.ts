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
  if (first === undefined || points.length < 3) return points;
  const kept = [first];
  keep(points, { from: 0, to: points.length - 1 }, kept);
  return kept;
}

/** A part of a list of points, both ends included. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** Adds the points of a part that make a difference, but for its first. */
function keep(points: readonly Point[], { from, to }: Part, kept: Point[]): void {
  const farthest = farthestIn(points, { from, to });
  const last = points[to];
  if (farthest !== undefined) {
    keep(points, { from, to: farthest }, kept);
    keep(points, { from: farthest, to }, kept);
  } else if (last !== undefined) {
    kept.push(last);
  }
}

/** The place of the point that is farthest from the line between both ends; none where no point is far. */
function farthestIn(points: readonly Point[], { from, to }: Part): number | undefined {
  const [first, last] = [points[from], points[to]];
  if (first === undefined || last === undefined) return undefined;
  let best: number | undefined;
  let far = TOLERANCE;
  for (let at = from + 1; at < to; at += 1) {
    const point = points[at];
    const away = point === undefined ? 0 : distance(point, first, last);
    if (away > far) [best, far] = [at, away];
  }
  return best;
}

function distance(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length === 0) return Math.sqrt((point.x - from.x) ** 2 + (point.y - from.y) ** 2);
  return Math.abs(dy * (point.x - from.x) - dx * (point.y - from.y)) / length;
}

const tenths = (length: number): number => Math.round(length * 10);

/** Without the zero before a point. */
function written(length: number): string {
  const text = String(length / 10);
  if (text.startsWith('0.')) return text.slice(1);
  return text.startsWith('-0.') ? `-${text.slice(2)}` : text;
}

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
