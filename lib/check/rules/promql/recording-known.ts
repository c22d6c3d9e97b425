/** Every recorded series that is read is written by a rule. */

import { didYouMean } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

export const recordingKnown = rule({
  id: 'recording-known',
  reason: 'A recording rule that was renamed or removed leaves its readers with nothing, and nobody is told.',
  source: 'pint: rule/dependency and promql/series',
  example: {
    where: 'dashboard shop / panel raw',
    found: 'the recorded series job:queue_length:min, which no rule writes',
    allowed: 'the name of a recording rule',
    remedy:
      "did you mean job:queue_length:max? Otherwise record it: recorded: { as: 'job:queue_length:min', … } of its signal",
  },
  *check({ selectors, model: { catalogue }, recorded }) {
    for (const { node, expressions } of selectors) {
      const { metric } = node;
      if (!metric.includes(':') || metric.includes('$') || recorded.has(metric) || catalogue.has(metric)) continue;
      yield* everywhere(expressions, {
        found: `the recorded series ${metric}, which no rule writes`,
        allowed: 'the name of a recording rule',
        remedy: didYouMean(metric, recorded.keys(), `record it: recorded: { as: '${metric}', … } of its signal`),
      });
    }
  },
});
