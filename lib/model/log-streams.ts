/**
 * Which log lines a panel shows: the streams whose labels match. Loki selects streams as Prometheus selects series, in
 * the same notation, less the name of a metric.
 * Source: https://grafana.com/docs/loki/latest/query/log_queries/#log-stream-selector
 */
import { type LabelMatch, matchers } from '../promql/matcher.ts';
import type { SelectorNode } from '../promql/node.ts';
import { count } from '../units/unit.ts';
import type { Line } from './line.ts';
import type { AnySignal } from './signal.ts';
import { plainText } from './text.ts';

/** Matchers by the label of a stream. Labels of streams are not catalogued: any name is taken. */
export type Streams = Readonly<Record<string, LabelMatch>>;

/**
 * The line of a logs panel.
 *
 * @throws TypeError without a matcher: Loki refuses to read everything.
 * @example logLine('errors', 'Errors', { service: ['vote', 'worker'] }) // {service=~"vote|worker"}
 */
export function logLine(key: string, name: string, streams: Streams): Line {
  const node: SelectorNode = Object.freeze({ kind: 'selector', metric: '', matchers: matchers(streams) });
  if (node.matchers.length === 0) throw new TypeError(`logs panel ${key}: name at least one label of the streams.`);
  const unit = count('lines');
  const signal: AnySignal = Object.freeze({
    kind: 'signal',
    id: `logs-${key}`,
    name,
    description: '',
    unit,
    split: { names: [] },
    levels: [],
    whenEmpty: 'not applicable',
    emptyText: 'No log lines',
    sources: { '': { finest: node, ask: () => ({ node }) } },
  });
  return Object.freeze({ key, signal, unit, by: [], legend: plainText(name) });
}
