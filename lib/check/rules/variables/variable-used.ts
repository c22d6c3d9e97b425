/** Every variable of a dashboard changes something. */
import type { Variable } from '../../../model/variable.ts';
import { rule } from '../../rule.ts';

/** Grafana applies ad hoc filters itself; the data source is in every panel. */
const APPLIED: ReadonlySet<Variable['kind']> = new Set(['ad hoc', 'datasource']);

const words = {
  allowed: 'variables that a query, a text or a repeated panel uses',
  remedy: 'remove it, or use it in a selector: where({ label: variable(…) }), or in the `filter` of the dashboard',
};

export const variableUsed = rule({
  id: 'variable-used',
  reason: 'A control that changes nothing makes people doubt what they see.',
  source: 'dashboard-linter: template-job-rule and template-instance-rule, turned round',
  example: { where: 'dashboard shop', found: 'the variable mode, which nothing uses', ...words },
  *check({ model, variableUses }) {
    const used = new Map(model.dashboards.map((dashboard) => [dashboard, new Set<string>()]));
    for (const { dashboard, name } of variableUses) used.get(dashboard)?.add(name);
    for (const [dashboard, names] of used) {
      for (const { kind, name } of dashboard.variables) {
        if (APPLIED.has(kind) || names.has(name)) continue;
        yield { about: dashboard, found: `the variable ${name}, which nothing uses`, ...words };
      }
    }
  },
});
