/** An alert's expression is empty when nothing is wrong. */

import type { LogNode } from '../../../logql/node.ts';
import { children as logChildren } from '../../../logql/walk.ts';
import type { BinaryNode, Node } from '../../../promql/node.ts';
import { tellsAbsence } from '../../../promql/result/operations.ts';
import { isOfAlerts } from '../../../promql/synthetic.ts';
import { children } from '../../../promql/walk.ts';
import { quoted, quotedLog } from '../../messages.ts';
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
    for (const placed of alerts) {
      const { rule: alert } = placed;
      const isMet = placed.use === 'log alert' ? isConditionalLog(placed.node) : isConditional(placed.node);
      if (isMet) continue;
      const text = placed.use === 'log alert' ? quotedLog(placed.node) : quoted(placed.node);
      yield {
        about: alert,
        found: `${text}, which always has a value`,
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

/** The same of LogQL, whose functions are fewer: without a line in its window a count finds nothing. */
function isConditionalLog(node: LogNode): boolean {
  if (node.kind === 'raw') return true;
  if (node.kind === 'range aggregate') return node.operator === 'absent_over_time';
  if (node.kind !== 'binary') return logChildren(node).some(isConditionalLog);
  const { operator, bool, left, right } = node;
  if ((COMPARISONS.has(operator) && bool === undefined) || operator === 'unless') return true;
  const [first, second] = [isConditionalLog(left), isConditionalLog(right)];
  return operator === 'or' ? first && second : first || second;
}
