/** Grafana as it is installed on this machine, with the emitted dashboards and a data source of the demo's Prometheus. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emit } from '../../lib/emit/emit.ts';
import type { Stack } from '../../test/servers/stack.ts';

/** Where packages of Grafana put what its server needs. */
const HOME = '/usr/share/grafana';

/** @throws Error where no Grafana is installed */
export async function startGrafana({ model, place: { home, port } }: Stack): Promise<ChildProcess> {
  if (spawnSync('grafana', ['--version']).status !== 0) {
    throw new Error(
      '--grafana: no `grafana` in PATH. Install it, or leave the option out: the preview shows the same.',
    );
  }
  const folder = join(home, 'grafana');
  const files = await emit(model, {
    grafana: {
      name: 'voting-app-monitoring',
      folder: 'Voting app',
      path: join(folder, 'grafana/dashboards'),
      prometheus: `http://127.0.0.1:${port['localhost:9090']}`,
    },
  });
  for (const [path, text] of files) {
    if (!path.startsWith('grafana/')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  console.log(`Grafana        http://127.0.0.1:${port['grafana:3000'] + 1}/ (everybody may look)`);
  return spawn('grafana', ['server', '--homepath', HOME], {
    stdio: 'ignore',
    env: {
      ...process.env,
      GF_SERVER_HTTP_ADDR: '127.0.0.1',
      // The stand-in that Prometheus scrapes has the port itself.
      GF_SERVER_HTTP_PORT: String(port['grafana:3000'] + 1),
      GF_PATHS_DATA: join(folder, 'data'),
      GF_PATHS_LOGS: join(folder, 'logs'),
      GF_PATHS_PROVISIONING: join(folder, 'grafana/provisioning'),
      GF_AUTH_ANONYMOUS_ENABLED: 'true',
      GF_ANALYTICS_REPORTING_ENABLED: 'false',
    },
  });
}
