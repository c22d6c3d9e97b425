/** No query reads metrics that the scrape job drops. */
import { scrapeJobNames } from '../../../catalogue/metric.ts';
import { type Lost, lostBy } from '../../../model/metric-fate.ts';
import type { ScrapeJob } from '../../../model/scrape-job.ts';
import type { SelectorNode } from '../../../promql/node.ts';
import { isSynthetic } from '../../../promql/synthetic.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

export const metricKept = rule({
  id: 'metric-kept',
  reason: 'What metricRelabel drops, or stores under another name, is not there: a panel over it stays empty for ever.',
  source: 'our own; Prometheus, configuration: metric_relabel_configs',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'orders_total of the job shop, which metricRelabel drops',
    allowed: 'metrics that the job keeps',
    remedy: 'keep it: take it out of the regex of the step, or leave the signal out',
  },
  *check({ selectors, jobs }) {
    if ([...jobs.values()].every(({ metricRelabel }) => metricRelabel.length === 0)) return;
    for (const { node, expressions } of selectors) {
      const lost = lostIn(node, jobs);
      if (lost === undefined) continue;
      const { job, fate } = lost;
      const what = typeof fate === 'object' ? `renames to ${fate.renamed}` : 'drops';
      yield* everywhere(expressions, {
        found: `${node.metric} of the job ${job}, which metricRelabel ${what}`,
        allowed: 'metrics that the job keeps',
        remedy:
          typeof fate === 'object'
            ? 'define the metric under its new name, or remove the step'
            : 'keep it: take it out of the regex of the step, or leave the signal out',
      });
    }
  },
});

function lostIn({ metric, facts }: SelectorNode, jobs: ReadonlyMap<string, ScrapeJob>): Lost | undefined {
  if (facts === undefined || isSynthetic(metric)) return undefined;
  const scraping = scrapeJobNames(facts.source.target).flatMap((name) => jobs.get(name) ?? []);
  return lostBy(metric, scraping, Object.keys(facts.labels));
}
