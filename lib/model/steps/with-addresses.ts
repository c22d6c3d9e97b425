/** A model whose targets live elsewhere, so that the same jobs can scrape servers on this machine. */
import { escapeRegExp } from '../../promql/matcher.ts';
import type { Relabel } from '../relabel.ts';
import type { ScrapeJob } from '../scrape-job.ts';
import { type Step, StepError, stepOf } from './step.ts';

type Addresses = Readonly<Record<string, string>>;

/**
 * A step that gives targets other addresses to connect to. Every label stays what it was: `instance` and whatever
 * relabelling takes from the address still see the original one; only then is the address replaced.
 *
 * @throws StepError, when it is applied, for an address that no job states.
 * @example
 * withAddresses({ 'shop:80': '127.0.0.1:18080' })(resolved).jobs.map(({ relabel }) => relabel.at(-1)?.replacement)
 * // ['127.0.0.1:18080', undefined]
 */
export function withAddresses(addresses: Addresses): Step {
  return stepOf(withAddresses, (model) => {
    const known = new Set(model.jobs.flatMap(statedBy));
    const unknown = Object.keys(addresses).filter((address) => !known.has(address));
    if (unknown.length > 0) {
      throw new StepError('withAddresses', {
        found: `the address ${unknown.join(', ')}, which no job states`,
        allowed: [...known].join(', '),
        remedy: 'correct the address, or remove it from withAddresses()',
      });
    }
    return Object.freeze({ ...model, jobs: model.jobs.map((job) => moved(job, addresses)) });
  });
}

function statedBy(job: ScrapeJob): readonly string[] {
  return job.static.flatMap(({ targets }) => targets);
}

function moved(job: ScrapeJob, addresses: Addresses): ScrapeJob {
  const own = statedBy(job).filter((target) => target in addresses);
  if (own.length === 0) return job;
  return Object.freeze({
    ...job,
    relabel: Object.freeze([INSTANCE, ...job.relabel, ...own.map(replacing(addresses))]),
  });
}

/** Prometheus takes `instance` from the address after relabelling: fixed first, it keeps the original. */
const INSTANCE: Relabel = Object.freeze({ source_labels: ['__address__'], target_label: 'instance' });

function replacing(addresses: Addresses): (from: string) => Relabel {
  return (from) =>
    Object.freeze({
      source_labels: ['__address__'],
      regex: escapeRegExp(from),
      target_label: '__address__',
      replacement: addresses[from] ?? from,
    });
}
