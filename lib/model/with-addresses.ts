/** A model whose targets live elsewhere, so that the same jobs can scrape servers on this machine. */
import { escapeRegExp } from '../promql/matcher.ts';
import type { ResolvedModel } from './resolved.ts';
import type { Relabel } from './scrape-job.ts';

/**
 * The model with other addresses to connect to. Every label stays what it was: `instance` and whatever relabelling takes
 * from the address still see the original one; only then is the address replaced.
 *
 * @throws TypeError for an address that no job has.
 * @example
 * withAddresses(resolved, { 'shop:80': '127.0.0.1:18080' }).jobs.map(({ relabel }) => relabel.at(-1)?.replacement)
 * // ['127.0.0.1:18080', undefined]
 */
export function withAddresses(model: ResolvedModel, addresses: Readonly<Record<string, string>>): ResolvedModel {
  const known = new Set(model.jobs.flatMap((job) => job.static.flatMap(({ targets }) => targets)));
  for (const address of Object.keys(addresses)) {
    if (!known.has(address)) {
      throw new TypeError(`withAddresses(): no job has the target '${address}'; there are ${[...known].join(', ')}.`);
    }
  }
  const jobs = model.jobs.map((job) => {
    const own = job.static.flatMap(({ targets }) => targets).filter((target) => target in addresses);
    if (own.length === 0) return job;
    return Object.freeze({
      ...job,
      relabel: Object.freeze([INSTANCE, ...job.relabel, ...own.map(replacing(addresses))]),
    });
  });
  return Object.freeze({ ...model, jobs });
}

/** Prometheus takes `instance` from the address after relabelling: fixed first, it keeps the original. */
const INSTANCE: Relabel = Object.freeze({ source_labels: ['__address__'], target_label: 'instance' });

function replacing(addresses: Readonly<Record<string, string>>): (from: string) => Relabel {
  return (from) =>
    Object.freeze({
      source_labels: ['__address__'],
      regex: escapeRegExp(from),
      target_label: '__address__',
      replacement: addresses[from] ?? from,
    });
}
