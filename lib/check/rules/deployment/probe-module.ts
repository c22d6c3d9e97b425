/** A probe asks for a module that blackbox_exporter has, and it has no other. */
import type { Deployment } from '../../../model/deployment/deployment.ts';
import type { ScrapeJob } from '../../../model/scrape-job.ts';
import { didYouMean, listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const probeModule = rule({
  id: 'probe-module',
  reason: 'A probe with an unknown module fails for ever, whatever the state of what it asks.',
  source: 'blackbox_exporter, configuration: modules',
  example: {
    where: 'scrape job pages',
    found: 'the module http_2x',
    allowed: 'http_2xx',
    remedy: 'did you mean http_2xx? Otherwise add it to `probes` of the deployment',
  },
  *check({ model: { deployment, jobs } }) {
    const known = Object.keys(deployment?.probes ?? {});
    if (deployment === undefined || known.length === 0) return;
    for (const job of jobs) {
      for (const name of modulesOf(job).filter((each) => !known.includes(each))) {
        yield {
          about: unexcusable({ what: `scrape job ${job.job}` }),
          found: `the module ${name}`,
          allowed: listed(known, 'or'),
          remedy: didYouMean(name, known, 'add it to `probes` of the deployment'),
        };
      }
    }
    for (const name of unused(deployment, jobs)) {
      yield {
        about: unexcusable({ what: `probe ${name}` }),
        found: 'no scrape job that asks for it',
        allowed: 'modules that are asked for',
        remedy: `add a job with params: { module: ['${name}'] }, or remove the module`,
      };
    }
  },
});

function unused({ probes = {} }: Deployment, jobs: readonly ScrapeJob[]): readonly string[] {
  const asked = new Set(jobs.flatMap(modulesOf));
  return Object.keys(probes).filter((name) => !asked.has(name));
}

function modulesOf({ path, params = {} }: ScrapeJob): readonly string[] {
  return path === '/probe' ? (params.module ?? []) : [];
}
