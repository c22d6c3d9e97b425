/** Every variable that is used is declared by its dashboard. */

import { didYouMean, listed, nearest } from '../../messages.ts';
import { rule } from '../../rule.ts';
import type { VariableUse } from '../../survey/variable-uses.ts';

export const variableDeclared = rule({
  id: 'variable-declared',
  reason: 'Grafana leaves a variable that it does not know in the query: the query finds nothing, without any error.',
  source: 'dashboard-linter: target-promql-rule; our own',
  example: {
    where: 'dashboard shop / panel raw',
    found: '$servce in the query, which this dashboard does not declare',
    allowed: 'datasource and service',
    remedy: 'did you mean service? Otherwise declare it in `variables` or `filter`',
  },
  *check({ variableUses }) {
    const seen = new Set<string>();
    for (const use of variableUses) {
      const { about, dashboard, name, place } = use;
      const known = dashboard.variables.map((variable) => variable.name);
      if (known.includes(name) || seen.has(key(use))) continue;
      if (use.isWord && nearest(name, known) === undefined) continue;
      seen.add(key(use));
      yield {
        about,
        found: `$${name} in ${place}, which this dashboard does not declare`,
        allowed: listed(known),
        remedy: didYouMean(name, known, 'declare it in `variables` or `filter`'),
      };
    }
  },
});

function key({ about, name, place }: VariableUse): string {
  return `${about.where.what} ${name} ${place}`;
}
