/** A query is one that Prometheus takes, and can evaluate. */
import { evaluationRefusals } from '../../../promql/refuse/evaluation.ts';
import { refusals } from '../../../promql/refuse/refusals.ts';
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';

export const promqlRefused = rule({
  id: 'promql-refused',
  reason:
    'One expression that Prometheus refuses and the whole rules file is not loaded; one that fails when it is evaluated is an alert that never fires.',
  source: 'Prometheus 3.16, checkAST() in promql/parser/parse.go; pint: promql/syntax',
  example: {
    where: 'alert Odd',
    found: 'an instant vector in rate(): `queue_length{job="store"}`',
    allowed: 'a range vector',
    remedy: 'give it a range: [5m] behind a metric, [5m:1m] behind any other expression',
  },
  *check({ expressions }) {
    for (const expression of expressions) {
      for (const refusal of refusals(expression.node)) yield { ...placeOf(expression), ...refusal };
      const by = expression.use === 'alert' || expression.use === 'recording rule' ? 'rule' : 'panel';
      for (const refusal of evaluationRefusals(expression.node, { by })) yield { ...placeOf(expression), ...refusal };
    }
  },
});
