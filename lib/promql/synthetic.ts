/**
 * Series that Prometheus makes itself for every target, and for its alerts. No exposition lists them.
 * Source: https://prometheus.io/docs/concepts/jobs_instances/#automatically-generated-labels-and-time-series
 */
import { count, seconds, state, timestamp } from '../units/unit.ts';
import { sharedGauge } from './shared.ts';

/**
 * Whether the last scrape of a target succeeded.
 *
 * @example min(up.of(redis), { by: ['service'] }) // min by (service) (up{job="redis"})
 */
export const up = sharedGauge({
  name: 'up',
  help: '1 if the instance is healthy, i.e. reachable, or 0 if the scrape failed.',
  unit: state({ 0: 'Down', 1: 'Up' }),
  labels: {},
  series: 1,
});

/**
 * How long the last scrape took.
 *
 * @example max(scrape_duration_seconds.of(redis)) // max(scrape_duration_seconds{job="redis"})
 */
export const scrape_duration_seconds = sharedGauge({
  name: 'scrape_duration_seconds',
  help: 'Duration of the scrape.',
  unit: seconds,
  labels: {},
  series: 1,
});

/**
 * How many samples the target exposed.
 *
 * @example max(scrape_samples_scraped.of(redis)) // max(scrape_samples_scraped{job="redis"})
 */
export const scrape_samples_scraped = sharedGauge({
  name: 'scrape_samples_scraped',
  help: 'The number of samples the target exposed.',
  unit: count('samples'),
  labels: {},
  series: 1,
});

/**
 * How many samples were left after metric relabelling.
 *
 * @example
 * max(scrape_samples_post_metric_relabeling.of(redis))
 * // max(scrape_samples_post_metric_relabeling{job="redis"})
 */
export const scrape_samples_post_metric_relabeling = sharedGauge({
  name: 'scrape_samples_post_metric_relabeling',
  help: 'The number of samples remaining after metric relabeling was applied.',
  unit: count('samples'),
  labels: {},
  series: 1,
});

/**
 * How many series of a scrape were new.
 *
 * @example max(scrape_series_added.of(redis)) // max(scrape_series_added{job="redis"})
 */
export const scrape_series_added = sharedGauge({
  name: 'scrape_series_added',
  help: 'The approximate number of new series in this scrape.',
  unit: count('series'),
  labels: {},
  series: 1,
});

/** 1 for every pending or firing alert. */
export const ALERTS = sharedGauge({
  name: 'ALERTS',
  help: 'Pending and firing alerts.',
  unit: count('alerts'),
  labels: { alertname: [], alertstate: ['firing', 'pending'], severity: ['critical', 'info', 'warning'] },
  series: 1,
});

/** Since when an alert is pending or firing: the moment at which its expression began to hold. */
export const ALERTS_FOR_STATE = sharedGauge({
  name: 'ALERTS_FOR_STATE',
  help: 'When each pending or firing alert became active.',
  unit: timestamp,
  labels: { alertname: [], severity: ['critical', 'info', 'warning'] },
  series: 1,
});

const NAMES: ReadonlySet<string> = new Set([
  ...[
    up,
    scrape_duration_seconds,
    scrape_samples_scraped,
    scrape_samples_post_metric_relabeling,
    scrape_series_added,
  ].map(({ facts }) => facts.name),
  ALERTS.facts.name,
  ALERTS_FOR_STATE.facts.name,
]);

/** True for `up` and its like: no exporter lists them. */
export function isSynthetic(metric: string): boolean {
  return NAMES.has(metric);
}

/** True for the series that exist only while an alert is pending or firing. */
export function isOfAlerts(metric: string): boolean {
  return metric === ALERTS.facts.name || metric === ALERTS_FOR_STATE.facts.name;
}
