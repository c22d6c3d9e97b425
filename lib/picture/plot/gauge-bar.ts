/**
 * The bars of a bar gauge: filled, with the colours of the levels that were passed, or as small lit cells.
 * Source: BarGauge of @grafana/ui 13 (described, not copied).
 */
import type { BarGaugeOptions } from '../../panels/bargauge.ts';
import { type Box, columns, stacked } from '../box.ts';
import type { GaugeScale } from '../data/reduce.ts';
import type { Context, PanelLine } from '../drawing.ts';
import { colourAt, shown } from '../format/shown.ts';
import { container, element, type Lines } from '../svg/element.ts';
import { box as outline } from '../svg/path.ts';
import { colourOf } from '../theme.ts';

type Mode = NonNullable<BarGaugeOptions['mode']>;

export interface Bar {
  readonly mode: Mode;
  readonly upright: boolean;
  readonly line: PanelLine;
  readonly value: number;
  readonly scale: GaugeScale;
  /** Unique in the picture: gradients are found by it. */
  readonly id: string;
}

const MODES: Readonly<Record<Mode, (bar: Bar, place: Box, context: Context) => Lines>> = { basic, gradient, lcd };

/** The drawing of one bar. */
export function barLines(bar: Bar, place: Box, context: Context): Lines {
  return MODES[bar.mode](bar, place, context);
}

function track(place: Box, { theme }: Context): string {
  return element('rect', { ...place, rx: 2, fill: theme.track });
}

/** The part of the bar up to the value. */
function filled({ upright, scale, value }: Bar, place: Box): Box {
  const length = Math.max(2, (upright ? place.height : place.width) * scale.at(value));
  return upright ? { ...place, y: place.y + place.height - length, height: length } : { ...place, width: length };
}

function basic(bar: Bar, place: Box, context: Context): Lines {
  const part = filled(bar, place);
  const fill = colourOf(context.theme, shown(bar.value, bar.line.field).colour);
  const end = bar.upright ? { ...part, height: 2 } : { ...part, x: part.x + part.width - 2, width: 2 };
  return [
    track(place, context),
    element('rect', { ...part, rx: 2, fill, 'fill-opacity': '.35' }),
    element('rect', { ...end, fill }),
  ];
}

function gradient(bar: Bar, place: Box, context: Context): Lines {
  const { id, line, value, scale, upright } = bar;
  const passed = line.field.steps.filter(({ from }, index) => index === 0 || value >= from);
  const reach = Math.max(0.001, scale.at(value));
  const stops = passed.map(({ from, colour }) => {
    const offset = String(Math.round((100 * scale.at(from)) / reach) / 100);
    return element('stop', { offset, 'stop-color': colourOf(context.theme, colour) });
  });
  return [
    track(place, context),
    ...container('linearGradient', upright ? { id, x2: '0', y1: '1', y2: '0' } : { id }, stops),
    element('rect', { ...filled(bar, place), rx: 2, fill: `url(#${id})` }),
  ];
}

const CELL = 12;
const BETWEEN = 3;

/** Cells of one colour and opacity are one path. */
function lcd({ line, value, scale, upright }: Bar, place: Box, { theme }: Context): Lines {
  const count = Math.max(1, Math.floor((upright ? place.height : place.width) / CELL));
  const cells = upright ? [...stacked(place, count, BETWEEN)].reverse() : columns(place, count, BETWEEN);
  const outlines = new Map<string, string>();
  for (const [index, cell] of cells.entries()) {
    const at = scale.min + ((scale.max - scale.min) * index) / count;
    const look = `${colourOf(theme, colourAt(line.field.steps, at))} ${at <= value ? '.95' : '.18'}`;
    outlines.set(look, (outlines.get(look) ?? '') + outline(cell.x, cell.y, cell.width, cell.height));
  }
  return [...outlines].map(([look, d]) => {
    const [fill = '', opacity = ''] = look.split(' ');
    return element('path', { d, fill, 'fill-opacity': opacity });
  });
}
