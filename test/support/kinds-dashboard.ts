/**
 * One panel of each kind, in the model's own order: what docs/preview.md shows side by side, and what the preview is
 * tested with. Each panel's key is its kind, and all are of one size.
 */
import { dashboard, row } from 'plainsight';
import { stream } from 'plainsight/logql';
import * as panel from 'plainsight/panels';
import { dashboardRange } from 'plainsight/promql';
import * as app from '../../stack/signals/application.ts';
import * as containers from '../../stack/signals/containers.ts';
import * as database from '../../stack/signals/database.ts';

/** Grid rows: with the preview's page 504 pixels wide, a panel of 480 × 258. */
const HEIGHT = 7;

/** Kinds that have this height anyway: what would be so without it is not said. */
const HIGH_ANYWAY = ['state-timeline', 'status-history', 'piechart', 'alertlist', 'annolist', 'dashlist'];

function words(key: string, title: string) {
  const height = HIGH_ANYWAY.includes(key) ? {} : { height: HEIGHT };
  return { key, title, description: `One of each kind: ${title.toLowerCase()}.`, ...height };
}

const MARKDOWN = `### When votes wait
1. Is the **worker** up?
2. Does it reach \`db\`?

Runbook: [VoteQueueGrowing](https://example.org/runbooks)`;

const panels = [
  panel.timeseries(app.latencyP95, {
    ...words('timeseries', 'Time series'),
    by: ['service'],
    legendStyle: { show: 'list' },
  }),
  panel.stat(app.votesAccepted, { ...words('stat', 'Stat'), decimals: 2, sparkline: 'area' }),
  panel.gauge(app.workerSaturation, words('gauge', 'Gauge')),
  panel.barGauge(containers.containerMemory, {
    ...words('bargauge', 'Bar gauge'),
    by: ['service'],
  }),
  panel.barChart(app.requests, {
    ...words('barchart', 'Bar chart'),
    by: ['service', 'status'],
    over: dashboardRange,
  }),
  panel.table(app.requests, { ...words('table', 'Table'), by: ['service', 'status'] }),
  panel.heatmap(app.latencyDistributionOfVote, { ...words('heatmap', 'Heatmap'), cellValue: 'observations/s' }),
  panel.histogram(database.connections, words('histogram', 'Histogram')),
  panel.stateTimeline(app.pageAnswers, { ...words('state-timeline', 'State timeline'), by: ['service'] }),
  panel.statusHistory(app.pageAnswers, { ...words('status-history', 'Status history'), by: ['service'] }),
  panel.pieChart(app.requests, {
    ...words('piechart', 'Pie chart'),
    by: ['status'],
    shape: 'donut',
    labels: ['percent'],
  }),
  panel.logs({ ...words('logs', 'Logs'), lines: stream({ labels: ['service'] }).where({ service: 'vote' }) }),
  panel.text({ ...words('text', 'Text'), markdown: MARKDOWN }),
  panel.alertList(words('alertlist', 'Alert list')),
  panel.annotationsList({ ...words('annolist', 'Annotations list'), tags: ['deployment'] }),
  panel.dashboardList({ ...words('dashlist', 'Dashboard list'), tags: ['voting-app'] }),
];

export default dashboard({
  uid: 'kinds',
  title: 'Voting app / Kinds',
  description: 'One of each kind.',
  tags: ['voting-app'],
  variables: [{ kind: 'datasource', type: 'loki', name: 'logs', label: 'Logs' }],
  rows: [
    row(
      'Kinds',
      panels.map((panel) => [panel]),
    ),
  ],
});
