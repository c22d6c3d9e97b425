/**
 * One panel of each kind, in the model's own order: what docs/preview.md shows side by side, and what the preview is
 * tested with. Each panel's key is its kind, and all are of one size.
 */
import * as lib from '../../lib/index.ts';
import * as app from '../../stack/signals/application.ts';
import * as database from '../../stack/signals/database.ts';
import * as system from '../../stack/signals/system.ts';

/** Grid rows: with the preview's page 504 pixels wide, a panel of 480 × 258. */
const HEIGHT = 7;

function words(key: string, title: string) {
  return { key, title, description: `One of each kind: ${title.toLowerCase()}.`, height: HEIGHT };
}

const MARKDOWN = `### When votes wait
1. Is the **worker** up?
2. Does it reach \`db\`?

Runbook: [VoteQueueGrowing](https://example.org/runbooks)`;

const panels = [
  lib.timeseries(app.latencyP95, {
    ...words('timeseries', 'Time series'),
    by: ['service'],
    legendStyle: { show: 'list' },
  }),
  lib.stat(app.votesAccepted, { ...words('stat', 'Stat'), decimals: 2, sparkline: 'area' }),
  lib.gaugePanel(app.workerSaturation, words('gauge', 'Gauge')),
  lib.barGauge(system.containerMemory, { ...words('bargauge', 'Bar gauge'), by: ['service'], direction: 'horizontal' }),
  lib.barChart(app.requests, {
    ...words('barchart', 'Bar chart'),
    by: ['service', 'status'],
    over: lib.dashboardRange,
  }),
  lib.table(app.requests, { ...words('table', 'Table'), by: ['service', 'status'] }),
  lib.heatmap(app.latencyDistribution, { ...words('heatmap', 'Heatmap'), cellValue: 'observations/s' }),
  lib.histogramPanel(database.connections, words('histogram', 'Histogram')),
  lib.stateTimeline(app.pageAnswers, { ...words('state-timeline', 'State timeline'), by: ['service'] }),
  lib.statusHistory(app.pageAnswers, { ...words('status-history', 'Status history'), by: ['service'] }),
  lib.pieChart(app.requests, {
    ...words('piechart', 'Pie chart'),
    by: ['status'],
    shape: 'donut',
    labels: ['percent'],
  }),
  lib.logsPanel({ ...words('logs', 'Logs'), streams: { service: 'vote' } }),
  lib.textPanel({ ...words('text', 'Text'), markdown: MARKDOWN }),
  lib.alertList({ ...words('alertlist', 'Alert list'), show: ['firing', 'pending'] }),
  lib.annotationsList({ ...words('annolist', 'Annotations list'), tags: ['deployment'] }),
  lib.dashboardList({ ...words('dashlist', 'Dashboard list'), tags: ['voting-app'] }),
];

export default lib.dashboard({
  uid: 'kinds',
  title: 'Voting app / Kinds',
  description: 'One of each kind.',
  tags: ['voting-app'],
  variables: [{ kind: 'datasource', type: 'loki', name: 'logs', label: 'Logs' }],
  rows: [
    lib.row(
      'Kinds',
      panels.map((panel) => [panel]),
    ),
  ],
});
