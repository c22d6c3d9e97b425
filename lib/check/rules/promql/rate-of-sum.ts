/** A rate is taken first and summed afterwards. */
import type { CallNode } from '../../../promql/node.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

const RATES: ReadonlySet<string> = new Set(['rate', 'irate', 'increase']);

const words = {
  allowed: "the rate of a counter's own samples",
  remedy: 'take the rate first and aggregate it then: sum(rate(metric, window))',
};

export const rateOfSum = rule({
  id: 'rate-of-sum',
  reason: 'When one of several counters restarts, their sum falls a little, and rate() counts all that is left as new.',
  source: 'pint: promql/rate; https://www.robustperception.io/rate-then-sum-never-sum-then-rate',
  example: { where: 'alert Few', found: 'rate() of a subquery', ...words },
  *check({ calls, recorded }) {
    for (const { node, expressions } of calls) {
      const what = RATES.has(node.function) ? derived(node, (metric) => recorded.has(metric)) : undefined;
      if (what !== undefined) yield* everywhere(expressions, { found: `${node.function}() of ${what}`, ...words });
    }
  },
});

/** What a function is applied to, unless it is the samples of a metric. */
function derived({ arguments: [operand] }: CallNode, isRecorded: (metric: string) => boolean): string | undefined {
  if (operand?.kind === 'subquery' && operand.of.kind !== 'selector') return 'a subquery';
  if (operand?.kind === 'range' && isRecorded(operand.selector.metric))
    return `the recorded series ${operand.selector.metric}`;
  return undefined;
}
