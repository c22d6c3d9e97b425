/** What is left of a metric after the scrape: a job can drop its series, or store them under another name. */
import { relabelledPartly } from './relabelled.ts';
import type { ScrapeJob } from './scrape-job.ts';

/** What becomes of a metric's series: they are kept, dropped, or have another name. */
export type Fate = 'kept' | 'dropped' | { readonly renamed: string };

/**
 * What the `metricRelabel` of a job makes of the series of a name, whatever the values of labels are that nobody states.
 *
 * @example fateOf('redis_up', scrapeJob(redis, { purpose: 'Redis', metricRelabel: [{ source_labels: ['__name__'], regex: 'redis_.*', action: 'drop' }] }))
 * // 'dropped'
 */
export function fateOf(
  name: string,
  scrape: Pick<ScrapeJob, 'job' | 'target' | 'metricRelabel'>,
  own: Iterable<string> = [],
): Fate {
  const { job, target, metricRelabel } = scrape;
  if (metricRelabel.length === 0) return 'kept';
  const labels = new Map<string, string | undefined>([...own, ...target.labels].map((label) => [label, undefined]));
  labels.set('instance', undefined).set('job', job).set('__name__', name);
  const after = relabelledPartly(labels, metricRelabel);
  if (after === undefined || !after.has('__name__')) return 'dropped';
  const renamed = after.get('__name__');
  return renamed === undefined || renamed === name ? 'kept' : { renamed };
}

/** What one job makes of a metric that none of the jobs keeps. */
export interface Lost {
  readonly job: string;
  readonly fate: Exclude<Fate, 'kept'>;
}

/**
 * What becomes of the series of a name where each of the jobs that scrape them drops or renames them; undefined where one
 * of them keeps them, and where no job is known.
 *
 * @param own labels that the exporter sets, whose values nobody knows
 */
export function lostBy(name: string, scraping: readonly ScrapeJob[], own: Iterable<string>): Lost | undefined {
  let first: Lost | undefined;
  for (const scrape of scraping) {
    const fate = fateOf(name, scrape, own);
    if (fate === 'kept') return undefined;
    first ??= { job: scrape.job, fate };
  }
  return first;
}
