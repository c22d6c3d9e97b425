/** A quantile lies between 0 and 1. */
import type { Node } from '../../../promql/node.ts';
import { rule } from '../../rule.ts';
import type { Expression } from '../../survey/expressions.ts';
import { placeOf } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

const FUNCTIONS: ReadonlySet<string> = new Set(['histogram_quantile', 'quantile_over_time']);

export const quantileRange = rule({
  id: 'quantile-range',
  reason: 'A quantile above 1 is +Inf and one below 0 is -Inf: 95 for 0.95 makes a graph of nothing.',
  source: 'Prometheus, histogram_quantile() and quantile()',
  example: {
    where: 'dashboard shop / panel raw',
    found: 'quantile() with 95',
    allowed: '0 to 1',
    remedy: 'write 0.95 for 95 %',
  },
  *check(survey) {
    for (const { name, parameter, expression } of quantiles(survey)) {
      if (parameter?.kind !== 'number' || (parameter.value >= 0 && parameter.value <= 1)) continue;
      const { value } = parameter;
      yield {
        ...placeOf(expression),
        found: `${name}() with ${value}`,
        allowed: '0 to 1',
        remedy:
          value > 1 && value <= 100 ? `write ${value / 100} for ${value} %` : 'give the share as a number from 0 to 1',
      };
    }
  },
});

interface Quantile {
  readonly name: string;
  readonly parameter: Node | undefined;
  readonly expression: Expression;
}

function* quantiles({ calls, aggregates }: Survey): Iterable<Quantile> {
  for (const { node, expression } of calls) {
    if (FUNCTIONS.has(node.function)) yield { name: node.function, parameter: node.arguments[0], expression };
  }
  for (const { node, expression } of aggregates) {
    if (node.operator === 'quantile') yield { name: 'quantile', parameter: node.parameter, expression };
  }
}
