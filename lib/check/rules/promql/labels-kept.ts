/** What an expression is said to keep is still there in its result. */
import { labelIn, namesIn } from '../../../promql/result/labels.ts';
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { type Expression, placeOf } from '../../survey/expressions.ts';
import { labelsIn } from '../../survey/texts.ts';

export const labelsKept = rule({
  id: 'labels-kept',
  reason: 'A legend, a description or a route that uses a label finds it empty when an aggregation has dropped it.',
  source: 'pint: promql/aggregate, alerts/template and rule/label',
  example: {
    where: 'dashboard shop / panel raw',
    found: 'the label queue, which its result lacks',
    allowed: 'labels of the result: job',
    remedy: "keep it in each aggregation: { by: ['queue'] }, or do not name it",
  },
  *check({ trees, labelsOf }) {
    for (const { node, expressions } of trees) {
      const labels = labelsOf(node);
      if (labels === undefined) continue;
      for (const expression of expressions) {
        for (const label of promised(expression)) {
          if (labelIn(labels, label).presence !== 'never') continue;
          yield {
            ...placeOf(expression),
            found: `the label ${label}, which its result lacks`,
            allowed: `labels of the result: ${listed(namesIn(labels))}`,
            remedy: `keep it in each aggregation: { by: ['${label}'] }, or do not name it`,
          };
        }
      }
    }
  },
});

function promised(expression: Expression): Iterable<string> {
  switch (expression.use) {
    case 'panel':
      return expression.query.labels;
    case 'alert':
      return new Set([...expression.rule.labels, ...labelsIn(expression.rule.description)]);
    case 'recording rule':
      return expression.rule.labels;
    default:
      return [];
  }
}
