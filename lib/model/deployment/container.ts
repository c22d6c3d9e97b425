/**
 * One server of the monitoring as a container: what it runs, what it may touch, and where Prometheus finds its metrics.
 * The words are Compose's own. What every container is held to is not said here and written for all of them: a
 * read-only root file system, no capabilities but those that are named, no new privileges, a limit of memory, logs that
 * are rotated, ports on the loopback address alone.
 * Source: https://docs.docker.com/reference/compose-file/services/
 */
import type { DurationText } from '../../units/duration.ts';

/**
 * A text of a command or of the environment. `site` stands for an address of the system's site, which a step may change;
 * everything else is passed to the container as it is written: Compose replaces no variable in it.
 */
export type Word = string | { readonly site: 'grafana' | 'runbooks' | 'alertmanager' };

/** How much memory a container may use: it is killed beyond that. */
export type Memory = `${number}M` | `${number}G`;

/** What a container sees of the world outside it. All but volumes are read-only. */
export type Mount =
  /** A folder of the files that the build writes, such as `prometheus`. Folders, never single files: a file that is
   * replaced is lost to a running container. */
  | { readonly output: string; readonly at: string }
  /** A volume of the deployment; of the application where it is one of its own. */
  | { readonly volume: string; readonly at: string; readonly readOnly?: true }
  /** A path of the host. */
  | { readonly host: string; readonly at: string; readonly propagation?: 'rslave' };

/** When a container counts as healthy: a program inside the image that ends with 0. */
export interface HealthCheck {
  readonly test: readonly string[];
  readonly every: DurationText;
  readonly timeout: DurationText;
  /** How long failures do not count after the start. */
  readonly startPeriod?: DurationText;
}

/** Where Prometheus scrapes it, or why it does not. */
export type Scraped = { readonly metrics: number } | { readonly noMetrics: string };

interface Settings {
  /** One line above the container in the file: what it is for. */
  readonly purpose: string;
  /** With its tag, and its digest where one is known: `prom/prometheus:v3.16.0@sha256:…`. */
  readonly image: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly Word[];
  readonly environment?: Readonly<Record<string, Word>>;
  /** `user:group`, where the image's own is not the least that will do. */
  readonly user?: string;
  readonly memory: Memory;
  /** Those that it joins; with none, it has no network at all. */
  readonly networks: readonly string[];
  /** Published on 127.0.0.1 under the same number. */
  readonly publish?: number;
  readonly mounts?: readonly Mount[];
  /** Folders in memory for what is written and need not be kept. */
  readonly scratch?: readonly string[];
  /** Names of secrets of the deployment; each is a file in /run/secrets. */
  readonly secrets?: readonly string[];
  readonly health?: HealthCheck;
  /** What must have been reached by others before this one starts. */
  readonly after?: Readonly<Record<string, 'started' | 'healthy' | 'completed'>>;
  /** Runs to its end once, and is not started again. */
  readonly once?: true;
  readonly capabilities?: readonly string[];
  readonly devices?: readonly string[];
  /** Sees the processes of the host. */
  readonly hostProcesses?: true;
  /** Why its root file system can be written to; left out, it cannot. */
  readonly writable?: string;
}

/** A container of the deployment. */
export type Container = Settings & Scraped;

/** What an override file says anew of a container: each list replaces the whole list. */
export type ContainerChange = Partial<
  Pick<Settings, 'command' | 'mounts' | 'devices' | 'capabilities' | 'networks' | 'environment'>
>;
