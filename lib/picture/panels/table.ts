/** A row for each series, a column for each label and line. */
import { type Column, columnsOf, isReshaped } from '../../model/look/columns.ts';
import type { PanelLook } from '../../model/look/look.ts';
import type { CompleteByKind } from '../../panels/kinds.ts';
import { type Scale, scaleOfBar } from '../../panels/options.ts';
import type { Box } from '../box.ts';
import { gaugeScale, reduced } from '../data/reduce.ts';
import { rowsOf, type TableRow } from '../data/rows.ts';
import type { Context, Draw, PanelLine } from '../drawing.ts';
import { shown, shownText } from '../format/shown.ts';
import { element, type Lines } from '../svg/element.ts';
import { label } from '../svg/label.ts';
import { polyline } from '../svg/path.ts';
import { textWidth } from '../text/measure.ts';
import { colourOf } from '../theme.ts';

const ROW = 36;
const SIZE = 14;
const PADDING = 6;

export const table: Draw<'table'> = (panel, { lines }, box, context) => {
  const rows = rowsOf(panel, lines);
  const columns = placed(columnsOf(panel), box);
  const room = Math.max(1, Math.floor((box.height - ROW) / ROW));
  const drawn = rows.slice(0, room);
  const newest = lines.map(({ values }) => values.slice(-1));
  const widest = Math.max(0, ...lines.map(({ values, field }) => textWidth(shownText(reduced(values), field), SIZE)));
  const look = { cells: panel.options.cells, newest, widest, context };
  return {
    lines: [
      ...heading(columns, box, context),
      ...drawn.flatMap((row, index) => columns.flatMap((column) => cell(row, column, box.y + (index + 1) * ROW, look))),
      rules(columns, box, drawn.length, context),
    ],
    ...noteOf(panel, { drawn: drawn.length, all: rows.length }),
  };
};

/** Says how many rows are hidden, and whether transformations are not applied. */
function noteOf(
  panel: PanelLook<'table'>,
  rows: { readonly drawn: number; readonly all: number },
): { readonly note?: string } {
  const notes = [
    ...(rows.drawn < rows.all ? [`${rows.drawn} of ${rows.all} rows`] : []),
    ...(isReshaped(panel) ? ['before its transformations'] : []),
  ];
  return notes.length === 0 ? {} : { note: notes.join(', ') };
}

interface PlacedColumn extends Column {
  readonly x: number;
  readonly room: number;
}

/** Columns without a width share what is left. */
function placed(columns: readonly Column[], { x, width }: Box): readonly PlacedColumn[] {
  const given = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const open = columns.filter((column) => column.width === undefined).length;
  const each = Math.max(30, (width - given) / Math.max(1, open));
  let at = x;
  return columns.map((column) => {
    const place = { ...column, x: at, room: column.width ?? each };
    at += place.room;
    return place;
  });
}

function heading(columns: readonly PlacedColumn[], { y }: Box, { theme }: Context): Lines {
  return columns.flatMap((column) => inCell(column.title, column, y, { fill: theme.secondary, weight: 500 }));
}

function inCell(
  text: string,
  { of, x, room }: PlacedColumn,
  y: number,
  look: { readonly fill?: string; readonly weight?: 500 },
): Lines {
  const right = 'query' in of;
  const at = right ? { x: x + room - PADDING, anchor: 'end' as const } : { x: x + PADDING };
  return label(text, { ...at, y: y + ROW / 2, size: SIZE, room: room - 2 * PADDING, ...look });
}

interface CellLook {
  readonly cells: CompleteByKind['table']['cells'];
  /** A scale that the look leaves open ends at the largest value of all columns, as in Grafana. */
  readonly newest: readonly (readonly number[])[];
  /** The width of the longest value: bars end at the same place in all rows. */
  readonly widest: number;
  readonly context: Context;
}

function cell(row: TableRow, column: PlacedColumn, y: number, look: CellLook): Lines {
  if ('label' in column.of) return labelCell(row.labels[column.of.label] ?? '', column, y, look.context);
  const found = row.values.get(column.of.query.key);
  return found === undefined ? [] : valueCell({ ...found, bounds: scaleOfBar(column.of.query.unit) }, column, y, look);
}

/** A label in its value's colour where it has one, in the colour of links where it has a link. */
function labelCell(text: string, column: PlacedColumn, y: number, { theme }: Context): Lines {
  const colour = column.colours?.[text];
  if (colour !== undefined) return inCell(text, column, y, { fill: colourOf(theme, colour) });
  return inCell(text, column, y, column.link === undefined ? {} : { fill: theme.link });
}

function valueCell(
  { value, line, bounds }: { readonly value: number; readonly line: PanelLine; readonly bounds: Scale },
  column: PlacedColumn,
  y: number,
  look: CellLook,
): Lines {
  const { cells, context } = look;
  const { theme } = context;
  const { text, suffix, colour } = shown(value, line.field);
  const fill = colourOf(theme, colour);
  const whole = text + suffix;
  const place = { x: column.x + 1, y: y + 1, width: column.room - 2, height: ROW - 2 };
  if (cells === 'coloured background')
    return [element('rect', { ...place, fill }), ...inCell(whole, column, y, { fill: theme.onColour })];
  if (cells === 'coloured text') return inCell(whole, column, y, { fill });
  if (cells === 'plain') return inCell(whole, column, y, {});
  const scale = gaugeScale(bounds, look.newest);
  const wide = Math.min(column.room * 0.6, look.widest + PADDING);
  const room = column.room - wide - 2 * PADDING;
  const bar = { x: column.x + PADDING, y: y + 8, height: ROW - 16, rx: 2 };
  return [
    element('rect', { ...bar, width: room, fill: theme.track }),
    element('rect', { ...bar, width: Math.max(2, room * scale.at(value)), fill }),
    ...inCell(whole, { ...column, x: column.x + column.room - wide - PADDING, room: wide + PADDING }, y, { fill }),
  ];
}

function rules(columns: readonly PlacedColumn[], { x, y, width }: Box, rows: number, { theme }: Context): string {
  const height = (rows + 1) * ROW;
  const across = Array.from({ length: rows + 1 }, (_, index) => {
    const line = y + (index + 1) * ROW;
    return polyline([
      { x, y: line },
      { x: x + width, y: line },
    ]);
  });
  const down = columns.slice(1).map((column) =>
    polyline([
      { x: column.x, y },
      { x: column.x, y: y + height },
    ]),
  );
  return element('path', { d: [...across, ...down].join(''), stroke: theme.border });
}
