/**
 * Holds what dashboards ask against the data sources that are provisioned: Grafana shows a panel without its data source
 * as an error, and only to whoever opens it.
 */
import type { Problem } from '../model/problem.ts';
import type { ResolvedDashboard, ResolvedModel } from '../model/resolved.ts';
import type { Documented } from './rule.ts';
import { asksLoki } from './rules/variables/datasource-declared.ts';

/** The kinds of data source that a project's configuration gives an address to. */
export interface Provisioned {
  readonly loki?: string;
}

export const datasourceProvisioned: Documented = Object.freeze({
  id: 'datasource-provisioned',
  reason: 'A panel that asks a server for which there is no data source shows an error and nothing else.',
  source: 'Grafana, provisioning: data sources',
  example: {
    where: 'dashboard shop / panel lines',
    found: 'a query of log lines, and no data source for Loki',
    allowed: 'a data source for each server that dashboards ask',
    remedy: "say where Loki is: grafana: { loki: 'http://loki:3100', … } in plainsight.config.ts",
  },
});

/** Panels that ask Loki, and variables that choose one, where none is provisioned. */
export function datasourceProblems(models: readonly ResolvedModel[], { loki }: Provisioned): readonly Problem[] {
  if (loki !== undefined) return [];
  const { id, example } = datasourceProvisioned;
  const { allowed, remedy } = example;
  return models
    .flatMap(({ dashboards }) => dashboards.flatMap(lokiIn))
    .map(({ where, found }) => ({ where, rule: id, found, allowed, remedy }));
}

type Asking = Pick<Problem, 'where' | 'found'>;

function lokiIn({ where, rows, variables }: ResolvedDashboard): readonly Asking[] {
  const asking = rows.flatMap(({ panels }) => panels).filter(asksLoki);
  if (asking.length > 0)
    return asking.map((panel) => ({ where: panel.where, found: datasourceProvisioned.example.found }));
  return variables
    .filter((variable) => variable.kind === 'datasource' && variable.type === 'loki')
    .map(({ name }) => ({ where, found: `the variable ${name}, which chooses a Loki, and no data source for one` }));
}
