/** The watcher watched: does Prometheus reach everything, do alerts reach people, and do the logs arrive? */
import { dashboard, query, row, text } from 'plainsight';
import * as panel from 'plainsight/panels';
import * as monitoring from '../stack/signals/monitoring.ts';
import * as targets from '../stack/signals/targets.ts';
import { serviceColours } from './colours.ts';
import { firing } from './firing.ts';
import { links } from './links.ts';

/** Jobs that are about the app and its machine have a colour each, the monitoring's own share one. */
const jobColours = {
  'voting-app': 'blue',
  redis: serviceColours.redis,
  postgres: serviceColours.db,
  cadvisor: 'purple',
  node: 'yellow',
  prometheus: 'text',
  alertmanager: 'text',
  grafana: 'text',
  loki: 'text',
  alloy: 'text',
  blackbox: 'text',
  'blackbox-tcp': 'text',
  'blackbox-exporter': 'text',
} as const;

/** What Alloy pushes, and what dashboards and alerts ask. */
const routeColours = {
  loki_api_v1_push: 'blue',
  loki_api_v1_query_range: 'purple',
  loki_api_v1_query: 'yellow',
} as const;

export default dashboard({
  uid: 'voting-app-monitoring',
  title: 'Voting app / Monitoring',
  description: 'Prometheus, Alertmanager, Loki and Alloy: whether what watches the voting app does its work.',
  tags: ['voting-app'],
  colours: { job: jobColours },
  links: links('voting-app-monitoring'),
  rows: [
    row('Health', [
      [
        firing,
        panel.stateTimeline({
          key: 'targets',
          title: 'Scraped targets',
          description: targets.vitalTargets.description,
          queries: [
            query(targets.vitalTargets, { by: ['job', 'service'], legend: (l) => text`${l.job} → ${l.service}` }),
            query(targets.otherTargets, { by: ['job', 'service'], legend: (l) => text`${l.job} → ${l.service}` }),
          ],
          height: 11,
          width: 14,
        }),
      ],
      [
        panel.stat(monitoring.prometheusConfig, { title: 'Prometheus config', width: 4 }),
        panel.stat(monitoring.alertmanagerConfig, { title: 'Alertmanager config', width: 5 }),
        panel.stat(monitoring.alertmanagersReached, { title: 'Alertmanagers', width: 4 }),
        panel.stat(monitoring.alertsUndelivered, { title: 'Alerts not delivered', width: 6 }),
        panel.stat(monitoring.notificationsFailed, {
          by: ['integration'],
          show: 'value and name',
          width: 5,
        }),
      ],
    ]),
    row('Problems', [
      [
        panel.stat(monitoring.ruleFailures, { title: 'Rules failing' }),
        panel.stat(monitoring.scrapesRefused, { title: 'Scrapes too large' }),
        panel.stat(monitoring.lokiErrors, { title: 'Loki: errors' }),
        panel.stat(monitoring.lokiDiscarded, { title: 'Loki: lines refused' }),
        panel.stat(monitoring.alloyDropped, { title: 'Alloy: lines lost' }),
        panel.stat(monitoring.alloyUnhealthy, { title: 'Alloy: unhealthy' }),
      ],
    ]),
    row('Performance', [
      [
        panel.timeseries(targets.scrapeDuration, { by: ['job'], min: 0 }),
        panel.table(monitoring.ruleDuration, {
          by: ['rule_group'],
          cells: 'coloured text',
          columns: [
            { field: 'rule_group', title: 'Group' },
            { field: 'Value', title: 'Share', width: 100 },
          ],
          sortBy: { field: 'Value', order: 'descending' },
        }),
      ],
    ]),
    row(
      'Notifications and logs',
      [
        [
          panel.timeseries(monitoring.notifications, {
            by: ['integration'],
            title: 'Notifications in 5 minutes',
            colours: { integration: { slack: 'purple', email: 'blue', webhook: 'yellow' } },
            draw: 'bars',
            stack: 'normal',
            min: 0,
          }),
          panel.timeseries(monitoring.alertsHeld, {
            by: ['state'],
            colours: { state: { active: 'blue', suppressed: 'purple', unprocessed: 'yellow' } },
            stack: 'normal',
            min: 0,
          }),
        ],
        [
          panel.timeseries({
            key: 'log-lines',
            title: 'Log lines sent and received',
            description:
              'Log lines per second that Alloy sent, and that Loki received: what is missing between them is lost or waits.',
            queries: [monitoring.alloySent, monitoring.lokiLines],
            overrides: [
              { query: monitoring.alloySent, colour: 'blue' },
              { query: monitoring.lokiLines, colour: 'purple' },
            ],
            min: 0,
          }),
          panel.timeseries(monitoring.lokiErrors, {
            key: 'loki-errors-history',
            title: 'Loki: failed requests, by route',
            by: ['route'],
            colours: { route: routeColours },
            min: 0,
          }),
        ],
      ],
      { collapsed: true },
    ),
    row(
      'Maintenance: targets and series',
      [
        [
          panel.timeseries(targets.scrapesAnswered, { by: ['job'], min: 0, max: 1 }),
          panel.stat(targets.targetChanges, { by: ['job'], show: 'value and name', height: 8 }),
        ],
        [
          panel.timeseries(monitoring.headSeries, { min: 0 }),
          panel.timeseries(monitoring.seriesGrowth, { softMin: 0 }),
          panel.barGauge(targets.seriesByJob, { by: ['job'], height: 8 }),
        ],
      ],
      { collapsed: true },
    ),
  ],
});
