/** Queries as the plugins of Prometheus and Loki read them, and what Grafana calls their answers: refIds, legends, columns. */

import type { LogNode } from '../../logql/node.ts';
import { print as logText } from '../../logql/print.ts';
import { type LogsQuery, logsQueryText } from '../../model/logs-query.ts';
import { queryOf } from '../../model/look/columns.ts';
import { queryDisplay, shownFactor } from '../../model/look/display.ts';
import type {
  ResolvedLogQuery,
  ResolvedMetricQuery,
  ResolvedPanel,
  ResolvedQuery,
  ShownPanel,
} from '../../model/resolved.ts';
import { plainText, type Text } from '../../model/text.ts';
import type { Annotation } from '../../model/variable.ts';
import { kindOf } from '../../panels/kinds.ts';
import { print } from '../../promql/print.ts';

/**
 * The refId of the query at a position, counted as spreadsheets count columns.
 *
 * @example [0, 25, 26].map(refId) // ['A', 'Z', 'AA']
 */
export function refId(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : refId(Math.floor(position / 26) - 1) + letter;
}

/** An invisible character that joins words: between two braces it keeps Grafana from reading the name of a label. */
const JOINER = '\u2060';
/** A brace before another, and at the end of a text before the braces of a label. */
const BRACES = /\{(?=\{)/g;
const BEFORE_HOLE = /\{(?=\{|$)/g;

/**
 * A legend as the Prometheus plugin reads it. A text without pieces leaves the naming to Grafana. Braces that stand in the
 * text itself are text: the plugin has no escape, so an invisible character goes between them.
 * Source: getName() in Grafana's pkg/promlib/querydata/response.go
 *
 * @throws TypeError for a hole that stands for a value: a legend has none.
 * @example legendFormat(query(requests, { by: ['service', 'status'] }).legend) // '{{service}} {{status}}'
 */
export function legendFormat({ pieces }: Text): string {
  if (pieces.length === 0) return AUTO;
  const legend = pieces
    .map((piece, index) => {
      if (typeof piece === 'string')
        return piece.replace(index < pieces.length - 1 ? BEFORE_HOLE : BRACES, `{${JOINER}`);
      if (piece.hole === 'label') return `{{${piece.label}}}`;
      throw new TypeError('legendFormat(): a legend can name labels, not the value of its series.');
    })
    .join('');
  return legend === AUTO ? `${JOINER}${legend}` : legend;
}

/** Grafana's own naming. */
const AUTO = '__auto';

/**
 * What a column is called in Grafana's answer.
 *
 * @param field a label, the key of a query, the id of its signal, or `Value` where there is one query alone.
 * Of a table with two queries the second is `Value #B`.
 */
export function fieldName(panel: ShownPanel, field: string): string {
  const query = queryOf(panel, field);
  if (query === undefined) return field;
  return panel.queries.length === 1 ? 'Value' : `Value #${refId(panel.queries.indexOf(query))}`;
}

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
  readonly queryType: 'range' | 'instant';
}

export interface PanelQuery {
  readonly refId: string;
  /** The type of data source that is asked. */
  readonly source: 'prometheus' | 'loki';
  readonly query: PrometheusQuery | LokiQuery;
}

/** The queries of a panel in order. */
export function panelQueries(panel: ResolvedPanel): readonly PanelQuery[] {
  if (isLogs(panel)) {
    return panel.logs === undefined ? [] : [{ refId: refId(0), source: 'loki', query: linesQuery(panel, panel.logs) }];
  }
  return panel.queries.map((query, position) => {
    const id = refId(position);
    return query.language === 'promql'
      ? { refId: id, source: 'prometheus', query: prometheusQuery(panel, query) }
      : { refId: id, source: 'loki', query: lokiQuery(panel, query) };
  });
}

function lokiQuery(panel: ResolvedPanel, query: ResolvedLogQuery): LokiQuery {
  const factor = shownFactor(query.unit, queryDisplay(panel, query));
  const by: LogNode = { kind: 'number', value: factor };
  const node: LogNode = factor === 1 ? query.node : { kind: 'binary', operator: '*', left: query.node, right: by };
  return {
    direction: 'backward',
    editorMode: 'code',
    expr: logText(node),
    legendFormat: legendFormat(query.legend),
    queryType: query.format === 'instant' ? 'instant' : 'range',
  };
}

function prometheusQuery(panel: ResolvedPanel, query: ResolvedMetricQuery): PrometheusQuery {
  const buckets = query.format === 'heatmap';
  return {
    editorMode: 'code',
    expr: exprOf(panel, query),
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
function exprOf(panel: ResolvedPanel, query: ResolvedMetricQuery): string {
  const factor = shownFactor(query.unit, queryDisplay(panel, query));
  if (factor === 1) return print(query.node);
  return print({ kind: 'binary', operator: '*', left: query.node, right: { kind: 'number', value: factor } });
}

function linesQuery({ options }: ResolvedPanel<'logs'>, query: LogsQuery): LokiQuery {
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

/** The annotation that every dashboard of Grafana has. Hidden in the controls, its events are shown. */
export const BUILT_IN = Object.freeze({
  name: 'Annotations & Alerts',
  iconColor: 'rgba(0, 211, 255, 1)',
  source: Object.freeze({ type: 'grafana', uid: '-- Grafana --' }),
});

/**
 * Settings of the Prometheus plugin. Grafana 12 reads `expr` beside the other settings, 13 within the query: both are
 * written.
 */
export interface PrometheusAnnotation {
  readonly expr: string;
  readonly titleFormat: string;
  readonly textFormat: string;
}

/** What an annotation asks Prometheus, and what it says where the answer is above zero. */
export function prometheusAnnotation({ node, title }: Annotation): PrometheusAnnotation {
  return { expr: print(node), titleFormat: title, textFormat: '' };
}
