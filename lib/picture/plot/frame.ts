/** The frame of a graph over time: its place, its grid, and the texts of its axes. */

import type { TimeRange } from '../../sample/time.ts';
import { timeTicks } from '../axis/time-ticks.ts';
import { axisWidth, type ValueAxis } from '../axis/value-axis.ts';
import type { Box } from '../box.ts';
import type { Context } from '../drawing.ts';
import { element, type Lines } from '../svg/element.ts';
import { label, labels, USUAL_SIZE } from '../svg/label.ts';
import { textWidth } from '../text/measure.ts';

/** The axes of a graph; a graph of states has none. */
export interface Axes {
  readonly left?: ValueAxis;
  readonly right?: ValueAxis;
}

/** Below the graph: tick, gap and text. */
export const TIME_HEIGHT = 21;
const MAX_SHARE = 0.4;
const TOP = 6;
const RIGHT = 6;

/** The height of a graph inside a box. */
export function plotHeight({ height }: Pick<Box, 'height'>): number {
  return Math.max(10, height - TOP - TIME_HEIGHT);
}

/** The place of the graph itself, within the axes' texts. */
export function plotBox({ x, y, width, height }: Box, { left, right }: Axes): Box {
  const before = left === undefined ? RIGHT : axisWidth(left, width * MAX_SHARE);
  const after = right === undefined ? RIGHT : axisWidth(right, width * MAX_SHARE);
  return {
    x: x + before,
    y: y + TOP,
    width: Math.max(20, width - before - after),
    height: plotHeight({ height }),
  };
}

/** The x of a moment. */
export function momentX({ x, width }: Box, { from, to }: TimeRange, at: number): number {
  return x + (width * (at - from)) / (to - from);
}

/** The y of a value. */
export function valueY({ y, height }: Box, axis: ValueAxis, value: number): number {
  return y + height * (1 - axis.at(value));
}

/** Grid and texts of a graph. */
export function axesLines(plot: Box, axes: Axes, context: Context): Lines {
  return [
    ...grid(plot, axes, context),
    ...besideLeft(plot, axes),
    ...besideRight(plot, axes),
    ...momentTexts(plot, context),
  ];
}

function grid(plot: Box, { left, right }: Axes, { theme, range, timeZone }: Context): Lines {
  const axis = left ?? right;
  const rows = (axis?.ticks ?? []).map(({ value }) => {
    const y = axis === undefined ? 0 : valueY(plot, axis, value);
    return `M${tenth(plot.x)} ${tenth(y)}h${tenth(plot.width)}`;
  });
  const moments = timeTicks(range, plot.width, timeZone).map(({ at }) => {
    return `M${tenth(momentX(plot, range, at))} ${tenth(plot.y)}v${tenth(plot.height + 4)}`;
  });
  return [element('path', { d: [...rows, ...moments].join(''), stroke: theme.grid })];
}

function tenth(length: number): number {
  return Math.round(length * 10) / 10;
}

function besideLeft(plot: Box, { left }: Axes): Lines {
  if (left === undefined) return [];
  const texts = labels(tickTexts(plot, left), { x: plot.x - 6, y: 0, anchor: 'end' });
  return [...texts, ...standing(plot, left, plot.x - axisWidth(left, plot.width) + 10)];
}

function besideRight(plot: Box, { right }: Axes): Lines {
  if (right === undefined) return [];
  const x = plot.x + plot.width;
  const texts = labels(tickTexts(plot, right), { x: x + 6, y: 0 });
  return [...texts, ...standing(plot, right, x + axisWidth(right, plot.width) - 10)];
}

function tickTexts(plot: Box, axis: ValueAxis) {
  return axis.ticks.map(({ value, text }) => ({ text, y: valueY(plot, axis, value) }));
}

/** An axis's label stands upright beside it. */
function standing({ y, height }: Box, { label: text }: ValueAxis, x: number): Lines {
  if (text === undefined) return [];
  const middle = y + height / 2;
  const [line] = label(text, { x: 0, y: 0, anchor: 'middle', room: height });
  return line === undefined
    ? []
    : [line.replace('<text ', `<text transform="translate(${tenth(x)} ${tenth(middle)}) rotate(-90)" `)];
}

/** The marks of the moments below a graph that has no grid. */
export function momentTicks(plot: Box, { theme, range, timeZone }: Context): Lines {
  const marks = timeTicks(range, plot.width, timeZone).map(({ at }) => {
    return `M${tenth(momentX(plot, range, at))} ${tenth(plot.y + plot.height)}v4`;
  });
  return [element('path', { d: marks.join(''), stroke: theme.grid })];
}

/** The moments below a graph. */
export function momentTexts(plot: Box, { range, timeZone }: Context): Lines {
  const texts = timeTicks(range, plot.width, timeZone).map(({ at, text }) => ({ text, x: momentX(plot, range, at) }));
  const end = plot.x + plot.width + RIGHT + 4;
  const inside = texts.filter(({ text, x }) => x + textWidth(text, USUAL_SIZE) / 2 <= end);
  return labels(inside, { x: 0, y: plot.y + plot.height + 14, anchor: 'middle' });
}
