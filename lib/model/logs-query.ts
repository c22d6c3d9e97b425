/** Which log lines a panel shows. It is asked of Loki and answered with lines, so that nothing that reads numbers sees it. */
import type { LinesNode } from '../logql/node.ts';
import { print } from '../logql/print.ts';

/** The query of a logs panel. */
export interface LogsQuery {
  readonly kind: 'logs';
  readonly key: string;
  readonly name: string;
  readonly node: LinesNode;
}

/** A query for log lines. */
export function logsQuery(key: string, name: string, lines: { readonly node: LinesNode }): LogsQuery {
  return Object.freeze({ kind: 'logs', key, name, node: lines.node });
}

/**
 * The query in LogQL.
 *
 * @example logsQueryText(logsQuery('errors', 'Errors', shopLogs.contains('ERROR'))) // '{project="shop"} |= "ERROR"'
 */
export function logsQueryText({ node }: LogsQuery): string {
  return print(node);
}
