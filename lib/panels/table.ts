/**
 * Table: a row for each series, a column for each label and each query.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/table/
 *
 * @example panel.table(memoryUsed, { by: ['service'], cells: 'gauge' })
 */
import type { Kind } from './kind.ts';
import type { Colour } from './options.ts';

/** A column; `F` are the names that it may have. */
export interface TableColumn<F extends string = string> {
  /** A label, or the key of a query. */
  readonly field: F;
  readonly title?: string;
  readonly width?: number;
  /** Where a cell leads. */
  readonly link?: CellLink;
  /** Colours by what a cell says: `{ critical: 'red' }`. */
  readonly colours?: Readonly<Record<string, Colour>>;
}

/** The address that a cell leads to: its own text between `before` and `after`. It opens beside the dashboard. */
export interface CellLink {
  readonly title: string;
  readonly before: string;
  readonly after?: string;
}

export interface TableOptions<F extends string = string> {
  /** Columns in order; all others are hidden. Left out, the labels first and then each query. */
  readonly columns?: readonly TableColumn<F>[];
  readonly sortBy?: { readonly field: F; readonly order: 'ascending' | 'descending' };
  readonly cells?: 'plain' | 'coloured text' | 'coloured background' | 'gauge';
}

export type CompleteTable = TableOptions & Required<Pick<TableOptions, 'cells'>>;

export const table: Kind<TableOptions, CompleteTable> = {
  shows: 'signals',
  format: 'instant',
  height: 8,
  columns: true,
  complete: ({ options }) => ({ cells: 'plain', ...options }),
};
