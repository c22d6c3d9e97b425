/** Every metric that is read is exposed, recorded, or made by Prometheus itself. */
import { isSynthetic } from '../../../promql/synthetic.ts';
import { didYouMean } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

export const metricKnown = rule({
  id: 'metric-known',
  reason: 'A metric that no exporter exposes makes a panel empty and an alert silent, without any error.',
  source: 'pint: promql/series',
  example: {
    where: 'dashboard shop / panel raw',
    found: 'the metric queue_lenght, which is not in the catalogue',
    allowed: 'a metric of the catalogue',
    remedy: 'did you mean queue_length? Otherwise add it from what the exporter exposes: npx plainsight metrics',
  },
  *check({ selectors, model: { catalogue } }) {
    for (const { node, expressions } of selectors) {
      const { metric } = node;
      // Recorded names have a rule of their own; a variable stands for whatever the viewer chooses.
      if (metric === '' || metric.includes(':') || metric.includes('$')) continue;
      if (catalogue.has(metric) || isSynthetic(metric)) continue;
      yield* everywhere(expressions, {
        found: `the metric ${metric}, which is not in the catalogue`,
        allowed: 'a metric of the catalogue',
        remedy: didYouMean(metric, catalogue.keys(), 'add it from what the exporter exposes: npx plainsight metrics'),
      });
    }
  },
});
