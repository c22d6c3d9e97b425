/**
 * What runs beside a system to watch it: containers, their networks, volumes and secrets, and how logs and probes are set
 * up. `lib/emit` makes the Compose file and the servers' configuration of it.
 */
import type { Container, ContainerChange } from './container.ts';
import type { LogCollection } from './log-collection.ts';
import type { LogStore, ProbeModule } from './server-settings.ts';

/** The Compose project of the system that is watched, as far as the deployment touches it. */
export interface Application {
  /** The project's name, unless the variable says otherwise when Compose runs. */
  readonly project: string;
  /** The environment variable that names the project: `SHOP_PROJECT`. */
  readonly variable: string;
  /** Networks of it that containers of the deployment join. */
  readonly networks: readonly string[];
  /** Volumes of it that are mounted, read-only. */
  readonly volumes: readonly string[];
  /** Services that are scraped or probed by their names. */
  readonly services: readonly string[];
}

/** A network of the deployment. One that is internal has no way out of the machine. */
export interface Network {
  readonly internal?: true;
}

/** A secret, which is a file that Compose mounts. It is never in `dist/`: `plainsight secrets` makes those that are missing. */
export interface Secret {
  readonly purpose: string;
  /**
   * What it is made with: `random` for a password that nobody else knows; else a text that does no harm, and what does
   * not work until a person has replaced it.
   */
  readonly madeAs: 'random' | { readonly text: string; readonly until: string };
}

/** A file that is given to Compose after the first, for another kind of place. */
export interface Override {
  readonly purpose: string;
  /** The deployment is part of the application's project: its networks and volumes are made by that project. */
  readonly inApplication?: true;
  readonly containers?: Readonly<Record<string, ContainerChange>>;
  /** Variables of the application's own services, by service. */
  readonly environment?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What `deployment()` takes. */
export interface DeploymentInput {
  /** The name of its own Compose project. */
  readonly project: string;
  readonly application: Application;
  readonly networks: Readonly<Record<string, Network>>;
  readonly volumes: readonly string[];
  readonly secrets: Readonly<Record<string, Secret>>;
  readonly containers: Readonly<Record<string, Container>>;
  /** By name: `desktop` becomes `compose.desktop.yaml`. */
  readonly overrides?: Readonly<Record<string, Override>>;
  /** Further files for containers to mount, by path inside the output. */
  readonly files?: Readonly<Record<string, string>>;
  /** How logs are kept; left out, there is no configuration of Loki. */
  readonly logStore?: LogStore;
  /** How logs are read; left out, there is no configuration of Alloy. */
  readonly logCollection?: LogCollection;
  /** What blackbox_exporter can be asked, by the name that scrape jobs give as `module`. */
  readonly probes?: Readonly<Record<string, ProbeModule>>;
}

/** What runs beside a system, as `deployment()` makes it. */
export interface Deployment extends DeploymentInput {
  readonly kind: 'deployment';
}

/**
 * The deployment of a system's monitoring.
 *
 * @example
 * deployment({
 *   project: 'shop-monitoring',
 *   application: { project: 'shop', variable: 'SHOP_PROJECT', networks: [], volumes: [], services: [] },
 *   networks: { monitoring: {} },
 *   volumes: ['prometheus-data'],
 *   secrets: {},
 *   containers: {
 *     prometheus: {
 *       purpose: 'Prometheus.',
 *       image: 'prom/prometheus:v3.16.0',
 *       memory: '1G',
 *       networks: ['monitoring'],
 *       metrics: 9090,
 *       mounts: [{ output: 'prometheus', at: '/etc/prometheus' }, { volume: 'prometheus-data', at: '/prometheus' }],
 *     },
 *   },
 * }).kind // 'deployment'
 */
export function deployment(input: DeploymentInput): Deployment {
  return Object.freeze({ ...input, kind: 'deployment' });
}

/** One for all profiles, or one for each. */
export type Deployments = Deployment | Readonly<Record<string, Deployment>>;

/** That of a profile; undefined where it has none. */
export function deploymentOf(all: Deployments | undefined, profile: string): Deployment | undefined {
  if (all === undefined || isDeployment(all)) return all;
  return all[profile];
}

function isDeployment(all: Deployments): all is Deployment {
  return all.kind === 'deployment';
}
