/** Every metric that is read belongs to a job that is scraped. */

import { scrapeJobNames } from '../../../catalogue/metric.ts';
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

export const metricScraped = rule({
  id: 'metric-scraped',
  reason: 'A catalogue file alone brings no data: without the scrape job the exporter is never asked.',
  source: 'pint: promql/series',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'orders_total of the target shop, which no job scrapes',
    allowed: 'metrics of the jobs: store',
    remedy: 'add the job to the model, or leave the signal out of this profile: unavailable(…)',
  },
  *check({ selectors, jobs }) {
    for (const { node, expressions } of selectors) {
      const names = node.facts === undefined ? [] : scrapeJobNames(node.facts.source.target);
      if (names.length === 0 || names.some((name) => jobs.has(name))) continue;
      yield* everywhere(expressions, {
        found: `${node.metric} of the target ${names[0]}, which no job scrapes`,
        allowed: `metrics of the jobs: ${listed([...jobs.keys()])}`,
        remedy: 'add the job to the model, or leave the signal out of this profile: unavailable(…)',
      });
    }
  },
});
