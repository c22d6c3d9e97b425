/** The columns of a table: which there are, and what stands above them. */
import type { ResolvedPanel, ResolvedQuery } from '../../model/resolved.ts';
import { lineName } from './names.ts';

export interface Column {
  readonly title: string;
  readonly width?: number;
  /** A label, or the values of a query. */
  readonly of: { readonly label: string } | { readonly query: ResolvedQuery };
}

type TablePanel = ResolvedPanel<'table'>;

/** The columns in order: as chosen, else labels first and then each line. */
export function columnsOf(panel: TablePanel): readonly Column[] {
  const hidden = new Set(panel.transformations.flatMap((of) => (of.kind === 'hide' ? of.fields : [])));
  const chosen = panel.options.columns?.map(({ field }) => field) ?? usualFields(panel);
  return chosen.filter((field) => !hidden.has(field)).map((field) => columnOf(panel, field));
}

function usualFields({ queries }: TablePanel): readonly string[] {
  return [...new Set(queries.flatMap(({ labels }) => labels)), ...queries.map(({ key }) => key)];
}

function columnOf(panel: TablePanel, field: string): Column {
  const query = queryOf(panel, field);
  const settings = panel.options.columns?.find((column) => isSame(panel, column.field, field));
  const renamed = panel.transformations.find((of) => of.kind === 'rename' && isSame(panel, of.from, field));
  const own = settings?.title ?? (renamed?.kind === 'rename' ? renamed.to : undefined);
  return {
    title: own ?? (query === undefined ? field : lineName(query)),
    of: query === undefined ? { label: field } : { query },
    ...(settings?.width === undefined ? {} : { width: settings.width }),
  };
}

/** A line by its key or its signal's id; `Value` where there is one line alone. */
export function queryOf({ queries }: TablePanel, field: string): ResolvedQuery | undefined {
  if (field === 'Value' && queries.length === 1) return queries[0];
  return queries.find(({ key }) => key === field) ?? queries.find(({ signal }) => signal.id === field);
}

function isSame(panel: TablePanel, a: string, b: string): boolean {
  return a === b || (queryOf(panel, a) !== undefined && queryOf(panel, a) === queryOf(panel, b));
}
