/** The labels that scrape jobs add to every series, with their values: what Prometheus would make of each target. */
import { RELABEL_DEFAULTS, type Relabel, replaced } from '../model/relabel.ts';
import type { ScrapeJob } from '../model/scrape-job.ts';

export type Labels = Readonly<Record<string, string>>;

/** What is known of the series of a job. */
export interface KnownJob extends Pick<ScrapeJob, 'job' | 'target' | 'metricRelabel'> {
  readonly targets: readonly Labels[];
}

/** By job; nothing is known of a job that is not listed. */
export type KnownJobs = ReadonlyMap<string, KnownJob>;

/** By the jobs of a model: each of its pictures asks anew. */
const found = new WeakMap<readonly ScrapeJob[], KnownJobs>();

/** What the jobs' targets are called. */
export function knownJobs(jobs: readonly ScrapeJob[]): KnownJobs {
  const known = found.get(jobs) ?? readJobs(jobs);
  found.set(jobs, known);
  return known;
}

function readJobs(jobs: readonly ScrapeJob[]): KnownJobs {
  return new Map(
    jobs.map((scrape) => {
      const { job, target, metricRelabel } = scrape;
      return [job, { job, target, metricRelabel, targets: targetLabels(scrape) }];
    }),
  );
}

function targetLabels({ job, static: groups, relabel }: ScrapeJob): readonly Labels[] {
  return groups.flatMap(({ targets, labels = {} }) =>
    targets.map((address) => {
      const { instance = address, ...given } = relabelled({ __address__: address, job, ...labels }, relabel);
      const visible = Object.entries(given).filter(([label]) => !label.startsWith('__'));
      return Object.freeze({ instance, ...Object.fromEntries(visible) });
    }),
  );
}

/**
 * Labels after relabelling. Only `replace` writes labels; what other actions keep or drop is beside the point here.
 *
 * @example relabelled({ __address__: 'shop:80' }, [{ source_labels: ['__address__'], regex: '(.+):80', target_label: 'service' }])
 * // { __address__: 'shop:80', service: 'shop' }
 */
export function relabelled(labels: Labels, steps: readonly Relabel[]): Labels {
  if (steps.length === 0) return labels;
  const seen: Record<string, string> = { ...labels };
  for (const step of steps) {
    if (step.action !== undefined && step.action !== 'replace') continue;
    const { source_labels = [], separator, regex, target_label, replacement } = { ...RELABEL_DEFAULTS, ...step };
    const value = replaced(source_labels.map((label) => seen[label] ?? '').join(separator), regex, replacement);
    if (value !== undefined && value !== '') seen[target_label] = value;
  }
  return seen;
}

const USUAL_VALUES: Readonly<Record<string, readonly string[]>> = {
  alertname: ['AnAlert', 'AnotherAlert'],
  severity: ['critical', 'warning'],
  alertstate: ['firing', 'pending'],
  instance: ['host-a:9100', 'host-b:9100'],
  method: ['GET', 'POST'],
  status: ['200', '404', '500'],
  code: ['200', '404', '500'],
  path: ['/', '/login'],
  route: ['/', '/login'],
  device: ['sda', 'sdb'],
  mountpoint: ['/', '/data'],
  mode: ['user', 'system'],
};

/** Every query with such a label asks. */
const usual = new WeakMap<KnownJobs, Map<string, readonly string[]>>();

/** A few values of a label that no scrape has shown: those of the targets, else what such labels usually hold. */
export function usualValues(label: string, jobs: KnownJobs): readonly string[] {
  const byLabel = usual.get(jobs) ?? new Map<string, readonly string[]>();
  usual.set(jobs, byLabel);
  const found = byLabel.get(label) ?? usualAnew(label, jobs);
  byLabel.set(label, found);
  return found;
}

function usualAnew(label: string, jobs: KnownJobs): readonly string[] {
  const targets = [...jobs.values()].flatMap((job) => job.targets.flatMap((labels) => labels[label] ?? []));
  const known = [...new Set(targets)];
  if (known.length > 0) return known.slice(0, 3);
  return USUAL_VALUES[label] ?? ['a', 'b', 'c'].map((letter) => `${label}-${letter}`);
}

/** A label set as one text, whatever the order of its labels. */
export function labelsKey(set: Labels): string {
  const labels = Object.keys(set);
  const [only = ''] = labels;
  if (labels.length < 2) return labels.length === 0 ? '' : `${only}=${set[only]}`;
  return labels
    .map((label) => `${label}=${set[label]}`)
    .sort()
    .join(',');
}
