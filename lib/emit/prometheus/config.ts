/**
 * `prometheus.yml`: what is scraped, which rules are evaluated, and who is told.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/
 */

import type { Relabel } from '../../model/relabel.ts';
import type { ResolvedModel } from '../../model/resolved.ts';
import type { ScrapeJob, StaticTargets } from '../../model/scrape-job.ts';
import { type Duration, durationText } from '../../units/duration.ts';
import { present, unlessEmpty } from '../plain-data.ts';
import { generated, toYaml, yamlComment } from '../yaml.ts';
import { discoveryConfigs, httpClient } from './discovery.ts';

type Scraping = Pick<ResolvedModel, 'jobs' | 'scrapeInterval' | 'evaluationInterval' | 'externalLabels' | 'site'>;

/**
 * The configuration, jobs in the order of the model, each below a comment that says what it is for.
 *
 * @example prometheusYml({ ...resolved, jobs: [] })
 * // # What Prometheus scrapes, which rules it evaluates, and whom it tells.
 * // # Made by `npm run build`; what is changed here by hand is lost.
 * //
 * // global:
 * //   scrape_interval: 15s
 * //   evaluation_interval: 15s
 * // rule_files:
 * // - rules/*.yml
 * // alerting:
 * //   alertmanagers:
 * //   - static_configs:
 * //     - targets:
 * //       - alertmanager:9093
 * // scrape_configs: []
 */
export function prometheusYml(model: Scraping): string {
  const value = {
    global: {
      scrape_interval: durationText(model.scrapeInterval),
      evaluation_interval: durationText(model.evaluationInterval),
      ...externalLabels(model),
    },
    rule_files: ['rules/*.yml'],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [model.site.alertmanager] }] }] },
  };
  const header = generated('What Prometheus scrapes, which rules it evaluates, and whom it tells.');
  return toYaml(value, { header }) + scrapeConfigs(model.jobs);
}

/**
 * Prometheus takes `$` in their values for the name of a variable of its environment.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#configuration-file
 */
function externalLabels({ externalLabels: labels = {} }: Scraping): object {
  const entries = Object.entries(labels).map(([name, value]) => [name, value.replaceAll('$', '$$$$')] as const);
  return entries.length === 0 ? {} : { external_labels: Object.fromEntries(entries) };
}

/** Printed job by job: a comment belongs to a place in the text, and values have none. */
function scrapeConfigs(jobs: readonly ScrapeJob[]): string {
  if (jobs.length === 0) return toYaml({ scrape_configs: [] });
  return `scrape_configs:\n${jobs.map((job) => yamlComment(job.purpose) + toYaml([scrapeConfig(job)])).join('')}`;
}

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
    honor_labels: job.honorLabels,
    honor_timestamps: job.honorTimestamps,
    scheme: job.scheme,
    params: job.params,
    track_timestamps_staleness: job.trackTimestampsStaleness,
    ...httpClient(job),
    sample_limit: job.sampleLimit,
    label_value_length_limit: job.labelValueLengthLimit,
    ...discoveryConfigs(job.discovery),
    static_configs: job.discovery.length > 0 ? unlessEmpty(job.static.map(staticConfig)) : job.static.map(staticConfig),
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
  const { source_labels, separator, regex, modulus, target_label, replacement, action } = step;
  return present({ source_labels, separator, regex, modulus, target_label, replacement, action });
}
