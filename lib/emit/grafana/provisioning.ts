/**
 * What Grafana reads at its start: which data sources there are, and where the dashboards lie.
 * Source: https://grafana.com/docs/grafana/latest/administration/provisioning/
 */

import type { Address } from '../../model/model.ts';
import { type Duration, durationText } from '../../units/duration.ts';
import { generated, toYaml } from '../yaml.ts';

/** The uid of the data source that is provisioned: what links into Explore and Alerting name. */
export const DATASOURCE_UID = { prometheus: 'prometheus', loki: 'loki' } as const;

/** The name of the data source that is Alertmanager: links to silences name it. */
export const ALERTMANAGER_DATASOURCE = 'Alertmanager';

export interface DatasourcesInput {
  /** Prometheus' address as Grafana's own server reaches it. */
  readonly prometheus: string;
  /** Loki's address, where there is one. */
  readonly loki?: string;
  /** Alertmanager's address, where there is one: silences are made through Grafana. */
  readonly alertmanager?: string;
  /** How often Prometheus scrapes: the shortest step that makes sense, and the base of `$__rate_interval`. */
  readonly scrapeInterval: Duration;
}

export interface ProvisionedDatasource {
  readonly name: string;
  readonly uid: string;
  readonly type: 'prometheus' | 'loki' | 'alertmanager';
  readonly access: 'proxy';
  readonly url: string;
  readonly isDefault: boolean;
  readonly editable: false;
  readonly jsonData: Readonly<Record<string, string | number | boolean>>;
}

export interface DatasourceProvisioning {
  readonly apiVersion: 1;
  readonly prune: true;
  readonly datasources: readonly ProvisionedDatasource[];
}

/**
 * `provisioning/datasources/*.yml`. A data source that is no longer listed is removed.
 *
 * @example datasourceProvisioning({ prometheus: 'http://prometheus:9090', scrapeInterval: unit.duration('15s') }).datasources.length
 * // 1
 */
export function datasourceProvisioning(input: DatasourcesInput): DatasourceProvisioning {
  const { loki, alertmanager } = input;
  return {
    apiVersion: 1,
    prune: true,
    datasources: [
      prometheus(input),
      ...(loki === undefined ? [] : [lokiAt(loki)]),
      ...(alertmanager === undefined ? [] : [alertmanagerAt(alertmanager)]),
    ],
  };
}

function prometheus({ prometheus: url, scrapeInterval }: DatasourcesInput): ProvisionedDatasource {
  return {
    name: 'Prometheus',
    uid: DATASOURCE_UID.prometheus,
    type: 'prometheus',
    access: 'proxy',
    url,
    isDefault: true,
    editable: false,
    // Rules of Prometheus are shown, and its alerts listed, but not edited from Grafana.
    jsonData: {
      httpMethod: 'POST',
      manageAlerts: true,
      prometheusType: 'Prometheus',
      timeInterval: durationText(scrapeInterval),
    },
  };
}

function lokiAt(url: string): ProvisionedDatasource {
  return {
    name: 'Loki',
    uid: DATASOURCE_UID.loki,
    type: 'loki',
    access: 'proxy',
    url,
    isDefault: false,
    editable: false,
    jsonData: { manageAlerts: true },
  };
}

function alertmanagerAt(url: string): ProvisionedDatasource {
  return {
    name: ALERTMANAGER_DATASOURCE,
    uid: 'alertmanager',
    type: 'alertmanager',
    access: 'proxy',
    url,
    isDefault: false,
    editable: false,
    // Prometheus' own; Grafana's alerts are not sent there.
    jsonData: { implementation: 'prometheus', handleGrafanaManagedAlerts: false },
  };
}

export interface DashboardsInput {
  /** The provider's name, which Grafana shows where somebody tries to save. */
  readonly name: string;
  /** The folder in Grafana. */
  readonly folder: string;
  /** Where the files lie, as Grafana's server sees them. */
  readonly path: string;
}

export interface DashboardProvisioning {
  readonly apiVersion: 1;
  readonly providers: readonly {
    readonly name: string;
    readonly type: 'file';
    readonly folder: string;
    readonly allowUiUpdates: false;
    readonly disableDeletion: false;
    readonly updateIntervalSeconds: number;
    readonly options: { readonly path: string; readonly foldersFromFilesStructure: false };
  }[];
}

/**
 * `provisioning/dashboards/*.yml`: the files are the truth. What is changed in Grafana cannot be saved there, and a
 * dashboard whose file is gone goes too.
 *
 * @example dashboardProvisioning({ name: 'monitoring', folder: 'Shop', path: '/etc/grafana/dashboards' })
 */
export function dashboardProvisioning({ name, folder, path }: DashboardsInput): DashboardProvisioning {
  const provider = {
    name,
    type: 'file',
    folder,
    allowUiUpdates: false,
    disableDeletion: false,
    updateIntervalSeconds: 30,
    options: { path, foldersFromFilesStructure: false },
  } as const;
  return { apiVersion: 1, providers: [provider] };
}

/** Where the pieces find each other, as Grafana's own server sees it. */
export interface GrafanaPlace extends DashboardsInput {
  /** Prometheus' address: `http://prometheus:9090`. */
  readonly prometheus: string;
  /** Loki's, where there is one: `http://loki:3100`. */
  readonly loki?: string;
}

/**
 * Paths below `provisioning/`, and contents.
 *
 * @example const place = { name: 'shop', folder: 'Shop', path: '/dashboards', prometheus: 'http://prometheus:9090' };
 * [...provisioningFiles(unit.duration('15s'), place).keys()] // ['dashboards/dashboards.yml', 'datasources/datasources.yml']
 */
export function provisioningFiles(
  scrapeInterval: Duration,
  place: GrafanaPlace,
  alertmanager?: Address,
): ReadonlyMap<string, string> {
  const { prometheus, loki, ...dashboards } = place;
  const logs = loki === undefined ? {} : { loki };
  const address = alertmanager === undefined ? {} : { alertmanager: `http://${alertmanager}` };
  return new Map([
    [
      'dashboards/dashboards.yml',
      toYaml(dashboardProvisioning(dashboards), { header: generated('Where Grafana finds the dashboards.') }),
    ],
    [
      'datasources/datasources.yml',
      toYaml(datasourceProvisioning({ prometheus, scrapeInterval, ...logs, ...address }), {
        header: generated('Which servers Grafana asks.'),
      }),
    ],
  ]);
}
