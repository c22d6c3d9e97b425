/**
 * Prometheus' own configuration: jobs with what they inherit, targets, relabelling, where rules lie, who is told.
 * Source of the defaults: https://prometheus.io/docs/prometheus/latest/configuration/configuration/
 */
import type { Place } from './problem.ts';
import type { LineOf } from './rules.ts';
import { withoutSecrets } from './secret.ts';
import type { JobRecord, RelabelRecord, ScrapingRecord } from './server-records.ts';
import { type Fields, fieldsOf, flattened, listOf, objectsOf, stableText, textOf, textsOf } from './value.ts';

/** Whether a parsed file is a configuration of Prometheus. */
export function holdsScraping({ scrape_configs: jobs, rule_files: rules, alerting, global }: Fields): boolean {
  const isGlobal = textOf(fieldsOf(global).scrape_interval ?? fieldsOf(global).evaluation_interval) !== undefined;
  const all = objectsOf(jobs);
  if (all.length > 0) return all.every(({ job_name: name }) => textOf(name) !== undefined);
  return isGlobal || (Array.isArray(rules) && alerting !== undefined);
}

/** The record of such a file. */
export function scrapingRecord(value: Fields, place: Place, lineOf: LineOf): ScrapingRecord {
  const { scrape_configs: jobs, rule_files: ruleFiles, alerting, global, ...others } = value;
  const { alertmanagers, ...otherAlerting } = fieldsOf(alerting);
  const {
    scrape_interval: interval,
    scrape_timeout: timeout,
    evaluation_interval: evaluated,
    ...own
  } = fieldsOf(global);
  const inherited = { interval: textOf(interval) ?? '1m', timeout: textOf(timeout) ?? '10s' };
  const addresses = objectsOf(alertmanagers).map(({ static_configs: fixed, ...rest }) =>
    [...objectsOf(fixed).flatMap(({ targets }) => textsIn(targets)), ...discovered(rest)].join(', '),
  );
  return Object.freeze({
    kind: 'scraping',
    place,
    jobs: Object.freeze(
      objectsOf(jobs).map((job, at) => {
        const line = lineOf(['scrape_configs', at]);
        return jobRecord(job, line === undefined ? place : { ...place, line }, inherited);
      }),
    ),
    ruleFiles: Object.freeze(textsIn(ruleFiles)),
    alertmanagers: Object.freeze(addresses),
    evaluated: textOf(evaluated) ?? '1m',
    rest: withoutSecrets(flattened({ ...others, alerting: otherAlerting, global: own })),
  });
}

const textsIn = (value: unknown): readonly string[] => listOf(value).flatMap((each) => textOf(each) ?? []);

/** Where addresses are looked up that the file does not name: `dns_sd_configs`. */
const discovered = (rest: Fields): readonly string[] => Object.keys(rest).filter((key) => key.endsWith('_sd_configs'));

function jobRecord(
  job: Fields,
  place: Place,
  inherited: { readonly interval: string; readonly timeout: string },
): JobRecord {
  const {
    job_name: name,
    scrape_interval: interval,
    scrape_timeout: timeout,
    static_configs: fixed,
    relabel_configs: relabelling,
    metric_relabel_configs: metricRelabelling,
    ...rest
  } = job;
  const targets = objectsOf(fixed).flatMap(({ targets: addresses, labels }) =>
    textsIn(addresses).map((address) => [address, labelsText(textsOf(labels))] as const),
  );
  return Object.freeze({
    name: textOf(name) ?? '',
    place: Object.freeze(place),
    interval: textOf(interval) ?? inherited.interval,
    timeout: textOf(timeout) ?? inherited.timeout,
    targets: new Map(targets),
    relabelling: Object.freeze(objectsOf(relabelling).map(relabelRecord)),
    metricRelabelling: Object.freeze(objectsOf(metricRelabelling).map(relabelRecord)),
    rest: withoutSecrets(flattened(rest)),
  });
}

const labelsText = (labels: ReadonlyMap<string, string>): string =>
  [...labels].map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(', ');

function relabelRecord(step: Fields): RelabelRecord {
  return Object.freeze({
    action: (textOf(step.action) ?? 'replace').toLowerCase(),
    from: textsIn(step.source_labels).join(', '),
    regex: textOf(step.regex) ?? '(.*)',
    target: textOf(step.target_label) ?? '',
    replacement: textOf(step.replacement) ?? '$1',
    text: stableText(step),
  });
}
