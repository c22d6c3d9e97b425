/**
 * Whether a Prometheus has anything of what a query asks about. No answer means two things: all is well ("Not filling"),
 * or nobody measures it. Only the first may be said in a panel's own words.
 */
import type { SelectorNode } from '../../lib/promql/node.ts';
import { parse } from '../../lib/promql/parse/parse.ts';
import { print } from '../../lib/promql/print.ts';
import { selectors } from '../../lib/promql/walk.ts';
import type { Span } from '../protocol.ts';
import { hasSeries } from './live.ts';

/** Prometheus writes it while an alert fires, and nothing while none does: `up` says that it works at all. */
const ALERTS = 'ALERTS';

/** False only where the server was asked and has none of the metrics at the time shown. */
export async function isKnown(server: string, query: string, span: Span): Promise<boolean> {
  const asked = askedAbout(query);
  if (asked.length === 0) return true;
  // A server that does not say is not said to have nothing.
  return await hasSeries(server, asked, span).catch(() => true);
}

/**
 * The metrics of a query with the jobs that they are of: other matchers choose among series, and may rightly leave none.
 *
 * @example askedAbout('sum(rate(errors_total{job="shop",code="500"}[5m])) or vector(0)') // ['errors_total{job="shop"}']
 */
export function askedAbout(query: string): readonly string[] {
  const parsed = parse(query);
  if (!parsed.ok) return [];
  return [...new Set(selectors(parsed.node).flatMap(metricOf))];
}

function metricOf({ kind, metric, matchers }: SelectorNode): readonly string[] {
  if (metric === '') return [];
  if (metric === ALERTS) return ['up'];
  return [print({ kind, metric, matchers: matchers.filter(({ label }) => label === 'job') })];
}
