/**
 * Holds what dashboards ask against the data sources that are provisioned: Grafana shows a panel without its data source
 * as an error, and only to whoever opens it.
 */
import type { Problem } from '../model/problem.ts';
import type { ResolvedModel, ResolvedPanel } from '../model/resolved.ts';
import type { Documented } from './rule.ts';

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

/** Panels that ask Loki, where none is provisioned. */
export function datasourceProblems(models: readonly ResolvedModel[], { loki }: Provisioned): readonly Problem[] {
  if (loki !== undefined) return [];
  const { id, example } = datasourceProvisioned;
  const { found, allowed, remedy } = example;
  return models
    .flatMap(({ dashboards }) => dashboards.flatMap(({ rows }) => rows.flatMap(({ panels }) => panels)))
    .filter(asksLoki)
    .map(({ where }) => ({ where, rule: id, found, allowed, remedy }));
}

function asksLoki({ logs }: ResolvedPanel): boolean {
  return logs !== undefined;
}
