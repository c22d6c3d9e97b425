/** No query reads metrics of targets that expose none in its profile. */
import { scrapeJobNames } from '../../../catalogue/metric.ts';
import { isSynthetic } from '../../../promql/synthetic.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

export const metricExposed = rule({
  id: 'metric-exposed',
  reason: 'A panel over metrics that a profile does not have stays empty for ever, and an alert over them never fires.',
  source: 'our own',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'orders_total of the job shop, whose targets expose nothing here: the images have no /metrics',
    allowed: 'metrics of jobs whose targets expose some in this profile',
    remedy: 'give the signal another source in this profile, or make it unavailable(…) there',
  },
  *check({ selectors, model: { silentJobs } }) {
    if (silentJobs.size === 0) return;
    for (const { node, expressions } of selectors) {
      const names = node.facts === undefined ? [] : scrapeJobNames(node.facts.source.target);
      const [silent] = names;
      if (silent === undefined || isSynthetic(node.metric) || !names.every((name) => silentJobs.has(name))) continue;
      yield* everywhere(expressions, {
        found: `${node.metric} of the job ${silent}, whose targets expose nothing here: ${silentJobs.get(silent)}`,
        allowed: 'metrics of jobs whose targets expose some in this profile',
        remedy: 'give the signal another source in this profile, or make it unavailable(…) there',
      });
    }
  },
});
