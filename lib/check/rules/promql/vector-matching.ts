/** The two sides of an operation have series that match. */
import type { BinaryNode } from '../../../promql/node.ts';
import { type Conflict, conflicts } from '../../../promql/result/operations.ts';
import { listed, quoted } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

const words = {
  allowed: 'sides that agree in every label by which they are matched',
  remedy: 'aggregate both sides to the same labels, or match by those that agree: { on: […] }',
};

export const vectorMatching = rule({
  id: 'vector-matching',
  reason: 'Series whose labels differ never meet: the result is empty, without any error.',
  source: 'pint: promql/vector_matching and promql/impossible',
  example: {
    where: 'dashboard shop / panel raw',
    found:
      '`queue_length{job="store"} / sum(queue_length{job="store"})` never matches: only the left side has instance, job, queue and service',
    ...words,
  },
  *check({ binaries, labelsOf }) {
    for (const { node, expressions } of binaries) {
      // `a or b` is there to put together what does not match.
      if (node.operator === 'or') continue;
      const left = labelsOf(node.left);
      const right = labelsOf(node.right);
      if (left === undefined || right === undefined) continue;
      const all = conflicts(left, right, node.matching);
      if (all.length > 0)
        yield* everywhere(expressions, { found: `${quoted(node)} ${effect(node)}: ${why(all)}`, ...words });
    }
  },
});

function effect({ operator }: BinaryNode): string {
  return operator === 'unless' ? 'takes nothing away' : 'never matches';
}

function why(all: readonly Conflict[]): string {
  const values = all
    .filter(({ left, right }) => left.value !== undefined && right.value !== undefined)
    .map(({ label, left, right }) => `${label} is always ${left.value} on the left and ${right.value} on the right`);
  const only = (side: 'left' | 'right') =>
    all.filter(
      (conflict) =>
        conflict[side].presence === 'always' && conflict[side === 'left' ? 'right' : 'left'].presence === 'never',
    );
  const reasons = (['left', 'right'] as const).flatMap((side) => {
    const labels = only(side).map(({ label }) => label);
    return labels.length === 0 ? [] : [`only the ${side} side has ${listed(labels.sort())}`];
  });
  return [...values, ...reasons].join('; ');
}
