/** Dashboards for the emitters of Grafana: one that is small enough to read, and one with everything in it. */
import type { ResolvedDashboard, ResolvedPanel } from '../../lib/model/resolved.ts';
import { text } from '../../lib/model/text.ts';
import type { Matcher, Node } from '../../lib/promql/node.ts';
import { duration } from '../../lib/units/duration.ts';
import { bytes, ratio, state, timestamp } from '../../lib/units/unit.ts';
import { everyPanel, kinds } from './every-option.ts';
import { dashboard, panel, query, row, selector, words } from './grafana-panels.ts';
import { queue_length } from './shop.ts';

const service = { hole: 'label', label: 'service' } as const;
const thresholds = { direction: 'from', at: { warning: 100, critical: 1000 } } as const;

function matching(metric: string, ...matchers: readonly Matcher[]): Node {
  return { kind: 'selector', metric, matchers };
}

function matches(label: string, variable: string): Matcher {
  return { label, operator: '=~', value: { variable } };
}

const waiting = query('votes-waiting', {
  node: matching('queue_length', matches('service', `\${service:regex}`)),
  labels: ['service'],
  legend: text`${service}`,
  signal: words({ thresholds }),
});

/** A stat and a time series in one row. */
export const smallDashboard: ResolvedDashboard = dashboard(
  [
    row([
      panel(
        'stat',
        { colour: 'value' },
        { id: 1, key: 'votes-waiting', title: 'Votes waiting', queries: [waiting], thresholds },
      ),
      panel(
        'timeseries',
        { min: 0, legendStyle: { calculations: ['mean', 'max'] } },
        {
          id: 2,
          key: 'queue',
          title: 'Queue',
          grid: { x: 12, y: 1, w: 12, h: 8 },
          queries: [waiting, query('votes-stored', { legend: text`stored` })],
          overrides: [{ query: 'votes-stored', mirrored: true, style: 'dashed' }],
          links: [{ title: 'Database', to: { dashboard: 'voting-app-database' } }],
          minInterval: duration('15s'),
          thresholds,
        },
      ),
    ]),
  ],
  {
    variables: [
      { kind: 'datasource', type: 'prometheus', name: 'datasource', label: 'Data source' },
      {
        kind: 'query',
        name: 'service',
        label: 'Service',
        metric: queue_length.facts,
        of: 'service',
        node: selector('queue_length'),
        several: true,
      },
    ],
    links: [{ title: 'Database', to: { dashboard: 'voting-app-database' } }],
  },
);

const rate: Node = {
  kind: 'call',
  function: 'rate',
  arguments: [
    {
      kind: 'range',
      selector: { kind: 'selector', metric: 'votes_total', matchers: [matches('path', '$path')] },
      window: { kind: 'variable', name: '$window' },
    },
  ],
};

/** Panels that say what few do. */
const special: readonly ResolvedPanel[] = [
  panel(
    'table',
    { cells: 'gauge', columns: [{ field: 'memory', title: 'Memory', width: 90 }, { field: 'service' }] },
    {
      queries: [
        query('memory', {
          format: 'instant',
          labels: ['service'],
          unit: bytes,
          node: matching('m', matches('id', '$container')),
        }),
        query('share', { format: 'instant', labels: ['service'], unit: ratio, signal: words({ thresholds }) }),
      ],
      transformations: [
        { kind: 'sort', field: 'memory', order: 'descending' },
        { kind: 'limit', to: 10 },
        { kind: 'hide', fields: ['share'] },
      ],
      links: [{ title: 'Elsewhere', to: { url: 'https://example.org' }, newTab: true }],
    },
  ),
  panel(
    'stat',
    { show: 'name' },
    { unit: timestamp, display: 'dateTimeFromNow', queries: [query('started', { unit: timestamp })], thresholds },
  ),
  panel(
    'state-timeline',
    {},
    { unit: state({ 0: 'Down', 1: 'Up' }), queries: [query('up', { unit: state({ 0: 'Down', 1: 'Up' }) })] },
  ),
  panel(
    'timeseries',
    { limits: 'area' },
    {
      queries: [query('arrived', { node: rate }), query('size', { unit: bytes })],
      thresholds: { direction: 'below', at: { warning: 20, critical: 10 } },
      decimals: 1,
      mappings: [
        { of: 0, text: 'None', colour: 'text' },
        { of: 'null', text: '–' },
        { of: { from: 1000 }, text: 'Many' },
      ],
      overrides: [
        { query: 'arrived', colour: 'red', draw: 'bars', fill: 20, legend: 'hide' },
        { query: 'size', axis: { side: 'right', label: 'Size', min: 0, max: 1e9, scale: 'log2' }, style: 'solid' },
      ],
      repeat: { variable: 'service', direction: 'horizontal', perLine: 4 },
      minInterval: duration('1m'),
    },
  ),
];

/** Places for panels below each other, and an id for each. */
function placed(
  panels: readonly ResolvedPanel[],
  { from, y }: { readonly from: number; readonly y: number },
): readonly ResolvedPanel[] {
  return panels.map((one, index) => ({ ...one, id: from + index, grid: { x: 0, y: y + index * 8, w: 24, h: 8 } }));
}

const oneOfEach = placed(
  kinds.flatMap((kind) => everyPanel<typeof kind>(kind).slice(-1)),
  { from: 1, y: 1 },
);
const below = 1 + oneOfEach.length * 8;

/** Every kind of panel, variable, link, transformation and override. */
export const fullDashboard: ResolvedDashboard = dashboard(
  [
    row(oneOfEach, { id: 100 }),
    row(placed(special, { from: 200, y: below + 1 }), { id: 300, title: 'Details', collapsed: true, y: below }),
  ],
  {
    variables: [
      ...smallDashboard.variables,
      { kind: 'datasource', type: 'loki', name: 'logs', label: 'Logs' },
      {
        kind: 'custom',
        name: 'container',
        label: 'Container',
        values: [{ value: 'a,b', text: 'Both' }, { value: 'c' }],
        several: false,
      },
      { kind: 'interval', name: 'window', label: 'Window', values: ['1m', '5m'] },
      { kind: 'text', name: 'path', label: 'Path', value: '/' },
      { kind: 'ad hoc', name: 'filters', label: 'Filters' },
    ],
    annotations: [{ name: 'Restarts', node: waiting.node, labels: [], title: 'Redis restarted', colour: 'orange' }],
    links: [
      { title: 'Database', to: { dashboard: 'voting-app-database' } },
      { title: 'Runbooks', to: { url: 'https://example.org' }, newTab: true },
    ],
    timezone: 'utc',
  },
);
