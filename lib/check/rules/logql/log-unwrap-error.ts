/** A value that cannot be read is left out, before it ends the whole query. */
import type { LabelCondition } from '../../../logql/node.ts';
import { ranges } from '../../../logql/walk.ts';
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';

export const logUnwrapError = rule({
  id: 'log-unwrap-error',
  reason: 'One line whose value is no number makes Loki refuse the whole query: the graph is empty on the worst day.',
  source: 'Loki, metric queries: unwrapped range aggregations',
  example: {
    where: 'dashboard shop / panel lines',
    found: 'unwrap took without a filter of its errors',
    allowed: '| unwrap took | __error__=""',
    remedy: "say it after unwrap: unwrap('took').withoutErrors()",
  },
  *check({ logExpressions }) {
    for (const expression of logExpressions) {
      if (expression.node.kind === 'lines') continue;
      for (const { of } of ranges(expression.node)) {
        if (of.unwrap === undefined || of.unwrap.filters.some(isOfErrors)) continue;
        const { label } = of.unwrap;
        yield {
          ...placeOf(expression),
          found: `unwrap ${label} without a filter of its errors`,
          allowed: `| unwrap ${label} | __error__=""`,
          remedy: `say it after unwrap: unwrap('${label}').withoutErrors()`,
        };
      }
    }
  },
});

function isOfErrors(condition: LabelCondition): boolean {
  if (condition.kind === 'and' || condition.kind === 'or') return [condition.left, condition.right].some(isOfErrors);
  return condition.kind === 'text' && condition.matcher.label === '__error__';
}
