/**
 * Which log lines a panel shows: the streams whose labels match. It is asked of Loki, so nothing that reads PromQL ever
 * sees it. Loki writes the matchers of streams as Prometheus writes those of series, less the name of a metric.
 * Source: https://grafana.com/docs/loki/latest/query/log_queries/#log-stream-selector
 */
import { type LabelMatch, matchers } from '../promql/matcher.ts';
import type { Matcher } from '../promql/node.ts';
import { print } from '../promql/print.ts';

/** Matchers by the label of a stream. Labels of streams are not catalogued: any name is taken. */
export type Streams = Readonly<Record<string, LabelMatch>>;

/** The query of a logs panel. */
export interface LogsQuery {
  readonly kind: 'logs';
  readonly key: string;
  readonly name: string;
  readonly streams: readonly Matcher[];
}

/**
 * A query for the log lines of some streams.
 *
 * @throws TypeError without a matcher: Loki refuses to read everything.
 */
export function logsQuery(key: string, name: string, streams: Streams): LogsQuery {
  const given = matchers(streams);
  if (given.length === 0) throw new TypeError(`logs panel ${key}: name at least one label of the streams.`);
  return Object.freeze({ kind: 'logs', key, name, streams: Object.freeze(given) });
}

/**
 * The query in LogQL.
 *
 * @example logsQueryText(logsQuery('errors', 'Errors', { service: ['shop', 'worker'] })) // '{service=~"shop|worker"}'
 */
export function logsQueryText({ streams }: LogsQuery): string {
  return print({ kind: 'selector', metric: '', matchers: streams });
}
