/** Dashboards of one profile: queries without a source left out, what is left laid out anew, filters applied. */
import { formatOf, kindOf } from '../../panels/kinds.ts';
import type { Node } from '../../promql/node.ts';
import { mapNode } from '../../promql/walk.ts';
import { rateInterval, windowOf } from '../../promql/window.ts';
import type { Duration } from '../../units/duration.ts';
import type { Dashboard, Row } from '../dashboard.ts';
import type { LogsQuery } from '../logs-query.ts';
import type { Panel } from '../panel.ts';
import type { PanelQuery } from '../panel-query.ts';
import type { Problem, Where } from '../problem.ts';
import { originOf, withOriginOf } from '../problem.ts';
import type { LeftOut, ResolvedDashboard, ResolvedPanel, ResolvedQuery, ResolvedRow } from '../resolved.ts';
import { filtered, filteredLines, linesFilteredBy } from './filter.ts';
import { labelOverrides } from './label-colours.ts';
import { COLUMNS, panelId, placeLine, sizeFaults, widths } from './layout.ts';
import type { Reader } from './reader.ts';
import { described, wordsOf } from './words.ts';

/** What resolving yields besides its result. */
export interface Findings {
  readonly problems: Problem[];
  readonly leftOut: LeftOut[];
}

/** A dashboard for the profile that `signals` reads. */
export function resolveDashboard(
  dashboard: Dashboard,
  {
    signals,
    exact,
    scrapeInterval,
    findings,
  }: Pick<Context, 'signals' | 'scrapeInterval' | 'findings'> & {
    readonly exact: (node: Node) => Node;
  },
): ResolvedDashboard {
  const filter = Object.fromEntries(Object.entries(dashboard.filter).map(([label, { name }]) => [label, name]));
  let y = 0;
  const rows = dashboard.rows.flatMap((row): readonly ResolvedRow[] => {
    const context = { dashboard, row, filter, signals, scrapeInterval, findings };
    const lines = row.lines
      .map((line) => line.filter((panel) => isAvailable(panel, context)))
      .filter((line) => line.length > 0);
    if (lines.length === 0) return [];
    const top = y;
    const placed = placeRow(lines, top + 1, context);
    y = row.collapsed ? top + 1 : placed.below;
    return [
      Object.freeze({
        title: row.title,
        id: panelId(`row/${row.title}`),
        collapsed: row.collapsed,
        y: top,
        panels: placed.panels,
      }),
    ];
  });
  const { filter: _filter, rows: _rows, colours: _colours, ...rest } = dashboard;
  return Object.freeze({
    ...rest,
    filter,
    rows,
    annotations: dashboard.annotations.map((each) => ({ ...each, node: mapNode(each.node, exact) })),
    variables: dashboard.variables.map((each) =>
      each.kind === 'query' ? { ...each, node: mapNode(each.node, exact) } : each,
    ),
    where: originOf(dashboard, `dashboard ${dashboard.uid}`),
  });
}

interface Context {
  readonly dashboard: Dashboard;
  readonly row: Row;
  readonly filter: Readonly<Record<string, string>>;
  readonly signals: Reader;
  readonly scrapeInterval: Duration;
  readonly findings: Findings;
}

/** A panel that asks nothing is always there; any other when one of its queries has a source. */
function isAvailable(panel: Panel, { dashboard, signals, findings }: Context): boolean {
  const missing = panel.queries.map(({ signal }) => ({ signal, reasons: signals.missing(signal) }));
  const gone = missing.filter(({ reasons }) => reasons.length > 0);
  if (gone.length === 0) return true;
  const reasons = [...new Set(gone.flatMap((each) => each.reasons))];
  const all = gone.length === panel.queries.length;
  const what = all ? ('panel' as const) : ('query' as const);
  const name = all ? panel.title : `${panel.title}: ${gone.map(({ signal }) => signal.name).join(', ')}`;
  findings.leftOut.push({ what, name, dashboard: dashboard.uid, reasons });
  return !all;
}

function placeRow(
  lines: readonly (readonly Panel[])[],
  top: number,
  context: Context,
): { readonly panels: readonly ResolvedPanel[]; readonly below: number } {
  let below = top;
  const panels = lines.flatMap((wanted) => {
    const line = wanted.map((panel) => sized(panel, context));
    if (widths(line) === undefined) context.findings.problems.push(overflow(line, context));
    const placed = placeLine(line, below);
    below = placed.below;
    return line.flatMap((panel, index) => {
      const grid = placed.grids[index];
      return grid === undefined ? [] : [resolvePanel(panel, grid, context)];
    });
  });
  return { panels: Object.freeze(panels), below };
}

const SIZES = { width: `a whole number from 1 to ${COLUMNS}`, height: 'a whole number from 1' } as const;

/** The panel; with the size that it would have by itself, where its own is none. */
function sized(panel: Panel, { dashboard, findings }: Context): Panel {
  const faults = sizeFaults(panel);
  if (faults.length === 0) return panel;
  for (const field of faults) {
    findings.problems.push({
      where: originOf(panel, `dashboard ${dashboard.uid} / panel ${panel.key}`),
      rule: 'layout-size',
      found: `${field} ${panel[field]}`,
      allowed: `${SIZES[field]}, in cells of the grid`,
      remedy: 'correct it, or leave it out',
    });
  }
  const { width: _width, ...rest } = panel;
  return withOriginOf({ ...rest, height: kindOf(panel.kind).height }, panel);
}

function overflow(line: readonly Panel[], { dashboard, row }: Context): Problem {
  const total = line.reduce((sum, { width = 1 }) => sum + width, 0);
  return {
    where: originOf(line[0] ?? dashboard, `dashboard ${dashboard.uid} / row ${row.title}`),
    rule: 'layout-overflow',
    found: `a line of ${line.length} panels that needs at least ${total} columns: ${line.map(({ key }) => key).join(', ')}`,
    allowed: `${COLUMNS} columns in a line`,
    remedy: 'make a panel narrower, or begin a new line with the last one',
  };
}

function resolvePanel(panel: Panel, grid: ResolvedPanel['grid'], context: Context): ResolvedPanel {
  const { colours = context.dashboard.colours } = panel;
  const where = originOf(panel, `dashboard ${context.dashboard.uid} / panel ${panel.key}`);
  const queries = panel.queries
    .filter(({ signal }) => context.signals.missing(signal).length === 0)
    .map((query) => resolveQuery(query, panel, where, context));
  const description = described(panel);
  // Imported by hand, a dashboard meets data sources that know nothing of the scrape interval.
  const asksNothing = panel.queries.length === 0 && panel.logs === undefined;
  const minInterval = asksNothing ? {} : { minInterval: panel.minInterval ?? context.scrapeInterval };
  // Copied whole, with the settings that have been used: leaving some out makes this ten times as slow.
  return Object.freeze({
    ...panel,
    ...minInterval,
    ...(panel.logs === undefined ? {} : { logs: filteredLogs(panel.logs, context) }),
    description,
    ownDescription: panel.description,
    overrides: [...labelOverrides(panel, colours), ...panel.overrides],
    id: panelId(panel.key),
    grid,
    queries,
    where,
  });
}

/** The lines of the streams that a viewer has chosen, by each variable whose label the shipper sets. */
function filteredLogs(logs: LogsQuery, { filter }: Context): LogsQuery {
  const node = Object.entries(filter).reduce(
    (lines, [label, variable]) => linesFilteredBy(lines, label, variable),
    logs.node,
  );
  return node === logs.node ? logs : Object.freeze({ ...logs, node });
}

function resolveQuery(query: PanelQuery, panel: Panel, where: Where, { signals, filter }: Context): ResolvedQuery {
  const { key, signal, by, unit, legend, over } = query;
  const window = over === undefined ? rateInterval : windowOf(over);
  const asked = signals.read(signal, { by, window }, where);
  const common = {
    key,
    labels: by,
    unit,
    legend,
    format: formatOf(panel.kind, panel.options),
    signal: wordsOf(signal),
  };
  const { names } = signal.split;
  return Object.freeze(
    asked.language === 'promql'
      ? { ...common, language: asked.language, node: filtered(asked.node, names, filter) }
      : { ...common, language: asked.language, node: filteredLines(asked.node, names, filter) },
  );
}
