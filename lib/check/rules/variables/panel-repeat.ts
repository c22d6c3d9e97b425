/** A panel is repeated for a variable that has several values to choose from. */
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
  *check({ panels }) {
    for (const { dashboard, panel } of panels) {
      const variable = dashboard.variables.find(({ name }) => name === panel.repeat?.variable);
      if (variable === undefined || ('several' in variable && variable.several)) continue;
      yield {
        about: panel,
        found: `repeated for ${variable.name}, which allows one value only`,
        allowed: 'a query or custom variable that allows several values',
        remedy: `declare ${variable.name} with several: true, or leave \`repeat\` out`,
      };
    }
  },
});
