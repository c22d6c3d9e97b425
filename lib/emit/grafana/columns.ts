/**
 * The columns of a table: what the Prometheus plugin calls them, and what the reader sees. Labels are columns by their
 * own name; the values of one query are `Value`, those of several `Value #A`, `Value #B`.
 * Source: transformDFToTable() in packages/grafana-prometheus/src/result_transformer.ts of Grafana.
 */
import type { ResolvedPanel, ResolvedQuery } from '../../model/resolved.ts';
import { lineName, refId } from './line.ts';

const ONLY_VALUE = 'Value';

/**
 * What a column is called in Grafana's answer.
 *
 * @param field a label, the key of a line, the id of its signal, or `Value` where there is one line alone.
 * @example fieldName(tableOfTwoSignals, 'memory-by-service') // 'Value #B'
 */
export function fieldName(panel: ResolvedPanel, field: string): string {
  const position = positionOf(panel, field);
  if (position < 0) return field;
  return panel.queries.length === 1 ? ONLY_VALUE : `Value #${refId(position)}`;
}

/** What stands above a column: the definition's own words, else a line's name, else the label. */
export function columnTitle(panel: ResolvedPanel<'table'>, field: string): string {
  return ownTitle(panel, field) ?? usualTitle(panel, field);
}

/** All columns that are of use, labels first: the time of an instant query and the metric's name are not. */
export function usualColumns({ queries }: ResolvedPanel): readonly string[] {
  const labels = queries.flatMap((query: ResolvedQuery) => query.labels);
  return [...new Set(labels), ...queries.map(({ key }) => key)];
}

function positionOf({ queries }: ResolvedPanel, field: string): number {
  const byKey = queries.findIndex(({ key }) => key === field);
  if (byKey >= 0) return byKey;
  if (field === ONLY_VALUE && queries.length === 1) return 0;
  return queries.findIndex(({ signal }) => signal.id === field);
}

function ownTitle(panel: ResolvedPanel<'table'>, field: string): string | undefined {
  const name = fieldName(panel, field);
  const isIt = (other: string): boolean => fieldName(panel, other) === name;
  const titled = panel.options.columns?.find((column) => isIt(column.field))?.title;
  const renamed = panel.transformations.find((of) => of.kind === 'rename' && isIt(of.from));
  return titled ?? (renamed?.kind === 'rename' ? renamed.to : undefined);
}

function usualTitle(panel: ResolvedPanel, field: string): string {
  const line = panel.queries[positionOf(panel, field)];
  return line === undefined ? field : lineName(line);
}
