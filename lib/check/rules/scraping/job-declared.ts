/** The label `job` of a target's series has the values that the target declares. */
import { writtenBy } from '../../../model/relabel.ts';
import type { ScrapeJob } from '../../../model/scrape-job.ts';
import { listed } from '../../messages.ts';
import { type Fault, rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const jobDeclared = rule({
  id: 'job-declared',
  reason: 'Every selector names the job of its target: where something else writes `job`, it finds no series.',
  source: 'Prometheus, configuration: relabel_config, metric_relabel_configs and honor_labels',
  example: {
    where: 'scrape job shop',
    found: 'relabelling that writes job, and no values of it declared',
    allowed: 'job="shop", or values that target() declares',
    remedy: "declare what is written: target('shop', { jobs: ['…'] }), or write another label",
  },
  *check({ model: { jobs } }) {
    for (const job of jobs) {
      for (const fault of faultsOf(job)) yield { about: unexcusable({ what: `scrape job ${job.job}` }), ...fault };
    }
  },
});

function* faultsOf(scrape: ScrapeJob): Iterable<Fault> {
  const { job, target } = scrape;
  const writer = writerOf(scrape);
  const isDeclared = target.jobs.length > 1 || target.jobs[0] !== target.job;
  if (writer !== undefined && !isDeclared) {
    yield {
      found: `${writer} that writes job, and no values of it declared`,
      allowed: `job="${job}", or values that target() declares`,
      remedy: `declare what is written: target('${target.job}', { jobs: ['…'] }), or write another label`,
    };
  }
  if (writer === undefined && !target.jobs.includes(job)) {
    yield {
      found: `the job ${job}, and a target whose series have the jobs ${listed(target.jobs)}`,
      allowed: 'a scrape job of one of these names, or relabelling that writes them',
      remedy: `name it: target('${target.job}', { jobs: ['${job}'] })`,
    };
  }
}

/** What writes the label `job` of a scrape's series, if anything does. */
function writerOf({ relabel, metricRelabel, honorLabels, static: groups }: ScrapeJob): string | undefined {
  if ([...relabel, ...metricRelabel].some((step) => writtenBy(step) === 'job')) return 'relabelling';
  if (groups.some(({ labels = {} }) => 'job' in labels)) return 'a static label';
  return honorLabels ? 'honorLabels' : undefined;
}
