/** No two rules compute the same thing. */
import { print } from '../../../promql/print.ts';
import { rule } from '../../rule.ts';
import { type PlacedRule, placeOf } from '../../survey/expressions.ts';

export const ruleDuplicate = rule({
  id: 'rule-duplicate',
  reason: 'The same expression twice is evaluated twice, and of two equal alerts one fault makes two pages.',
  source: 'pint: rule/duplicate and promql/performance',
  example: {
    where: 'alert Again',
    found: 'the same expression and labels as alert Few',
    allowed: 'one rule for each expression',
    remedy: 'remove one of them, or make their expressions or severities differ',
  },
  *check({ rules }) {
    const first = new Map<string, PlacedRule>();
    for (const placed of rules) {
      const key = identity(placed);
      const other = first.get(key);
      if (other === undefined) first.set(key, placed);
      // Rules of one name are told of by rules of their own.
      else if (other.rule.name !== placed.rule.name) yield { ...placeOf(placed), ...words(placed, other) };
    }
  },
});

function identity({ rule: { kind, ...rest }, node }: PlacedRule): string {
  return JSON.stringify([kind, print(node), 'ruleLabels' in rest && rest.ruleLabels]);
}

function words({ use }: PlacedRule, other: PlacedRule) {
  const isAlert = use === 'alert';
  return {
    found: `the same expression${isAlert ? ' and labels' : ''} as ${use} ${other.rule.name}`,
    allowed: 'one rule for each expression',
    remedy: isAlert
      ? 'remove one of them, or make their expressions or severities differ'
      : `read ${other.rule.name} in its place`,
  };
}
