/** The monitoring itself: whether Prometheus, Alertmanager, Loki and Alloy do what the alerts depend on. */
import { countedAs, countRate, div, increase, max, maxOverTime, min, rate, sub, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as alertmanager from '../metrics/alertmanager.ts';
import {
  alloy_component_controller_running_components,
  loki_write_dropped_entries_total,
  loki_write_sent_entries_total,
} from '../metrics/alloy.ts';
import * as loki from '../metrics/loki.ts';
import * as prometheus from '../metrics/prometheus.ts';
import { signal } from '../profiles.ts';

const failedOrNot = unit.state({ 0: 'Refused', 1: 'In use' });

export const prometheusConfig = signal({
  id: 'prometheus-config',
  name: 'Configuration of Prometheus',
  description:
    'Whether Prometheus took its configuration when it last read it. Refused: it goes on with the one before, and new alerts and targets do not exist.',
  unit: failedOrNot,
  labels: ['service'],
  // One good reading within five minutes is enough.
  query: ({ by }) => min(maxOverTime(prometheus.prometheus_config_last_reload_successful, '5m'), { by }),
  thresholds: { below: { critical: 1 }, reason: '1 is in use, 0 is refused' },
  whenEmpty: 'no data',
});

export const alertmanagerConfig = signal({
  id: 'alertmanager-config',
  name: 'Configuration of Alertmanager',
  description:
    'Whether Alertmanager took its configuration when it last read it. Refused: it goes on with the one before, and whoever was added is not told.',
  unit: failedOrNot,
  labels: ['service'],
  query: ({ by }) => min(maxOverTime(alertmanager.alertmanager_config_last_reload_successful, '5m'), { by }),
  thresholds: { below: { critical: 1 }, reason: '1 is in use, 0 is refused' },
  whenEmpty: 'no data',
});

export const ruleFailures = signal({
  id: 'rule-failures',
  name: 'Rules that could not be evaluated',
  description:
    'Evaluations that failed within five minutes, by group of rules. A rule that cannot be evaluated never fires: the page Rules of Prometheus shows the error.',
  unit: unit.count('evaluations'),
  labels: ['service', 'rule_group'],
  query: ({ by }) => sum(increase(prometheus.prometheus_rule_evaluation_failures_total, '5m'), { by }),
  thresholds: { from: { critical: 1 } },
  whenEmpty: 'no data',
  sample: { between: [0, 0], shape: 'steady' },
});

export const ruleDuration = signal({
  id: 'rule-duration',
  name: 'Rule evaluation, share of its interval',
  description:
    'How much of its interval each group of rules needs to be evaluated. Above 100 % some evaluations are left out, and alerts come late.',
  unit: unit.ratio,
  labels: ['service', 'rule_group'],
  query: ({ by }) => {
    const { prometheus_rule_group_last_duration_seconds: last, prometheus_rule_group_interval_seconds: interval } =
      prometheus;
    return max(div(last, interval), { by });
  },
  thresholds: { from: { warning: 0.5, critical: 1 } },
  whenEmpty: 'no data',
  sample: {
    between: [0.001, 0.004],
    labels: {
      rule_group: ['containers', 'host', 'vote-pipeline'].map((group) => `/etc/prometheus/rules/${group}.yml;${group}`),
    },
  },
});

export const headSeries = signal({
  id: 'head-series',
  name: 'Series in memory',
  description:
    'Series that Prometheus holds in memory, each about three kilobytes of it. What grows without end has a label with ever new values: the series by job show where.',
  unit: unit.count('series'),
  query: () => max(prometheus.prometheus_tsdb_head_series),
  whenEmpty: 'no data',
  sample: { between: [11_800, 12_200], shape: 'steady' },
});

export const seriesGrowth = signal({
  id: 'series-growth',
  name: 'Growth of the series in an hour',
  description:
    'How many more series Prometheus holds in memory than an hour ago, as a share. A deployment adds some; a fifth within an hour is a label with ever new values.',
  unit: unit.ratio,
  query: () => {
    const series = prometheus.prometheus_tsdb_head_series;
    return max(sub(div(series, series.offset('1h')), 1));
  },
  thresholds: { from: { warning: 0.2 }, reason: 'a deployment of all five services adds less' },
  whenEmpty: 'not applicable',
  emptyText: 'Less than an hour old',
  sample: { between: [0, 0.02] },
});

export const scrapesRefused = signal({
  id: 'scrapes-refused',
  name: 'Scrapes refused for their size',
  description:
    'Scrapes within ten minutes that Prometheus threw away as a whole, since they had more samples than their job may have. The target counts as down.',
  unit: unit.count('scrapes'),
  query: () => {
    const samples = prometheus.prometheus_target_scrapes_exceeded_sample_limit_total;
    return sum(increase(samples, '10m'));
  },
  thresholds: { from: { warning: 1 } },
  whenEmpty: 'no data',
  sample: { between: [0, 0], shape: 'steady' },
});

export const alertmanagersReached = signal({
  id: 'alertmanagers-reached',
  name: 'Alertmanagers that Prometheus sends to',
  description: 'How many Alertmanagers Prometheus knows. With none, no alert reaches anybody.',
  unit: unit.count('alertmanagers'),
  query: () => min(prometheus.prometheus_notifications_alertmanagers_discovered),
  thresholds: { below: { critical: 1 } },
  whenEmpty: 'no data',
  sample: { between: [1, 1], shape: 'steady' },
});

export const alertsUndelivered = signal({
  id: 'alerts-undelivered',
  name: 'Alerts that did not reach Alertmanager',
  description:
    'Alerts within five minutes that Prometheus could not hand to Alertmanager, by the Alertmanager that did not take them. No alert can tell of it, since none would arrive: the heartbeat outside does, when it stops.',
  unit: unit.count('notifications'),
  labels: ['alertmanager'],
  query: ({ by }) => sum(increase(prometheus.prometheus_notifications_errors_total, '5m'), { by }),
  thresholds: { from: { critical: 1 } },
  whenEmpty: 'no data',
  sample: { between: [0, 0], shape: 'steady' },
});

/** Alertmanager exposes every way that it knows, and twenty lines of 0 hide the three that are used. */
const used = { integration: ['email', 'slack', 'webhook'] };
const sent = alertmanager.alertmanager_notifications_total.where(used);
const failed = alertmanager.alertmanager_notifications_failed_total.where(used);

export const notifications = signal({
  id: 'notifications',
  name: 'Notifications',
  description:
    'Notifications that Alertmanager tried to send within five minutes, by the way they took: mail, Slack, and the heartbeat as a webhook.',
  unit: unit.count('notifications'),
  labels: ['integration'],
  query: ({ by }) => sum(increase(sent, '5m'), { by }),
  whenEmpty: 'zero',
  sample: {
    between: [0, 2],
    of: { integration: { webhook: [5, 5], slack: [0, 2], email: [0, 1] } },
    shape: 'wobbling',
  },
});

export const notificationsFailed = signal({
  id: 'notifications-failed',
  name: 'Notifications that failed',
  description:
    'The share of notifications that Alertmanager could not deliver, by the way they should have taken. Nobody hears of alerts by that way.',
  unit: unit.ratio,
  labels: ['service', 'integration'],
  query: ({ window, by }) =>
    max(
      div(
        sum(rate(failed, window), { by: ['service', 'integration'] }),
        sum(rate(sent, window), { by: ['service', 'integration'] }),
      ),
      { by },
    ),
  thresholds: { from: { warning: 0.01, critical: 0.5 } },
  whenEmpty: 'no data',
  sample: { between: [0, 0], shape: 'steady' },
});

export const alertsHeld = signal({
  id: 'alerts-held',
  name: 'Alerts at Alertmanager',
  description:
    'Alerts that Alertmanager holds now. Active: somebody was told. Suppressed: another alert speaks for it, or a silence or the night mutes it.',
  unit: unit.count('alerts'),
  labels: ['state'],
  query: ({ by }) => sum(alertmanager.alertmanager_alerts, { by }),
  whenEmpty: 'no data',
  sample: {
    between: [0, 4],
    of: { state: { active: [3, 3], suppressed: [1, 1], unprocessed: [0, 0] } },
    shape: 'steady',
  },
});

export const alloySent = signal({
  id: 'alloy-sent',
  name: 'Log lines that Alloy sent',
  description: 'Log lines per second that Alloy handed to Loki.',
  unit: unit.perSecond('lines'),
  query: ({ window }) => countedAs('lines', sum(rate(loki_write_sent_entries_total, window))),
  whenEmpty: 'no data',
  // What the services write in pictures.
  sample: { between: [5.5, 6.1] },
});

export const lokiLines = signal({
  id: 'loki-lines',
  name: 'Log lines that Loki received',
  description: 'Log lines per second that Loki took in.',
  unit: unit.perSecond('lines'),
  query: ({ window }) => sum(rate(loki.loki_distributor_lines_received_total, window)),
  whenEmpty: 'no data',
  sample: { from: [alloySent], as: (sent) => sent },
});

export const lokiErrors = signal({
  id: 'loki-errors',
  name: 'Requests that Loki failed',
  description:
    'The share of requests that Loki answered with an error of its own, by what was asked. Pushes that fail are logs that wait at Alloy, or are lost; queries that fail are empty panels.',
  unit: unit.ratio,
  labels: ['service', 'route'],
  query: ({ window, by }) => {
    const of = { by: ['service', 'route'] } as const;
    const errors = sum(countRate(loki.loki_request_duration_seconds.where({ status_code: /5../ }), window), of);
    return max(div(errors, sum(countRate(loki.loki_request_duration_seconds, window), of)), { by });
  },
  thresholds: { from: { warning: 0.1, critical: 0.5 } },
  whenEmpty: 'not applicable',
  emptyText: 'None',
  sample: {
    between: [0, 0.002],
    labels: { route: ['loki_api_v1_push', 'loki_api_v1_query_range'] },
  },
});

export const lokiDiscarded = signal({
  id: 'loki-discarded',
  name: 'Log lines that Loki refused',
  description:
    'Log lines within five minutes that Loki took and threw away, by its reason. They are lost: a limit is too low, or something logs too much.',
  unit: unit.count('lines'),
  labels: ['service', 'reason'],
  query: ({ by }) => sum(increase(loki.loki_discarded_samples_total, '5m'), { by }),
  thresholds: { from: { warning: 1 } },
  // Loki has no series of it before the first line that it refuses.
  whenEmpty: 'zero',
  sample: { between: [0, 0], shape: 'steady' },
});

export const alloyDropped = signal({
  id: 'alloy-dropped',
  name: 'Log lines that Alloy gave up',
  description:
    'Log lines within five minutes that Alloy could not hand to Loki however often it tried, by the reason. They are lost.',
  unit: unit.count('lines'),
  labels: ['service', 'reason'],
  query: ({ by }) => countedAs('lines', sum(increase(loki_write_dropped_entries_total, '5m'), { by })),
  thresholds: { from: { warning: 1 } },
  whenEmpty: 'no data',
  sample: { between: [0, 0], shape: 'steady' },
});

export const alloyUnhealthy = signal({
  id: 'alloy-unhealthy',
  name: 'Parts of Alloy that do not work',
  description: 'Components of Alloy that say of themselves that they do not work: its own page, port 12345, says why.',
  unit: unit.count('components'),
  query: () =>
    sum(alloy_component_controller_running_components.where({ health_type: ['unhealthy', 'exited', 'unknown'] })),
  thresholds: { from: { warning: 1 } },
  whenEmpty: 'no data',
  sample: { between: [0, 0], shape: 'steady' },
});
