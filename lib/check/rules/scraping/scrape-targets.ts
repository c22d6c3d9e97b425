/** Every scrape job has a name of its own and addresses that Prometheus can ask. */
import { relabelledPartly } from '../../../model/relabelled.ts';
import type { ScrapeJob } from '../../../model/scrape-job.ts';
import { repeated } from '../../messages.ts';
import { type Fault, rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

const ADDRESS = /^(?:[A-Za-z0-9_.-]+|\[[0-9a-fA-F:]+\]):(\d{1,5})$/;

export const scrapeTargets = rule({
  id: 'scrape-targets',
  reason: 'Prometheus does not start with two jobs of one name, and gets nothing from what is no address.',
  source: 'Prometheus, configuration: job_name is unique; static_config: targets are <host>',
  example: {
    where: 'scrape job shop',
    found: 'the target http://shop:80/metrics',
    allowed: 'host:port',
    remedy: "write 'shop:80'; a path belongs in `path`",
  },
  *check({ model: { jobs } }) {
    for (const [index, job] of jobs.entries()) {
      const about = unexcusable({ what: `scrape job ${job.job}` });
      if (jobs.findIndex((other) => other.job === job.job) < index) {
        yield {
          about,
          found: 'a second job with this name',
          allowed: 'a name of its own for each job',
          remedy: 'put the targets of both into one job, or rename one target()',
        };
      }
      for (const fault of faultsOf(job)) yield { about, ...fault };
    }
  },
});

function* faultsOf(job: ScrapeJob): Iterable<Fault> {
  const targets = job.static.flatMap((group) => group.targets);
  if (targets.length === 0 && job.discovery.length === 0) {
    yield {
      found: 'no targets',
      allowed: 'at least one address, or a way to discover some',
      remedy: 'add `static` or `discovery`, or remove the job',
    };
  }
  for (const target of repeated(targets)) {
    yield { found: `the target ${target} twice`, allowed: 'each target once', remedy: 'remove one of them' };
  }
  for (const target of targets.filter((each, index) => targets.indexOf(each) === index && isDropped(each, job))) {
    yield {
      found: `the target ${target}, which relabelling drops`,
      allowed: 'targets that are asked',
      remedy: 'remove it, or the step of `relabel` that drops it',
    };
  }
  // An address that relabelling replaces can be anything, such as a page to probe.
  if (job.relabel.some(({ target_label }) => target_label === '__address__')) return;
  for (const target of targets.filter((each) => !isAddress(each))) {
    const bare = /^(?:\w+:\/\/)?([^/]*)/.exec(target)?.[1] ?? target;
    yield {
      found: `the target ${target === '' ? '""' : target}`,
      allowed: 'host:port',
      remedy: `write '${isAddress(bare) ? bare : `${bare.replace(/:.*/, '') || 'shop'}:80`}'; a path belongs in \`path\``,
    };
  }
}

function isAddress(text: string): boolean {
  const port = Number(ADDRESS.exec(text)?.[1] ?? 0);
  return port >= 1 && port <= 65_535;
}

/** Whether every place where a target is listed loses it, or its address. */
function isDropped(target: string, scrape: ScrapeJob): boolean {
  const { job, static: groups, relabel, path = '/metrics', params = {} } = scrape;
  const given = Object.entries(params).map(([name, [first]]) => [`__param_${name}`, first] as const);
  const own = {
    job,
    __address__: target,
    __scheme__: scrape.scheme ?? 'http',
    __metrics_path__: path,
    ...Object.fromEntries(given),
  };
  return groups
    .filter(({ targets }) => targets.includes(target))
    .every(({ labels }) => {
      const after = relabelledPartly(new Map(Object.entries({ ...own, ...labels })), relabel);
      return after === undefined || !after.has('__address__');
    });
}
