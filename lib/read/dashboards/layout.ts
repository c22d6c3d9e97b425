/** Where the elements of a v2 dashboard stand: grids, rows and tabs, one within the other. */
import type { Grid, RowRecord } from '../records.ts';
import { type Fields, fieldsOf, numberOf, objectsOf, textOf } from '../value.ts';

/** An element in its place. */
export interface Placed {
  readonly element: string;
  /** Titles of the tabs and rows around it, from the outside. */
  readonly row: string;
  readonly grid: Grid | undefined;
  readonly repeat: string | undefined;
}

/** All places of a layout, from the top, and its rows and tabs. */
export interface Layout {
  readonly rows: readonly RowRecord[];
  readonly placed: readonly Placed[];
}

/** Reads a layout of any kind; what it does not know holds nothing. */
export function placedIn(layout: Fields): Layout {
  const rows: RowRecord[] = [];
  const placed = within(layout, '', rows);
  return Object.freeze({ rows: Object.freeze(rows), placed: Object.freeze(placed) });
}

function within({ spec }: Fields, row: string, rows: RowRecord[]): readonly Placed[] {
  const { items, rows: inside, tabs } = fieldsOf(spec);
  const parts = [...objectsOf(inside), ...objectsOf(tabs)].flatMap((part) => {
    const { title, layout, collapse, repeat } = fieldsOf(part.spec);
    const path = [row, textOf(title) ?? ''].filter((each) => each !== '').join(' / ');
    rows.push(Object.freeze({ title: path, folded: collapse === true, repeat: textOf(fieldsOf(repeat).value) ?? '' }));
    return within(fieldsOf(layout), path, rows);
  });
  return [...objectsOf(items).map((item) => itemIn(item, row)), ...parts];
}

function itemIn({ spec }: Fields, row: string): Placed {
  const { element, x, y, width, height, repeat } = fieldsOf(spec);
  const [left, top, w, h] = [x, y, width, height].map(numberOf);
  const grid = left === undefined ? undefined : Object.freeze({ x: left, y: top ?? 0, w: w ?? 0, h: h ?? 0 });
  return Object.freeze({
    element: textOf(fieldsOf(element).name) ?? '',
    row,
    grid,
    repeat: textOf(fieldsOf(repeat).value),
  });
}
