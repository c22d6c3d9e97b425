/** A rule does not pick some series of many. */
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

const PICKING: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

const words = {
  allowed: 'every series that passes a threshold',
  remedy: 'compare with a threshold instead, and pick the largest in the panel',
};

export const topkInRule = rule({
  id: 'topk-in-rule',
  reason:
    'Which series are picked changes from one evaluation to the next: alerts flap, and recorded series have gaps.',
  source: 'pint: promql/fragile',
  example: { where: 'alert Worst', found: 'topk() in a rule', ...words },
  *check({ inRules: { aggregates } }) {
    for (const { node, expressions } of aggregates) {
      if (!PICKING.has(node.operator)) continue;
      yield* everywhere(expressions, { found: `${node.operator}() in a rule`, ...words });
    }
  },
});
