/** A quantile lies between 0 and 1. */
import type { Node } from '../../../promql/node.ts';
import { rule } from '../../rule.ts';
import type { Expression } from '../../survey/expressions.ts';
import { everywhere } from '../../survey/expressions.ts';
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
    for (const { name, parameter, expressions } of quantiles(survey)) {
      if (parameter?.kind !== 'number' || (parameter.value >= 0 && parameter.value <= 1)) continue;
      const { value } = parameter;
      yield* everywhere(expressions, {
        found: `${name}() with ${value}`,
        allowed: '0 to 1',
        remedy:
          value > 1 && value <= 100 ? `write ${value / 100} for ${value} %` : 'give the share as a number from 0 to 1',
      });
    }
  },
});

interface Quantile {
  readonly name: string;
  readonly parameter: Node | undefined;
  readonly expressions: readonly Expression[];
}

function* quantiles({ calls, aggregates }: Survey): Iterable<Quantile> {
  for (const { node, expressions } of calls) {
    if (FUNCTIONS.has(node.function)) yield { name: node.function, parameter: node.arguments[0], expressions };
  }
  for (const { node, expressions } of aggregates) {
    if (node.operator === 'quantile') yield { name: 'quantile', parameter: node.parameter, expressions };
  }
}
