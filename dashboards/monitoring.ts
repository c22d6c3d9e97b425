/** The watcher watched: does Prometheus reach everything, do alerts reach people, and do the logs arrive? */
import { dashboard, query, row, text } from 'plainsight';
import * as panel from 'plainsight/panels';
import * as monitoring from '../stack/signals/monitoring.ts';
import * as targets from '../stack/signals/targets.ts';
import { firing } from './firing.ts';
import { links } from './links.ts';

export default dashboard({
  uid: 'voting-app-monitoring',
  title: 'Voting app / Monitoring',
  description: 'Prometheus, Alertmanager, Loki and Alloy: whether what watches the voting app does its work.',
  tags: ['voting-app'],
  links: links('voting-app-monitoring'),
  rows: [
    row('Health', [
      [
        panel.stat(monitoring.prometheusConfig, { title: 'Prometheus: configuration' }),
        panel.stat(monitoring.alertmanagerConfig, { title: 'Alertmanager: configuration' }),
        panel.stat(monitoring.alertmanagersReached, { title: 'Alertmanagers known' }),
        panel.stat(monitoring.alertsUndelivered, { title: 'Prometheus cannot reach Alertmanager' }),
        panel.stat(monitoring.notificationsFailed, { by: ['integration'], show: 'value and name', width: 8 }),
      ],
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
          height: 12,
          width: 14,
        }),
      ],
    ]),
    row('Problems', [
      [
        panel.stat(monitoring.ruleFailures, { title: 'Rules failing, in 5 minutes' }),
        panel.stat(monitoring.scrapesRefused, { title: 'Scrapes too large, in 10 minutes' }),
        panel.stat(monitoring.lokiErrors, { title: 'Requests that Loki fails' }),
        panel.stat(monitoring.lokiDiscarded, { title: 'Lines refused by Loki, in 5 minutes' }),
        panel.stat(monitoring.alloyDropped, { title: 'Lines given up by Alloy, in 5 minutes' }),
        panel.stat(monitoring.alloyUnhealthy, { title: 'Parts of Alloy not working' }),
      ],
    ]),
    row('Performance', [
      [
        panel.timeseries(targets.scrapeDuration, {
          by: ['job', 'service'],
          legend: (l) => text`${l.job} → ${l.service}`,
          min: 0,
        }),
        panel.timeseries(monitoring.ruleDuration, { by: ['rule_group'], min: 0 }),
      ],
    ]),
    row(
      'Notifications and logs',
      [
        [
          panel.timeseries(monitoring.notifications, { by: ['integration'], stack: 'normal', min: 0 }),
          panel.timeseries(monitoring.alertsHeld, { by: ['state'], stack: 'normal', min: 0 }),
        ],
        [
          panel.timeseries({
            key: 'log-lines',
            title: 'Log lines on their way',
            description:
              'Log lines per second that Alloy sent, and that Loki received: what is missing between them is lost or waits.',
            queries: [monitoring.alloySent, monitoring.lokiLines],
            min: 0,
          }),
          panel.timeseries(monitoring.lokiErrors, {
            key: 'loki-errors-history',
            title: 'Requests that Loki failed, by route',
            by: ['route'],
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
          panel.timeseries(targets.scrapesAnswered, {
            by: ['job', 'service'],
            legend: (l) => text`${l.job} → ${l.service}`,
            min: 0,
            max: 1,
          }),
          panel.timeseries(targets.targetChanges, {
            by: ['job', 'service'],
            legend: (l) => text`${l.job} → ${l.service}`,
            curve: 'step',
            min: 0,
          }),
        ],
        [
          panel.timeseries(monitoring.headSeries, { min: 0 }),
          panel.timeseries(monitoring.seriesGrowth),
          panel.timeseries(targets.seriesByJob, {
            by: ['job', 'service'],
            legend: (l) => text`${l.job} → ${l.service}`,
            stack: 'normal',
            min: 0,
          }),
        ],
      ],
      { collapsed: true },
    ),
  ],
});
