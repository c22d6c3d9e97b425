/** Bars with a value axis, for values that belong to a category or to a range of values. */

import { axisWidth, type ValueAxis } from '../axis/value-axis.ts';
import type { Box } from '../box.ts';
import type { Context } from '../drawing.ts';
import { element, type Lines } from '../svg/element.ts';
import { label, labels, USUAL_SIZE } from '../svg/label.ts';
import { box as outline } from '../svg/path.ts';
import { textWidth } from '../text/measure.ts';

/** One bar, or one part of a stacked one. */
export interface BarPart {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

export interface BarGroup {
  readonly name: string;
  readonly parts: readonly BarPart[];
  /** Written at the end of the bar. */
  readonly text?: string;
  /** The parts stand beside each other instead of on one another. */
  readonly beside?: true;
}

interface BarsLook {
  /** Of the room for one bar, the share that is left free. */
  readonly gap: number;
  /** Where the names stand: below the bars, or at the borders between them. */
  readonly names: 'below' | 'between';
}

const NAMES = 20;
const ABOVE = 16;
const OPACITY = '.8';

/** Upright bars. */
export function uprightBars(
  groups: readonly BarGroup[],
  axis: ValueAxis,
  box: Box,
  look: BarsLook,
  { theme }: Context,
): Lines {
  const before = axisWidth(axis, box.width * 0.4);
  const plot = {
    x: box.x + before,
    y: box.y + ABOVE,
    width: box.width - before - 6,
    height: box.height - ABOVE - NAMES,
  };
  const y = (value: number): number => plot.y + plot.height * (1 - axis.at(value));
  const each = plot.width / groups.length;
  const grid = axis.ticks.map(({ value }) => `M${round(plot.x)} ${round(y(value))}h${round(plot.width)}`).join('');
  return [
    element('path', { d: grid, stroke: theme.grid }),
    ...labels(
      axis.ticks.map(({ value, text }) => ({ text, y: y(value) })),
      { x: plot.x - 6, y: 0, anchor: 'end' },
    ),
    ...barPaths(groups, each * (1 - look.gap), (part, index, { start, size }) => {
      const [top, bottom] = [y(Math.max(part.from, part.to)), y(Math.min(part.from, part.to))];
      return outline(plot.x + (index + look.gap / 2) * each + start, top, size, bottom - top);
    }),
    ...groups.flatMap(({ text = '', parts }, index) =>
      textWidth(text, USUAL_SIZE) > each - 4
        ? []
        : label(text, {
            x: plot.x + (index + 0.5) * each,
            y: y(Math.max(...parts.map(({ to }) => to))) - 8,
            anchor: 'middle',
          }),
    ),
    ...namesBelow(groups, { plot, each, left: box.x }, look),
  ];
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

/** Where a part stands across its bar, in pixels from the bar's beginning. */
interface Across {
  readonly start: number;
  readonly size: number;
}

/** All parts of one colour are one path. */
function barPaths(
  groups: readonly BarGroup[],
  thickness: number,
  place: (part: BarPart, group: number, across: Across) => string,
): Lines {
  const byColour = new Map<string, string>();
  for (const [index, { parts, beside }] of groups.entries()) {
    const size = thickness / (beside ? parts.length : 1);
    for (const [at, part] of parts.entries()) {
      const across = { start: beside ? at * size : 0, size };
      byColour.set(part.colour, (byColour.get(part.colour) ?? '') + place(part, index, across));
    }
  }
  return [...byColour].map(([fill, d]) => element('path', { d, fill, 'fill-opacity': OPACITY, stroke: fill }));
}

interface Below {
  readonly plot: Box;
  readonly each: number;
  /** No name begins before it. */
  readonly left: number;
}

/** Every name where there is room for it; of many, every second, third and so on. */
function namesBelow(groups: readonly BarGroup[], { plot, each, left }: Below, { names }: BarsLook): Lines {
  const y = plot.y + plot.height + 12;
  const widest = Math.max(...groups.map(({ name }) => textWidth(name, USUAL_SIZE))) + (names === 'below' ? 6 : 14);
  const every = Math.max(1, Math.ceil(widest / each));
  const end = plot.x + plot.width + 6;
  if (names === 'below') {
    return groups.flatMap(({ name }, index) => {
      const x = plot.x + (index + 0.5) * each;
      const room = Math.min(each * every - 6, 2 * (end - x), 2 * (x - left));
      const fits = index === 0 || (index % every === 0 && textWidth(name, USUAL_SIZE) <= room);
      return fits ? label(name, { x, y, anchor: 'middle', room }) : [];
    });
  }
  return groups.flatMap(({ name }, index) => {
    const x = plot.x + index * each;
    const fits = index % every === 0 && x + widest / 2 <= end;
    const middle = Math.max(x, left + textWidth(name, USUAL_SIZE) / 2);
    return fits ? label(name, { x: middle, y, anchor: 'middle' }) : [];
  });
}

/** Horizontal bars, their names at the left. */
export function lyingBars(
  groups: readonly BarGroup[],
  axis: ValueAxis,
  box: Box,
  look: BarsLook,
  { theme }: Context,
): Lines {
  const names = Math.min(box.width * 0.4, Math.max(...groups.map(({ name }) => textWidth(name, USUAL_SIZE)))) + 10;
  const texts = Math.max(...groups.map(({ text = '' }) => textWidth(text, USUAL_SIZE))) + 10;
  const plot = {
    x: box.x + names,
    y: box.y + 4,
    width: Math.max(20, box.width - names - texts),
    height: box.height - 4 - NAMES,
  };
  const x = (value: number): number => plot.x + plot.width * axis.at(value);
  const each = plot.height / groups.length;
  const ticks = spread(axis, plot.width);
  const grid = ticks.map(({ value }) => `M${round(x(value))} ${round(plot.y)}v${round(plot.height)}`).join('');
  const middle = (index: number): number => plot.y + (index + 0.5) * each;
  return [
    element('path', { d: grid, stroke: theme.grid }),
    ...barPaths(groups, each * (1 - look.gap), (part, index, { start, size }) => {
      const [left, right] = [x(Math.min(part.from, part.to)), x(Math.max(part.from, part.to))];
      return outline(left, plot.y + (index + look.gap / 2) * each + start, right - left, size);
    }),
    ...groups.flatMap(({ name }, index) =>
      label(name, { x: plot.x - 8, y: middle(index), anchor: 'end', room: names - 10 }),
    ),
    ...groups.flatMap(({ text = '', parts }, index) =>
      label(text, { x: x(Math.max(...parts.map(({ to }) => to))) + 6, y: middle(index) }),
    ),
    ...labels(
      ticks.map(({ value, text }) => ({ text, x: x(value) })),
      { x: 0, y: plot.y + plot.height + 12, anchor: 'middle' },
    ),
  ];
}

/** Ticks below a graph need more room than beside it. */
function spread({ ticks }: ValueAxis, width: number): ValueAxis['ticks'] {
  const widest = Math.max(...ticks.map(({ text }) => textWidth(text, USUAL_SIZE))) + 16;
  const every = Math.max(1, Math.ceil((widest * (ticks.length - 1)) / width));
  return ticks.filter((_, index) => index % every === 0);
}
