/** A query is one that Prometheus takes, and can evaluate. */
import type { Node } from '../../../promql/node.ts';
import { evaluationRefusals } from '../../../promql/refuse/evaluation.ts';
import { refusals } from '../../../promql/refuse/refusals.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';
import type { Placed } from '../../survey/nodes.ts';

export const promqlRefused = rule({
  id: 'promql-refused',
  reason:
    'Where Prometheus refuses one expression, it does not load the whole rules file; an alert whose expression fails when it is evaluated never fires.',
  source: 'Prometheus 3.16, checkAST() in promql/parser/parse.go; pint: promql/syntax',
  example: {
    where: 'alert Odd',
    found: 'an instant vector in rate(): `queue_length{job="store"}`',
    allowed: 'a range vector',
    remedy: 'give it a range: [5m] behind a metric, [5m:1m] behind any other expression',
  },
  *check({ trees, inRules }) {
    const rules = new Set<Placed<Node>>(inRules.trees);
    for (const tree of trees) {
      const { node, expressions } = tree;
      for (const refusal of refusals(node)) yield* everywhere(expressions, refusal);
      const by = rules.has(tree) ? 'rule' : 'panel';
      for (const refusal of evaluationRefusals(node, { by })) yield* everywhere(expressions, refusal);
    }
  },
});
