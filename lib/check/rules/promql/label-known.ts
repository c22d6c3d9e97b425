/** A selector matches labels that its metric has. */
import type { Matcher } from '../../../promql/node.ts';
import { labelIn, namesIn } from '../../../promql/result/labels.ts';
import { didYouMean, listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

export const labelKnown = rule({
  id: 'label-known',
  reason: 'A matcher for a label that the series do not have selects nothing, or everything, without any error.',
  source: 'pint: promql/series; dashboard-linter: template-label-promql-rule',
  example: {
    where: 'dashboard shop / panel raw',
    found: 'queue_length is matched by qeue, a label that its series do not have',
    allowed: 'instance, job, queue and service',
    remedy: 'did you mean queue? Otherwise remove the matcher',
  },
  *check({ selectors, labelsOf }) {
    for (const { node, expressions } of selectors) {
      if (node.matchers.length === 0) continue;
      // A matcher pins its own label: what the series have shows only without any.
      const labels = labelsOf({ ...node, matchers: [] });
      if (labels === undefined) continue;
      for (const { label } of node.matchers.filter(asksFor)) {
        if (labelIn(labels, label).presence !== 'never') continue;
        const known = namesIn(labels);
        yield* everywhere(expressions, {
          found: `${node.metric} is matched by ${label}, a label that its series do not have`,
          allowed: listed(known),
          remedy: didYouMean(label, known, 'remove the matcher'),
        });
      }
    }
  },
});

/** `x{a=""}` asks for series without the label. */
function asksFor({ label, operator, value }: Matcher): boolean {
  return label !== '__name__' && !(operator === '=' && value === '');
}
