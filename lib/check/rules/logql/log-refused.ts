/** A query of log lines is one that Loki takes. */
import { refusals } from '../../../logql/refuse/refusals.ts';
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';

export const logRefused = rule({
  id: 'log-refused',
  reason: 'What Loki refuses is an empty panel, or a ruler that does not load its rules.',
  source: 'Loki: what a real one refused',
  example: {
    where: 'dashboard shop / panel lines',
    found: '{service=~".*"}',
    allowed: 'a selector with a matcher that the empty text does not fit',
    remedy: 'name a value, service="api", or take .+ in place of .*',
  },
  *check({ logExpressions }) {
    for (const expression of logExpressions) {
      const asked = expression.use === 'panel' ? ({ variables: 'filled in' } as const) : {};
      for (const refusal of refusals(expression.node, asked)) yield { ...placeOf(expression), ...refusal };
    }
  },
});
