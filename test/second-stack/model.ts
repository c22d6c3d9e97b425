/** A system of its own: one dashboard, one alert, one recorded signal, no profiles but one, and nothing of a vote. */
import { alert, breaches, dashboard, model, row, series, signal, text } from 'plainsight';
import * as panel from 'plainsight/panels';
import { max, min, rate, sum, up } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as alertmanagerMetrics from './metrics/alertmanager.ts';
import * as shared from './metrics/shared.ts';
import { alertmanager, api, jobs } from './targets.ts';

const lag = shared.nodejs_eventloop_lag_p99_seconds.of(api);

export const signals = {
  eventLoopLag: signal({
    id: 'event-loop-lag',
    name: 'Event loop lag',
    description: 'How long callbacks wait. Above the line a long computation blocks every request.',
    unit: unit.seconds,
    labels: ['instance', 'region'],
    query: ({ by }) => max(lag, { by }),
    thresholds: { above: { warning: 0.1, critical: 1 } },
    recorded: { as: 'instance_region:nodejs_eventloop_lag_p99_seconds:max', group: 'api', every: '1m' },
    whenEmpty: 'no data',
  }),
  memory: signal({
    id: 'memory',
    name: 'Memory',
    description: 'Resident memory. A line that only climbs is a leak.',
    unit: unit.bytes,
    labels: ['instance'],
    query: ({ by }) => sum(shared.process_resident_memory_bytes.of(api), { by }),
    whenEmpty: 'no data',
  }),
  notifications: signal({
    id: 'notifications',
    name: 'Notifications',
    description: 'Notifications per second that Alertmanager tried to send.',
    unit: unit.perSecond('notifications'),
    labels: ['integration'],
    query: ({ window, by }) => sum(rate(alertmanagerMetrics.alertmanager_notifications_total, window), { by }),
    whenEmpty: 'zero',
  }),
  alertmanagerUp: signal({
    id: 'alertmanager-up',
    name: 'Alertmanager',
    description: 'Whether Alertmanager answers. Down, nobody is told of anything.',
    unit: unit.state({ 0: 'Down', 1: 'Up' }),
    query: () => min(up.of(alertmanager)),
    thresholds: { below: { critical: 1 } },
    whenEmpty: 'no data',
  }),
};

export const alerts = {
  EventLoopBlocked: alert({
    when: breaches(signals.eventLoopLag, 'critical', { by: ['instance', 'region'] }),
    for: '5m',
    severity: 'critical',
    service: 'api',
    summary: 'The API answers nobody for seconds.',
    description: (l, v) => text`${l.instance} in ${l.region} blocks for ${v}.`,
    test: {
      fires: {
        given: [series(lag, { region: 'north' }, '2x20')],
        at: '10m',
        labels: { instance: 'api:1', region: 'north' },
        says: 'api:1 in north blocks for 2s.',
      },
      silent: [
        { reason: 'one long request is no outage', given: [series(lag, { region: 'north' }, '0 2 0x20')], at: '10m' },
      ],
    },
  }),
};

export const board = dashboard({
  uid: 'api',
  title: 'API',
  description: 'The API and who is told when it fails.',
  tags: ['api'],
  rows: [
    row('Health', [
      [panel.stat(signals.alertmanagerUp), panel.gauge(signals.eventLoopLag, { min: 0, max: 2, height: 4 })],
      [
        panel.timeseries(signals.eventLoopLag, { key: 'lag', by: ['instance'], legend: (l) => text`${l.instance}` }),
        panel.timeseries(signals.notifications, { by: ['integration'] }),
        panel.table(signals.memory, { by: ['instance'] }),
      ],
    ]),
  ],
});

export const secondStack = model({
  profiles: ['only'],
  signals: [signals],
  dashboards: [board],
  alerts: [alerts],
  jobs,
  scrapeInterval: '30s',
  evaluationInterval: '30s',
  site: { grafana: 'http://grafana.example', runbooks: 'http://runbooks.example' },
  runbooks: { EventLoopBlocked: '# EventLoopBlocked\n\nRestart the instance.\n' },
  catalogue: [alertmanagerMetrics, shared, { up }],
});
