/** The curves of a graph: where each line's values begin and end, stacked or not, and how they are drawn. */

import type { CompleteTimeseries, TimeseriesOptions } from '../../panels/timeseries.ts';
import type { ValueAxis } from '../axis/value-axis.ts';
import type { Box } from '../box.ts';
import type { PanelLine } from '../drawing.ts';
import { element, type Lines } from '../svg/element.ts';
import { type Point, polygon, polyline, simplified } from '../svg/path.ts';
import { valueY } from './frame.ts';

export interface Curve {
  readonly line: PanelLine;
  readonly side: 'left' | 'right';
  /** The values as they are drawn: multiplied for the display, mirrored, on top of those below. NaN where there is none. */
  readonly upper: readonly number[];
  /** What an area reaches down to; zero where it is not on top of another one. */
  readonly lower: readonly number[];
}

/** The curves of a panel's lines, in order; each side of the graph is a stack of its own. */
export function curves(lines: readonly PanelLine[], stack: TimeseriesOptions['stack']): readonly Curve[] {
  const plain = lines.map((line) => ({
    line,
    side: line.override.axis?.side ?? ('left' as const),
    values: shownValues(line),
  }));
  if (stack === undefined)
    return plain.map(({ line, side, values }) => ({ line, side, upper: values, lower: zeros(values) }));
  const tops = new Map<string, readonly number[]>();
  return plain.map(({ line, side, values }) => {
    const own =
      stack === 'percent'
        ? shares(
            values,
            plain.filter((each) => each.side === side).map((each) => each.values),
          )
        : values;
    const lower = tops.get(side) ?? zeros(values);
    const upper = own.map((value, moment) => value + (lower[moment] ?? 0));
    // A line without a value at a moment does not lift those above it.
    tops.set(
      side,
      upper.map((value, moment) => (Number.isNaN(value) ? (lower[moment] ?? 0) : value)),
    );
    return { line, side, upper, lower };
  });
}

function shownValues({ values, field, override }: PanelLine): readonly number[] {
  const sign = override.mirrored ? -1 : 1;
  return values.map((value) => sign * value * field.factor);
}

function zeros(values: readonly number[]): readonly number[] {
  return values.map(() => 0);
}

/** Shares of the sum at each moment; 0 where the sum is 0. */
function shares(values: readonly number[], all: readonly (readonly number[])[]): readonly number[] {
  return values.map((value, moment) => {
    const sum = all.reduce((total, each) => total + Math.abs(each[moment] || 0), 0);
    return sum === 0 ? 0 : value / sum;
  });
}

export type CurveLook = Pick<CompleteTimeseries, 'draw' | 'curve' | 'fill' | 'lineWidth' | 'gaps'>;

interface Place {
  readonly plot: Box;
  readonly axis: ValueAxis;
}

/** The drawing of one curve. */
export function curveLines(curve: Curve, look: CurveLook, place: Place): Lines {
  if (look.draw === 'bars') return bars(curve, look, place);
  if (look.draw === 'points') return points(curve, everyPoint(curve.upper, place).filter(isKnown));
  const parts = stretches(curve.upper, look);
  const lone = parts.filter(({ from, to }) => to - from === 1);
  const joined = parts.filter(({ from, to }) => to - from > 1);
  return [
    ...joined.flatMap((part) => {
      const upper = along(curve.upper, part, look, place);
      return [
        ...area(curve, { upper, part }, look, place),
        ...(look.lineWidth === 0 ? [] : [lineOf(curve, upper, look)]),
      ];
    }),
    // A value between two gaps has no neighbour to be joined with.
    ...(lone.length === 0
      ? []
      : points(
          curve,
          lone.flatMap(({ from }) => everyPoint(curve.upper, place).slice(from, from + 1)),
        )),
  ];
}

function isKnown({ y }: Point): boolean {
  return !Number.isNaN(y);
}

/** Moments with values, from the first of them to the one after the last. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches between gaps; one in all where gaps are bridged, without the moments that have no value. */
function stretches(values: readonly number[], { gaps }: CurveLook): readonly Stretch[] {
  const found: { readonly from: number; to: number }[] = [];
  for (const [moment, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    const last = found.at(-1);
    if (last !== undefined && (gaps === 'connect' || last.to === moment)) last.to = moment + 1;
    else found.push({ from: moment, to: moment + 1 });
  }
  return found;
}

function x({ plot }: Place, moment: number, count: number): number {
  return plot.x + (plot.width * moment) / Math.max(1, count - 1);
}

function everyPoint(values: readonly number[], place: Place): readonly Point[] {
  return values.map((value, moment) => ({
    x: x(place, moment, values.length),
    y: valueY(place.plot, place.axis, value),
  }));
}

function along(values: readonly number[], { from, to }: Stretch, { curve }: CurveLook, place: Place): readonly Point[] {
  // Whole pixels across make no visible difference, and the path is a fifth shorter.
  const all = everyPoint(values, place)
    .slice(from, to)
    .filter(isKnown)
    .map((point) => ({ ...point, x: Math.round(point.x) }));
  return curve === 'step' ? stepped(all) : simplified(all);
}

/** A value holds until the next one. */
function stepped(points: readonly Point[]): readonly Point[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    return before === undefined || before.y === point.y ? [point] : [{ x: point.x, y: before.y }, point];
  });
}

function lineOf({ line }: Curve, upper: readonly Point[], { lineWidth }: CurveLook): string {
  const dashes = line.override.style === 'dashed' ? '10 10' : undefined;
  return element('path', {
    d: polyline(upper),
    fill: 'none',
    stroke: line.colour,
    'stroke-width': lineWidth === 1 ? undefined : lineWidth,
    'stroke-dasharray': dashes,
    'stroke-linejoin': 'round',
  });
}

interface Upper {
  readonly upper: readonly Point[];
  readonly part: Stretch;
}

function area({ line, lower }: Curve, { upper, part }: Upper, look: CurveLook, place: Place): Lines {
  if (look.fill === 0) return [];
  const bottom = along(lower, part, look, place);
  const d = polygon([...upper, ...[...bottom].reverse()]);
  return [element('path', { d, fill: line.colour, 'fill-opacity': String(look.fill / 100) })];
}

const BAR_SHARE = 0.6;

function bars({ line, upper, lower }: Curve, { fill }: CurveLook, place: Place): Lines {
  const width = Math.max(1, (BAR_SHARE * place.plot.width) / upper.length);
  const d = upper
    .map((value, moment) => {
      const [from, to] = [valueY(place.plot, place.axis, lower[moment] ?? 0), valueY(place.plot, place.axis, value)];
      return from === to || Number.isNaN(to)
        ? ''
        : polyline([
            { x: x(place, moment, upper.length), y: from },
            { x: x(place, moment, upper.length), y: to },
          ]);
    })
    .join('');
  if (d === '') return [];
  return [
    element('path', {
      d,
      stroke: line.colour,
      'stroke-width': width,
      'stroke-opacity': String(Math.max(30, fill) / 100),
    }),
  ];
}

function points({ line }: Curve, upper: readonly Point[]): Lines {
  const d = upper.map((point) => `${polyline([point])}h0`).join('');
  return [element('path', { d, stroke: line.colour, 'stroke-width': 5, 'stroke-linecap': 'round' })];
}
