/** A dashboard that asks Loki says so: its viewer chooses which one. */

import { logQueries, type ResolvedPanel } from '../../../model/resolved.ts';
import type { DatasourceVariable } from '../../../model/variable.ts';
import { rule } from '../../rule.ts';

export const datasourceDeclared = rule({
  id: 'datasource-declared',
  reason:
    'Every query asks the data source that a variable of its dashboard names; where there is none Grafana asks nobody.',
  source: 'Grafana: data source variables',
  example: {
    where: 'dashboard shop / panel lines',
    found: 'a query of log lines, and no variable for its data source',
    allowed: 'a variable of the dashboard that chooses a Loki',
    remedy: "declare it: variables: [{ kind: 'datasource', type: 'loki', name: 'logs', label: 'Logs' }]",
  },
  *check({ panels }) {
    for (const { dashboard, panel } of panels) {
      if (!asksLoki(panel) || dashboard.variables.some(isLoki)) continue;
      yield {
        about: panel,
        found: 'a query of log lines, and no variable for its data source',
        allowed: 'a variable of the dashboard that chooses a Loki',
        remedy: "declare it: variables: [{ kind: 'datasource', type: 'loki', name: 'logs', label: 'Logs' }]",
      };
    }
  },
});

/** Whether lines are shown, or counted. */
export function asksLoki(panel: Pick<ResolvedPanel, 'logs' | 'queries'>): boolean {
  return panel.logs !== undefined || logQueries(panel).length > 0;
}

function isLoki(variable: { readonly kind: string; readonly type?: DatasourceVariable['type'] }): boolean {
  return variable.kind === 'datasource' && variable.type === 'loki';
}
