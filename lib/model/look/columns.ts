/** The columns of a table: which there are, in which order, and what stands above them. */

import type { TableColumn } from '../../panels/table.ts';
import type { Transformation } from '../field.ts';
import type { ResolvedQuery, ShownPanel, ShownQuery } from '../resolved.ts';
import { queryName } from './display.ts';

/** A column whose field is a label, the key of a line, the id of its signal, or `Value` where there is one line alone. */
export interface Column<Q extends ShownQuery = ResolvedQuery> extends TableColumn {
  readonly title: string;
  /** A label, or the values of a query. */
  readonly of: { readonly label: string } | { readonly query: Q };
}

interface TablePanel<Q extends ShownQuery = ShownQuery> extends ShownPanel<'table'> {
  readonly queries: readonly Q[];
}

/** The columns in order: as chosen, else labels first and then each line; the time and the metric's name are of no use. */
export function columnsOf<Q extends ShownQuery>(panel: TablePanel<Q>): readonly Column<Q>[] {
  const hidden = new Set(panel.transformations.flatMap((of) => (of.kind === 'hide' ? of.fields : [])));
  const chosen = panel.options.columns ?? usualFields(panel).map((field) => ({ field }));
  return chosen
    .filter(({ field }) => !hidden.has(field))
    .map((column) => ({ ...column, title: columnTitle(panel, column.field), of: contentOf(panel, column.field) }));
}

function usualFields({ queries }: TablePanel): readonly string[] {
  return [...new Set(queries.flatMap(({ labels }) => labels)), ...queries.map(({ key }) => key)];
}

function contentOf<Q extends ShownQuery>(panel: TablePanel<Q>, field: string): Column<Q>['of'] {
  const query = queryOf(panel, field);
  return query === undefined ? { label: field } : { query };
}

/** What stands above a column: the definition's own words, else a line's name, else the label. */
export function columnTitle(panel: TablePanel, field: string): string {
  const query = queryOf(panel, field);
  return ownTitle(panel, field) ?? (query === undefined ? field : queryName(query));
}

function ownTitle(panel: TablePanel, field: string): string | undefined {
  const titled = panel.options.columns?.find((column) => isSame(panel, column.field, field))?.title;
  const renamed = panel.transformations.find((of) => of.kind === 'rename' && isSame(panel, of.from, field));
  return titled ?? (renamed?.kind === 'rename' ? renamed.to : undefined);
}

function isSame(panel: TablePanel, a: string, b: string): boolean {
  return a === b || (queryOf(panel, a) !== undefined && queryOf(panel, a) === queryOf(panel, b));
}

/** The line that a column's field names. */
export function queryOf<Q extends ShownQuery>(
  { queries }: { readonly queries: readonly Q[] },
  field: string,
): Q | undefined {
  const byKey = queries.find(({ key }) => key === field);
  if (byKey === undefined && field === 'Value' && queries.length === 1) return queries[0];
  return byKey ?? queries.find(({ signal }) => signal.id === field);
}

/** Transformations after which the columns are no longer those of the queries. */
export const RESHAPES: ReadonlySet<Transformation['kind']> = new Set(['labels to fields', 'series to rows', 'reduce']);

/** True where the columns are no longer those of the queries. */
export function isReshaped({ transformations }: ShownPanel): boolean {
  return transformations.some(({ kind }) => RESHAPES.has(kind));
}
