/** A rule does not use `irate()`. */
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

const words = {
  allowed: 'rate(), which looks at the whole window',
  remedy: 'use rate()',
};

export const irateInRule = rule({
  id: 'irate-in-rule',
  reason:
    'irate() sees two samples only: a short dip resets the `for` of an alert, and a recording keeps chance values.',
  source: 'Prometheus, irate(): "use rate for alerts and slow-moving counters"',
  example: { where: 'alert Few', found: 'irate() in a rule', ...words },
  *check({ inRules: { calls } }) {
    for (const { node, expressions } of calls) {
      if (node.function === 'irate') yield* everywhere(expressions, { found: 'irate() in a rule', ...words });
    }
  },
});
