/**
 * `prometheus.yml`: what is scraped, which rules are evaluated, and who is told.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/
 */
import type { ResolvedModel } from '../../model/resolved.ts';
import type { ScrapeJob } from '../../model/scrape-job.ts';
import { durationText } from '../../units/duration.ts';
import { generated } from '../header.ts';
import { toYaml } from '../yaml.ts';
import { scrapeConfig } from './scrape-config.ts';

/** Where a server listens. */
export type Address = `${string}:${number}`;

export interface PrometheusOptions {
  /** Where alerts are sent, such as `alertmanager:9093`. */
  readonly alertmanager: Address;
}

type Scraping = Pick<ResolvedModel, 'jobs' | 'scrapeInterval' | 'evaluationInterval'>;

/**
 * The configuration, jobs in the order of the model, each below a comment that says what it is for.
 *
 * @example prometheusYml({ jobs: [], scrapeInterval, evaluationInterval }, { alertmanager: 'alertmanager:9093' })
 * // global:
 * //   scrape_interval: 15s
 * //   evaluation_interval: 15s
 * // rule_files:
 * // - rules/*.yml
 */
export function prometheusYml(model: Scraping, { alertmanager }: PrometheusOptions): string {
  const value = {
    global: {
      scrape_interval: durationText(model.scrapeInterval),
      evaluation_interval: durationText(model.evaluationInterval),
    },
    rule_files: ['rules/*.yml'],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
  };
  const header = generated('What Prometheus scrapes, which rules it evaluates, and whom it tells.');
  return toYaml(value, { header }) + scrapeConfigs(model.jobs);
}

/** Printed job by job: a comment belongs to a place in the text, and values have none. */
function scrapeConfigs(jobs: readonly ScrapeJob[]): string {
  if (jobs.length === 0) return toYaml({ scrape_configs: [] });
  return `scrape_configs:\n${jobs.map((job) => comment(job.purpose) + toYaml([scrapeConfig(job)])).join('')}`;
}

/** Everything that ends a line for one of the YAML versions. */
const LINE_BREAKS = /[\r\n\u0085\u2028\u2029]+/;

function comment(text: string): string {
  const lines = text.split(LINE_BREAKS).filter((line) => line.trim() !== '');
  return lines.map((line) => `# ${line.trim()}\n`).join('');
}
