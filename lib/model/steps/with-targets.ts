/** A model whose targets are found in another way: listed in production's file, say, and discovered in staging. */
import type { Target } from '../../catalogue/metric.ts';
import type { ScrapeJob, TargetPlaces } from '../scrape-job.ts';
import { type Step, StepError, stepOf } from './step.ts';

/**
 * A step that says anew where a target's jobs find their addresses, and how they speak to them: `static`, `discovery`,
 * `scheme`, `tls` and `credentials` of the definition are gone. Its relabelling stays where no other is given.
 *
 * @throws StepError, when it is applied, for a target that nothing scrapes.
 * @example
 * const staging = withTargets(redis, { discovery: [{ kind: 'file', files: ['targets/redis.yml'] }] });
 * staging(resolved).jobs.map(({ job, discovery }) => [job, discovery.length]) // [['shop', 0], ['redis', 1]]
 */
export function withTargets(of: Target, places: TargetPlaces): Step {
  return stepOf(withTargets, (model) => {
    const jobs = model.jobs.map((job) => (job.target.job === of.job ? placed(job, places) : job));
    if (jobs.every((job, index) => job === model.jobs[index])) {
      throw new StepError('withTargets', {
        found: `the target ${of.job}, which no job scrapes`,
        allowed: model.jobs.map(({ target }) => target.job).join(', '),
        remedy: 'add a scrapeJob() for it to the model, or remove the step from this output',
      });
    }
    return Object.freeze({ ...model, jobs });
  });
}

function placed(job: ScrapeJob, { static: written = [], discovery = [], ...places }: TargetPlaces): ScrapeJob {
  const { scheme: _scheme, tls: _tls, credentials: _credentials, ...rest } = job;
  return Object.freeze({ ...rest, ...places, static: written, discovery });
}
