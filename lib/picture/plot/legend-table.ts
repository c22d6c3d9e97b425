/** The entries of a legend, and a legend as a table: names, and calculations over the values of each. */

import type { CompleteLegend } from '../../panels/options.ts';
import { type Box, inset } from '../box.ts';
import type { Context } from '../drawing.ts';
import { element, type Lines } from '../svg/element.ts';
import { label, USUAL_SIZE } from '../svg/label.ts';
import { textWidth } from '../text/measure.ts';
/** One entry. */
export interface LegendItem {
  readonly name: string;
  readonly colour: string;
  readonly dashed?: true;
  /** In a table: one text for each of the legend's columns. */
  readonly cells?: readonly string[];
}

/** The items, and the titles of a table's columns. */
export interface LegendContent {
  readonly items: readonly LegendItem[];
  readonly columns: readonly string[];
}

export interface PlacedLegend {
  readonly lines: Lines;
  /** What is left for the graph. */
  readonly rest: Box;
}

/** The height of a line. */
export const ROW = 20;
/** Where a name begins, after its key. */
export const NAME_X = 26;
const KEY_X = 4;
const KEY = 14;
/** A legend takes at most this share of its panel's height. */
export const MAX_HEIGHT = 0.4;

/** The short line in an item's colour. */
export function keyLine({ colour, dashed }: LegendItem, x: number, y: number): string {
  const line = dashed ? 'h5m4 0h5' : `h${KEY}`;
  return element('path', { d: `M${Math.round(x + KEY_X)} ${Math.round(y)}${line}`, stroke: colour, 'stroke-width': 4 });
}

const MAX_WIDTH = 0.6;
const BETWEEN = 16;

interface Column {
  readonly title: string;
  /** Where its texts end. */
  readonly end: number;
}

interface Table {
  readonly x: number;
  readonly y: number;
  readonly names: number;
  readonly columns: readonly Column[];
}

/** The table in its place, and the place that is left for the graph. */
export function legendTable(
  content: LegendContent,
  place: CompleteLegend['place'],
  box: Box,
  context: Context,
): PlacedLegend {
  const right = place === 'right';
  const numbers = columnWidths(content);
  const sum = numbers.reduce((total, width) => total + width, 0);
  const names = Math.max(...content.items.map(({ name }) => textWidth(name, USUAL_SIZE)));
  const width = right ? Math.min(NAME_X + names + sum, box.width * MAX_WIDTH) : box.width;
  const max = Math.floor((box.height * (right ? 1 : MAX_HEIGHT)) / ROW) - 1;
  const rows = content.items.slice(0, Math.max(1, max));
  const height = (rows.length + 1) * ROW;
  const x = box.x + box.width - width;
  const table = {
    x,
    y: right ? box.y : box.y + box.height - height,
    names: width - sum - NAME_X,
    columns: placed(content.columns, numbers, x + width - 4),
  };
  return {
    lines: [...heading(table, context), ...rows.flatMap((item, row) => tableRow(item, row, table))],
    rest: inset(box, right ? { right: width + 8 } : { bottom: height + 4 }),
  };
}

function columnWidths({ items, columns }: LegendContent): readonly number[] {
  return columns.map((title, index) => {
    const texts = [title, ...items.map(({ cells = [] }) => cells[index] ?? '')];
    return Math.max(...texts.map((text) => textWidth(text, USUAL_SIZE))) + BETWEEN;
  });
}

function placed(titles: readonly string[], widths: readonly number[], end: number): readonly Column[] {
  return titles.map((title, index) => {
    const after = widths.slice(index + 1).reduce((total, width) => total + width, 0);
    return { title, end: end - after };
  });
}

function heading({ x, y, names, columns }: Table, { theme }: Context): Lines {
  const look = { y: y + ROW / 2, fill: theme.link, weight: 500 } as const;
  return [
    ...label('Name', { ...look, x: x + NAME_X, room: names }),
    ...columns.flatMap(({ title, end }) => label(title, { ...look, x: end, anchor: 'end' })),
  ];
}

function tableRow(item: LegendItem, row: number, { x, y: top, names, columns }: Table): Lines {
  const y = top + (row + 1.5) * ROW;
  return [
    keyLine(item, x, y),
    ...label(item.name, { x: x + NAME_X, y, room: names }),
    ...columns.flatMap(({ end }, index) => label(item.cells?.[index] ?? '', { x: end, y, anchor: 'end' })),
  ];
}
