/** Values for labels that no scrape has shown: those that any target has, else what such labels usually hold. */
import type { KnownJobs } from './target-labels.ts';

const USUAL: Readonly<Record<string, readonly string[]>> = {
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

/** A few values of a label. */
export function unknownValues(label: string, jobs: KnownJobs): readonly string[] {
  const targets = [...jobs.values()].flatMap((job) => job.targets.flatMap((labels) => labels[label] ?? []));
  const known = [...new Set(targets)];
  if (known.length > 0) return known.slice(0, 3);
  return USUAL[label] ?? ['a', 'b', 'c'].map((letter) => `${label}-${letter}`);
}
