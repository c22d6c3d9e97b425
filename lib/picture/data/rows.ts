/** The rows of a table: the newest values of all lines, joined by their labels. */
import { queryOf } from '../../model/look/columns.ts';
import type { ResolvedPanel } from '../../model/resolved.ts';
import type { Labels } from '../../sample/target-labels.ts';
import { labelsKey } from '../../sample/target-labels.ts';
import type { PanelLine } from '../drawing.ts';
import { reduced } from './reduce.ts';

export interface TableRow {
  readonly labels: Labels;
  /** By the query's key. */
  readonly values: ReadonlyMap<string, { readonly value: number; readonly line: PanelLine }>;
}

type TablePanel = ResolvedPanel<'table'>;

/** The rows in the order that the panel asks for. */
export function rowsOf(panel: TablePanel, lines: readonly PanelLine[]): readonly TableRow[] {
  const byLabels = new Map<string, PanelLine[]>();
  for (const line of lines) {
    const key = labelsKey(line.labels);
    byLabels.set(key, [...(byLabels.get(key) ?? []), line]);
  }
  const rows = [...byLabels.values()].map((same) => ({
    labels: same[0]?.labels ?? {},
    values: new Map(same.map((line) => [line.query, { value: reduced(line.values), line }])),
  }));
  return limited(panel, sorted(panel, rows));
}

function sorted(panel: TablePanel, rows: readonly TableRow[]): readonly TableRow[] {
  const asked = panel.transformations.flatMap((of) => (of.kind === 'sort' ? [of] : []));
  const { sortBy } = panel.options;
  const orders = sortBy === undefined ? asked : [...asked, sortBy];
  const sortedRows = [...rows];
  for (const { field, order } of orders) {
    const sign = order === 'descending' ? -1 : 1;
    sortedRows.sort((a, b) => sign * compared(panel, field, a, b));
  }
  return sortedRows;
}

function compared(panel: TablePanel, field: string, a: TableRow, b: TableRow): number {
  const query = queryOf(panel, field);
  if (query !== undefined) return (a.values.get(query.key)?.value ?? 0) - (b.values.get(query.key)?.value ?? 0);
  const [left, right] = [a.labels[field] ?? '', b.labels[field] ?? ''];
  return left < right ? -1 : Number(left > right);
}

function limited({ transformations }: TablePanel, rows: readonly TableRow[]): readonly TableRow[] {
  return transformations.reduce((all, of) => (of.kind === 'limit' ? all.slice(0, of.to) : all), rows);
}
