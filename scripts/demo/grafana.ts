/** Grafana as it is installed on this machine, with the emitted dashboards and a data source of the demo's Prometheus. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { isExecutable } from '../../lib/cli/check/tool.ts';
import { emit } from '../../lib/emit/emit.ts';
import type { Stack } from '../../test/servers/stack.ts';
import { freePort, type Running, startProcess } from '../../test/support/process.ts';

/** Where packages of Grafana put what its server needs. */
const HOME = '/usr/share/grafana';
/** At its first start it makes its database. */
const START_MS = 60_000;

/** What to do where no Grafana is installed; undefined where one is. */
export function grafanaIsMissing(): string | undefined {
  if (grafanaPath() !== undefined) return undefined;
  return (
    '--grafana: no `grafana` in PATH. Grafana’s own packages have it: https://grafana.com/docs/grafana/latest/setup-grafana/installation/. ' +
    'Without --grafana the preview shows the same dashboards.'
  );
}

function grafanaPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'grafana')).find(isExecutable);
}

export interface RunningGrafana extends Running {
  readonly url: string;
}

/**
 * Starts it on a port of its own, with everything that it writes in the folder of the run.
 *
 * @throws Error with what Grafana wrote, where it does not start; nothing of it runs on then
 */
export async function startGrafana({ model, place: { home, port } }: Stack): Promise<RunningGrafana> {
  const path = grafanaPath();
  if (path === undefined) throw new Error(grafanaIsMissing());
  const folder = join(home, 'grafana');
  const files = await emit(model, {
    grafana: {
      name: 'voting-app-monitoring',
      folder: 'Voting app',
      path: join(folder, 'grafana/dashboards'),
      prometheus: `http://127.0.0.1:${port['localhost:9090']}`,
    },
  });
  for (const [file, text] of files) {
    if (!file.startsWith('grafana/')) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  // The stand-in that Prometheus scrapes has the port of the emitted configuration itself.
  const own = await freePort();
  const url = `http://127.0.0.1:${own}/`;
  const running = await startProcess(path, ['server', '--homepath', HOME], {
    readyUrl: `${url}api/health`,
    timeout: START_MS,
    environment: {
      GF_SERVER_HTTP_ADDR: '127.0.0.1',
      GF_SERVER_HTTP_PORT: String(own),
      GF_PATHS_DATA: join(folder, 'data'),
      GF_PATHS_LOGS: join(folder, 'logs'),
      GF_PATHS_PLUGINS: join(folder, 'plugins'),
      GF_PATHS_PROVISIONING: join(folder, 'grafana/provisioning'),
      GF_AUTH_ANONYMOUS_ENABLED: 'true',
      GF_ANALYTICS_REPORTING_ENABLED: 'false',
      GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    },
  });
  return { ...running, url };
}
