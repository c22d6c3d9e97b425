/** A panel is repeated for a variable that has several values to choose from, and that its queries follow. */
import { rule } from '../../rule.ts';

export const panelRepeat = rule({
  id: 'panel-repeat',
  reason: 'A panel is repeated once for each chosen value: for a variable that allows one value there is one panel.',
  source: 'Grafana: repeating panels need a variable with multi-value or all',
  example: {
    where: 'dashboard shop / panel a',
    found: 'repeated for service, which allows one value only',
    allowed: 'a query or custom variable that allows several values',
    remedy: 'declare service with several: true, or leave `repeat` out',
  },
  *check({ panels, variableUses }) {
    for (const { dashboard, panel } of panels) {
      const variable = dashboard.variables.find(({ name }) => name === panel.repeat?.variable);
      if (variable === undefined) continue;
      const { name } = variable;
      if (!('several' in variable && variable.several)) {
        yield {
          about: panel,
          found: `repeated for ${name}, which allows one value only`,
          allowed: 'a query or custom variable that allows several values',
          remedy: `declare ${name} with several: true, or leave \`repeat\` out`,
        };
      } else if (!variableUses.some((use) => use.about === panel && use.name === name && isQuery(use.place))) {
        yield {
          about: panel,
          found: `repeated for ${name}, which none of its queries follows: each copy shows the same`,
          allowed: 'a panel whose queries are filtered by the variable',
          remedy: `filter the queries by ${name}, or leave \`repeat\` out`,
        };
      }
    }
  },
});

/** Title and texts may name the variable as well: they alone make no difference. */
function isQuery(place: string): boolean {
  return place === 'the query' || place.startsWith('query ');
}
