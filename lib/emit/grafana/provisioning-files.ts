/** The files that Grafana reads at its start, as YAML. */
import type { Duration } from '../../units/duration.ts';
import { generated, toYaml } from '../yaml.ts';
import { type DashboardsInput, dashboardProvisioning, datasourceProvisioning } from './provisioning.ts';

/** Where the pieces find each other, as Grafana's own server sees it. */
export interface GrafanaPlace extends DashboardsInput {
  /** Prometheus' address: `http://prometheus:9090`. */
  readonly prometheus: string;
}

/**
 * Paths below `provisioning/`, and contents.
 *
 * @example [...provisioningFiles(duration('15s'), place).keys()] // ['dashboards/dashboards.yml', 'datasources/datasources.yml']
 */
export function provisioningFiles(scrapeInterval: Duration, place: GrafanaPlace): ReadonlyMap<string, string> {
  const { prometheus, ...dashboards } = place;
  return new Map([
    [
      'dashboards/dashboards.yml',
      toYaml(dashboardProvisioning(dashboards), { header: generated('Where Grafana finds the dashboards.') }),
    ],
    [
      'datasources/datasources.yml',
      toYaml(datasourceProvisioning({ prometheus, scrapeInterval }), {
        header: generated('Which Prometheus the dashboards ask.'),
      }),
    ],
  ]);
}
