/**
 * Scrape jobs in the words of `prometheus.yml`, keys in the order of Prometheus' documentation.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config
 */
import type { Relabel, ScrapeJob, StaticTargets } from '../../model/scrape-job.ts';
import { type Duration, durationText } from '../../units/duration.ts';
import { present, unlessEmpty } from '../present.ts';

/**
 * One entry of `scrape_configs`.
 *
 * @example scrapeConfig(scrapeJob(redis, { purpose: 'Redis', static: [{ targets: ['redis-exporter:9121'] }] }))
 * // { job_name: 'redis', static_configs: [{ targets: ['redis-exporter:9121'] }] }
 */
export function scrapeConfig(job: ScrapeJob): Readonly<Record<string, unknown>> {
  return present({
    job_name: job.job,
    scrape_interval: optional(job.every),
    scrape_timeout: optional(job.timeout),
    metrics_path: job.path,
    params: job.params,
    track_timestamps_staleness: job.trackTimestampsStaleness,
    sample_limit: job.sampleLimit,
    label_value_length_limit: job.labelValueLengthLimit,
    static_configs: job.static.map(staticConfig),
    relabel_configs: unlessEmpty(job.relabel.map(relabelConfig)),
    metric_relabel_configs: unlessEmpty(job.metricRelabel.map(relabelConfig)),
  });
}

function optional(span: Duration | undefined): string | undefined {
  return span === undefined ? undefined : durationText(span);
}

function staticConfig({ targets, labels }: StaticTargets): Readonly<Record<string, unknown>> {
  return present({ targets, labels });
}

function relabelConfig(step: Relabel): Readonly<Record<string, unknown>> {
  const { source_labels, separator, regex, target_label, replacement, action } = step;
  return present({ source_labels, separator, regex, target_label, replacement, action });
}
