/** Quotients are not summed where one divisor of 0 spoils the whole. */
import type { Node } from '../../../promql/node.ts';
import { quoted } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

const COMBINING: ReadonlySet<string> = new Set(['sum', 'avg', 'stddev', 'stdvar']);
const COMPARISONS: ReadonlySet<string> = new Set(['>', '<', '>=', '<=', '==', '!=']);
const BOUNDED: ReadonlySet<string> = new Set(['clamp', 'clamp_min', 'clamp_max']);

export const sumOfQuotients = rule({
  id: 'sum-of-quotients',
  reason: 'One series that divides by 0 makes the whole sum NaN, and an average of ratios weighs all parts alike.',
  source: 'pint: promql/nan',
  example: {
    where: 'dashboard shop / panel raw',
    found: '`sum(queue_length{job="store"} / queue_length{job="store"})` adds up quotients whose divisor can be 0',
    allowed: 'a quotient of sums, or a divisor that is never 0',
    remedy: 'divide the sums: div(sum(a), sum(b)), or guard the divisor with clampMin() or gt(b, 0)',
  },
  *check({ aggregates, labelsOf }) {
    for (const { node, expressions } of aggregates) {
      const inner = node.of;
      if (!COMBINING.has(node.operator) || inner.kind !== 'binary') continue;
      if ((inner.operator !== '/' && inner.operator !== '%') || isNeverZero(inner.right, labelsOf)) continue;
      yield* everywhere(expressions, {
        found: `${quoted(node)} adds up quotients whose divisor can be 0`,
        allowed: 'a quotient of sums, or a divisor that is never 0',
        remedy: 'divide the sums: div(sum(a), sum(b)), or guard the divisor with clampMin() or gt(b, 0)',
      });
    }
  },
});

function isNeverZero(divisor: Node, labelsOf: Survey['labelsOf']): boolean {
  if (labelsOf(divisor) === undefined) return true;
  if (divisor.kind === 'binary') return COMPARISONS.has(divisor.operator) && divisor.bool === undefined;
  return divisor.kind === 'call' && BOUNDED.has(divisor.function);
}
