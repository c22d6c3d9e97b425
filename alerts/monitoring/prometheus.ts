/** Alerts on Prometheus: its configuration, its rules, and the series that it holds. */
import { alert, breaches, series, text } from 'plainsight';
import { inUnit, or } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as prometheus from '../../stack/metrics/prometheus.ts';
import * as monitoring from '../../stack/signals/monitoring.ts';

const self = { service: 'prometheus' } as const;
const accepted = (values: string) => series(prometheus.prometheus_config_last_reload_successful, self, values);

export const PrometheusBadConfig = alert({
  when: breaches(monitoring.prometheusConfig, 'critical', { by: ['service'] }),
  for: '10m',
  group: 'monitoring',
  summary: 'Prometheus refused its configuration.',
  description: (l) =>
    text`${l.service} goes on with the configuration that it had before: what was added since, rules and targets, does not exist.`,
  test: {
    fires: {
      given: [accepted('1x5 0x25')],
      at: '25m',
      labels: self,
      says: 'prometheus goes on with the configuration that it had before: what was added since, rules and targets, does not exist.',
    },
    silent: [{ reason: 'a mistake that was mended within minutes', given: [accepted('1x5 0x6 1x20')], at: '22m' }],
  },
});

const failures = (values: string) =>
  series(
    prometheus.prometheus_rule_evaluation_failures_total,
    { ...self, rule_group: '/etc/prometheus/rules/redis.yml;redis' },
    values,
  );

export const PrometheusRuleFailures = alert({
  when: breaches(monitoring.ruleFailures, 'critical', { by: ['service', 'rule_group'] }),
  for: '15m',
  group: 'monitoring',
  summary: 'Prometheus cannot evaluate some of its rules.',
  description: (l, v) => text`${v} evaluations of ${l.rule_group} failed within five minutes: its alerts do not fire.`,
  test: {
    fires: {
      given: [failures('0x5 0+4x40')],
      at: '35m',
      labels: { ...self, rule_group: '/etc/prometheus/rules/redis.yml;redis' },
      says: '20 evaluations of /etc/prometheus/rules/redis.yml;redis failed within five minutes: its alerts do not fire.',
    },
    silent: [
      { reason: 'evaluations failed while Prometheus started', given: [failures('0x5 0+4x5 20x40')], at: '35m' },
    ],
  },
});

const held = (values: string) => series(prometheus.prometheus_tsdb_head_series, self, values);
const refused = (values: string) =>
  series(prometheus.prometheus_target_scrapes_exceeded_sample_limit_total, self, values);

export const SeriesGrowing = alert({
  when: or(
    breaches(monitoring.seriesGrowth, 'warning'),
    inUnit(unit.ratio, breaches(monitoring.scrapesRefused, 'warning'), { reason: 'the text does not say the value' }),
  ),
  for: '10m',
  service: 'prometheus',
  group: 'monitoring',
  summary: 'The series of Prometheus grow, or a scrape has more than it may.',
  description: () =>
    text`A label gets ever new values. Somebody may be voting with invented options: the app takes any text as one.`,
  test: {
    fires: [
      {
        given: [held('12000x70 12000+200x60'), refused('0x130')],
        at: '1h45m',
        labels: {},
        says: 'A label gets ever new values. Somebody may be voting with invented options: the app takes any text as one.',
      },
      {
        given: [held('12000x80'), refused('0x30 0+4x50')],
        at: '50m',
        labels: {},
        says: 'A label gets ever new values. Somebody may be voting with invented options: the app takes any text as one.',
      },
    ],
    silent: [
      {
        reason: 'a deployment adds the series of five new containers',
        given: [held('12000x70 13500x60'), refused('0x130')],
        at: '1h45m',
      },
      {
        reason: 'a Prometheus that was just started has no hour to compare with',
        given: [held('0+600x20 12000x20'), refused('0x40')],
        at: '35m',
      },
    ],
  },
});
