/** Resolved panels and dashboards made by hand, for the emitters of Grafana: a test says only what it is about. */

import { stream } from 'plainsight/logql';
import { logsQuery } from '../../lib/model/logs-query.ts';
import type {
  ResolvedDashboard,
  ResolvedMetricQuery,
  ResolvedPanel,
  ResolvedRow,
  SignalWords,
} from '../../lib/model/resolved.ts';
import { plainText } from '../../lib/model/text.ts';
import { kindOf, type OptionsByKind, type PanelKind } from '../../lib/panels/kinds.ts';
import type { Node } from '../../lib/promql/node.ts';
import { duration } from '../../lib/units/duration.ts';
import { count } from '../../lib/units/unit.ts';

const votes = count('votes');

/** What a signal says, `votes waiting` unless told. */
export function words(of: Partial<SignalWords> = {}): SignalWords {
  return {
    id: 'votes-waiting',
    name: 'Votes waiting',
    description: '',
    unit: votes,
    split: { names: [] },
    whenEmpty: 'no data',
    emptyText: 'No data',
    repeats: [],
    ...of,
  };
}

/** A selector without matchers. */
export function selector(metric: string): Node {
  return { kind: 'selector', metric, matchers: [] };
}

/** A query for one metric; the signal's id is the line's key. */
export function query(key: string, of: Partial<ResolvedMetricQuery> = {}): ResolvedMetricQuery {
  const unit = of.unit ?? votes;
  return {
    key,
    language: 'promql',
    node: selector(key.replaceAll('-', '_')),
    labels: [],
    unit,
    legend: plainText(key),
    format: 'range',
    signal: words({ id: key, name: key, unit }),
    ...of,
  };
}

/** A panel of a kind. Kinds that ask Prometheus have one query unless told. */
export function panel<K extends PanelKind>(
  kind: K,
  options: OptionsByKind[K],
  of: Partial<Omit<ResolvedPanel<K>, 'kind' | 'options'>> = {},
): ResolvedPanel<K> {
  const { shows } = kindOf(kind);
  const asks = shows === 'signals' || shows === 'distribution';
  return {
    id: 1,
    key: kind,
    kind,
    title: kind,
    description: `A panel of kind ${kind}.`,
    ownDescription: `A panel of kind ${kind}.`,
    grid: { x: 0, y: 1, w: 12, h: 8 },
    queries: asks ? [query('votes-waiting')] : [],
    ...(asks ? { unit: votes } : {}),
    ...(shows === 'log streams'
      ? { logs: logsQuery('lines', 'Lines', stream({ labels: ['service'] }).where({ service: 'vote' })) }
      : {}),
    mappings: [],
    overrides: [],
    links: [],
    transformations: [],
    repeats: [],
    excuses: [],
    where: { what: `panel ${kind}` },
    options,
    ...of,
  };
}

/** A row that is open, with panels. */
export function row(panels: readonly ResolvedPanel[], of: Partial<ResolvedRow> = {}): ResolvedRow {
  return { title: 'Health', id: 1000, collapsed: false, y: 0, panels, ...of };
}

/** A dashboard with the one variable that every dashboard has. */
export function dashboard(rows: readonly ResolvedRow[], of: Partial<ResolvedDashboard> = {}): ResolvedDashboard {
  return {
    kind: 'dashboard',
    uid: 'voting-app-test',
    title: 'Test',
    description: 'A dashboard made by hand.',
    tags: ['test'],
    rows,
    variables: [{ kind: 'datasource', type: 'prometheus', name: 'datasource', label: 'Data source' }],
    annotations: [],
    links: [],
    from: 'now-1h',
    to: 'now',
    refresh: duration('30s'),
    timezone: 'browser',
    filter: {},
    repeats: [],
    excuses: [],
    where: { what: 'dashboard voting-app-test' },
    ...of,
  };
}
