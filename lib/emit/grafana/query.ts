/** The queries of a panel as the plugins of Prometheus and Loki read them. */

import { type LogsQuery, logsQueryText } from '../../model/logs-query.ts';
import { queryDisplay, shownFactor } from '../../model/look/display.ts';
import type { ResolvedPanel, ResolvedQuery } from '../../model/resolved.ts';
import { plainText } from '../../model/text.ts';
import { kindOf } from '../../panels/kinds.ts';
import type { Node } from '../../promql/node.ts';
import { print } from '../../promql/print.ts';
import { legendFormat, refId } from './line.ts';

/** A query of the Prometheus plugin, without its data source and refId. */
export interface PrometheusQuery {
  readonly editorMode: 'code';
  readonly expr: string;
  readonly format: 'time_series' | 'table' | 'heatmap';
  readonly instant: boolean;
  readonly legendFormat: string;
  readonly range: boolean;
}

/** A query of the Loki plugin, without its data source and refId. */
export interface LokiQuery {
  readonly direction: 'backward' | 'forward';
  readonly editorMode: 'code';
  readonly expr: string;
  readonly legendFormat: string;
  readonly queryType: 'range';
}

export interface PanelQuery {
  readonly refId: string;
  readonly query: PrometheusQuery | LokiQuery;
}

/** The queries of a panel in order. */
export function panelQueries(panel: ResolvedPanel): readonly PanelQuery[] {
  if (isLogs(panel)) return panel.logs === undefined ? [] : [{ refId: refId(0), query: lokiQuery(panel, panel.logs) }];
  return panel.queries.map((query, position) => ({ refId: refId(position), query: prometheusQuery(panel, query) }));
}

function prometheusQuery(panel: ResolvedPanel, query: ResolvedQuery): PrometheusQuery {
  const buckets = query.format === 'heatmap';
  return {
    editorMode: 'code',
    expr: print(shown(panel, query)),
    format: formatOf(panel, query),
    instant: query.format === 'instant',
    legendFormat: buckets ? '{{le}}' : legendFormat(query.legend),
    range: query.format !== 'instant',
  };
}

function formatOf({ kind }: ResolvedPanel, { format }: ResolvedQuery): PrometheusQuery['format'] {
  if (format === 'heatmap') return 'heatmap';
  return kindOf(kind).columns && format === 'instant' ? 'table' : 'time_series';
}

/** Grafana's dates are milliseconds, Prometheus' are seconds. */
function shown(panel: ResolvedPanel, query: ResolvedQuery): Node {
  const factor = shownFactor(query.unit, queryDisplay(panel, query));
  if (factor === 1) return query.node;
  return { kind: 'binary', operator: '*', left: query.node, right: { kind: 'number', value: factor } };
}

function lokiQuery({ options }: ResolvedPanel<'logs'>, query: LogsQuery): LokiQuery {
  return {
    direction: options.order === 'oldest first' ? 'forward' : 'backward',
    editorMode: 'code',
    expr: logsQueryText(query),
    legendFormat: legendFormat(plainText(query.name)),
    queryType: 'range',
  };
}

function isLogs(panel: ResolvedPanel): panel is ResolvedPanel<'logs'> {
  return panel.kind === 'logs';
}
