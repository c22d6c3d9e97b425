/**
 * What the Prometheus plugin calls the columns of a table. Labels are columns by their own name; the values of one query
 * are `Value`, those of several `Value #A`, `Value #B`.
 * Source: transformDFToTable() in packages/grafana-prometheus/src/result_transformer.ts of Grafana.
 */
import { queryOf } from '../../model/look/columns.ts';
import type { ResolvedPanel } from '../../model/resolved.ts';
import { refId } from './line.ts';

/**
 * What a column is called in Grafana's answer.
 *
 * @param field a label, the key of a line, the id of its signal, or `Value` where there is one line alone.
 * @example fieldName(tableOfTwoSignals, 'memory-by-service') // 'Value #B'
 */
export function fieldName(panel: ResolvedPanel, field: string): string {
  const query = queryOf(panel, field);
  if (query === undefined) return field;
  return panel.queries.length === 1 ? 'Value' : `Value #${refId(panel.queries.indexOf(query))}`;
}
