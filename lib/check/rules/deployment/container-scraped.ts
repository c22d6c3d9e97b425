/** Prometheus asks whoever runs, and nobody who does not. */
import type { Deployment } from '../../../model/deployment/deployment.ts';
import type { ScrapeJob } from '../../../model/scrape-job.ts';
import { listed } from '../../messages.ts';
import { type Finding, rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const containerScraped = rule({
  id: 'container-scraped',
  reason: 'A server that is not scraped fails unseen, and a target that does not run is down for ever.',
  source: 'our own; Prometheus, configuration: static_config',
  example: {
    where: 'container store',
    found: 'metrics on port 9999, and no scrape job with the target store:9999',
    allowed: 'a target for each container that has metrics',
    remedy: 'add the target to a scrape job, or say why it has none: noMetrics',
  },
  *check({ model: { deployment, jobs } }) {
    if (deployment === undefined) return;
    yield* unseen(deployment, new Set(jobs.flatMap(addressesOf)));
    for (const job of jobs) yield* absent(deployment, job);
  },
});

function* unseen({ containers }: Deployment, asked: ReadonlySet<string>): Iterable<Finding> {
  for (const [name, container] of Object.entries(containers)) {
    // Prometheus asks itself by the name that every machine has for itself.
    if (!('metrics' in container) || [name, 'localhost'].some((host) => asked.has(`${host}:${container.metrics}`)))
      continue;
    yield {
      about: unexcusable({ what: `container ${name}` }),
      found: `metrics on port ${container.metrics}, and no scrape job with the target ${name}:${container.metrics}`,
      allowed: 'a target for each container that has metrics',
      remedy: 'add the target to a scrape job, or say why it has none: noMetrics',
    };
  }
}

function* absent({ application, containers }: Deployment, job: ScrapeJob): Iterable<Finding> {
  const running = Object.entries(containers).flatMap(([name, each]) =>
    'metrics' in each ? [`${name}:${each.metrics}`, `localhost:${each.metrics}`] : [],
  );
  for (const address of addressesOf(job)) {
    if (running.includes(address) || application.services.includes(address.replace(/:\d+$/, ''))) continue;
    yield {
      about: unexcusable({ what: `scrape job ${job.job}` }),
      found: `the target ${address}, which does not run`,
      allowed: `a container with metrics on that port, or a service of the application: ${listed(application.services)}`,
      remedy: 'add the container, or remove the target',
    };
  }
}

/** What Prometheus connects to. A target that relabelling replaces is what is asked about, and not who is asked. */
function addressesOf({ static: groups, relabel }: ScrapeJob): readonly string[] {
  const replaced = relabel.filter(({ target_label }) => target_label === '__address__');
  if (replaced.length > 0) return replaced.flatMap(({ replacement }) => replacement ?? []);
  return groups.flatMap(({ targets }) => targets);
}
