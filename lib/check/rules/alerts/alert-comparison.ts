/** An alert's expression is empty when nothing is wrong. */
import type { BinaryNode, Node } from '../../../promql/node.ts';
import { tellsAbsence } from '../../../promql/result/operations.ts';
import { isOfAlerts } from '../../../promql/synthetic.ts';
import { children } from '../../../promql/walk.ts';
import { quoted } from '../../messages.ts';
import { rule } from '../../rule.ts';

export const alertComparison = rule({
  id: 'alert-comparison',
  reason:
    'Every series that an expression returns fires, even with the value 0: without a condition the alert never ends.',
  source: 'pint: alerts/comparison',
  example: {
    where: 'alert Few',
    found: '`sum(rate(orders_total{job="shop"}[5m]))`, which always has a value',
    allowed: 'an expression that is empty when nothing is wrong',
    remedy: "compare it: breaches(signal, 'warning'), gt(…, 0) or absent(…)",
  },
  *check({ alerts }) {
    for (const { rule: alert, node } of alerts) {
      if (isConditional(node)) continue;
      yield {
        about: alert,
        found: `${quoted(node)}, which always has a value`,
        allowed: 'an expression that is empty when nothing is wrong',
        remedy: "compare it: breaches(signal, 'warning'), gt(…, 0) or absent(…)",
      };
    }
  },
});

const COMPARISONS: ReadonlySet<string> = new Set(['>', '<', '>=', '<=', '==', '!=']);

/** True where the answer can be empty although the metrics are there. What is not known counts as that. */
function isConditional(node: Node): boolean {
  switch (node.kind) {
    case 'binary':
      return isConditionalBinary(node);
    case 'call':
      return tellsAbsence(node) || (node.function !== 'scalar' && children(node).some(isConditional));
    case 'selector':
      return isOfAlerts(node.metric);
    case 'raw':
      return true;
    default:
      return children(node).some(isConditional);
  }
}

function isConditionalBinary({ operator, bool, left, right }: BinaryNode): boolean {
  if (COMPARISONS.has(operator) && bool === undefined) return true;
  if (operator === 'unless') return true;
  // `(a > 1) or vector(0)` always has a value.
  return operator === 'or' ? isConditional(left) && isConditional(right) : isConditional(left) || isConditional(right);
}
