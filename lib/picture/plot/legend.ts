/** Legends: the names of the lines and, in a table, calculations over their values. */
import type { Calculation, CompleteLegend } from '../../panels/options.ts';
import { type Box, inset } from '../box.ts';
import { CALCULATION_NAMES, reduced } from '../data/reduce.ts';
import type { Context, PanelLine } from '../drawing.ts';
import { shownText } from '../format/shown.ts';
import type { Lines } from '../svg/element.ts';
import { label, USUAL_SIZE } from '../svg/label.ts';
import { textWidth } from '../text/measure.ts';
import {
  keyLine,
  type LegendContent,
  type LegendItem,
  legendTable,
  MAX_HEIGHT,
  NAME_X,
  type PlacedLegend,
  ROW,
} from './legend-table.ts';

const BETWEEN = 12;
/** Beside the graph it takes at most this share of the panel's width. */
const MAX_WIDTH = 0.45;

/** A legend in its place, and the place that is left for the graph. */
export function placedLegend(content: LegendContent, look: CompleteLegend, box: Box, context: Context): PlacedLegend {
  const { items } = content;
  if (look.show === 'none' || items.length === 0) return { lines: [], rest: box };
  if (look.show === 'table') return legendTable(content, look.place, box, context);
  return look.place === 'right' ? beside(items, box, context) : below(items, box, context);
}

function named(item: LegendItem, x: number, y: number, room: number): Lines {
  return [keyLine(item, x, y), ...label(item.name, { x: x + NAME_X, y, room })];
}

interface PlacedItem {
  readonly item: LegendItem;
  readonly x: number;
  readonly room: number;
}

/** Room for the number of entries that are left out. */
const COUNT = 40;

function below(items: readonly LegendItem[], box: Box, { theme }: Context): PlacedLegend {
  const max = Math.max(1, Math.floor((box.height * MAX_HEIGHT) / ROW));
  const all = inRows(items, box.width);
  const rows = (all.length <= max ? all : inRows(items, box.width - COUNT)).slice(0, max);
  const top = box.y + box.height - rows.length * ROW;
  const middle = (row: number): number => top + (row + 0.5) * ROW + 1;
  const left = items.length - rows.flat().length;
  const last = rows.at(-1)?.at(-1);
  const end = last === undefined ? 0 : last.x + NAME_X + last.room + 8;
  const count = label(`+${left}`, { x: box.x + end, y: middle(rows.length - 1), fill: theme.secondary });
  return {
    lines: [
      ...rows.flatMap((row, index) => row.flatMap(({ item, x, room }) => named(item, box.x + x, middle(index), room))),
      ...(left === 0 ? [] : count),
    ],
    rest: inset(box, { bottom: rows.length * ROW + 3 }),
  };
}

function inRows(items: readonly LegendItem[], width: number): readonly (readonly PlacedItem[])[] {
  const rows: PlacedItem[][] = [];
  for (const item of items) {
    const room = Math.min(textWidth(item.name, USUAL_SIZE), width - NAME_X);
    const last = rows.at(-1)?.at(-1);
    const x = last === undefined ? 0 : last.x + NAME_X + last.room + BETWEEN;
    if (last === undefined || x + NAME_X + room > width) rows.push([{ item, x: 0, room }]);
    else rows.at(-1)?.push({ item, x, room });
  }
  return rows;
}

function beside(items: readonly LegendItem[], box: Box, { theme }: Context): PlacedLegend {
  const widest = Math.max(...items.map(({ name }) => textWidth(name, USUAL_SIZE)));
  const room = Math.min(widest, box.width * MAX_WIDTH - NAME_X);
  const x = box.x + box.width - room - NAME_X;
  const max = Math.max(1, Math.floor(box.height / ROW));
  const shown = items.length > max ? items.slice(0, max - 1) : items;
  const y = (index: number): number => box.y + (index + 0.5) * ROW;
  const left = items.length - shown.length;
  const count = label(`+${left}`, { x: x + NAME_X, y: y(shown.length), fill: theme.secondary });
  return {
    lines: [...shown.flatMap((item, index) => named(item, x, y(index), room)), ...(left === 0 ? [] : count)],
    rest: inset(box, { right: room + NAME_X + 8 }),
  };
}

/** An entry for each line that the legend shows, with its calculations. */
export function lineLegend(lines: readonly PanelLine[], calculations: readonly Calculation[]): LegendContent {
  const named = lines.filter(({ override }) => override.legend !== 'hide');
  return {
    items: named.map((line) => legendItem(line, calculations)),
    columns: calculations.map((calculation) => CALCULATION_NAMES[calculation]),
  };
}

function legendItem(
  { name, colour, values, field, override }: PanelLine,
  calculations: readonly Calculation[],
): LegendItem {
  const cells = calculations.map((calculation) => shownText(reduced(values, calculation), field));
  return { name, colour, cells, ...(override.style === 'dashed' ? { dashed: true } : {}) };
}
