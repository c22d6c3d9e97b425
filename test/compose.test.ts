/**
 * The Compose files of dist/, read by the engine that Compose itself uses: as a project of their own, on Docker Desktop,
 * and inside the project of an application of the voting app's shape.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../scripts/project.ts';
import { services } from '../stack/services.ts';
import { type ComposeProject, type ComposeService, composeProjectOf } from './support/compose.ts';
import { freshFolder } from './support/folder.ts';
import { runToEnd } from './support/process.ts';
import { describeWithServer, requireServer } from './support/servers.ts';

const OUTPUTS = ['dist', 'dist/stock'].map((output) => join(root, output));
const APPLICATION = join(root, 'test/fixtures/compose/application.yaml');

/** The forms of an output, and the files of each. */
const FORMS = {
  own: (output: string) => composeProjectOf(output, ['compose.yaml']),
  desktop: (output: string) => composeProjectOf(output, ['compose.yaml', 'compose.desktop.yaml']),
  merged: (output: string) =>
    composeProjectOf(
      output,
      [APPLICATION, 'compose.yaml', 'compose.merged.yaml'].map((file) => resolve(output, file)),
      { MONITORING_DIR: output },
    ),
} as const;

const CASES = OUTPUTS.flatMap((output) =>
  Object.entries(FORMS).map(([form, load]) => ({
    output,
    name: `${relative(root, output)}, ${form}`,
    form,
    load,
  })),
);

/** Services that are the monitoring's, and not the application's. */
function own(project: ComposeProject): readonly (readonly [string, ComposeService])[] {
  return Object.entries(project.services).filter(([name]) => !(name in services));
}

describeWithServer(['compose-check'], 'Compose takes the files', () => {
  describe.each(CASES)('$name', ({ output, form, load }) => {
    const project = load(output);

    it('publishes on the loopback address alone, and of people’s pages only Grafana', () => {
      const ports = own(project).flatMap(([name, { ports = [] }]) =>
        ports.map(({ host_ip, published }) => `${name} ${host_ip}:${published}`),
      );
      expect(ports).toEqual(['grafana 127.0.0.1:3000']);
    });

    it('gives no container more than it needs', () => {
      for (const [name, service] of own(project)) {
        expect(service.read_only, `${name}: read_only`).toBe(true);
        expect(service.cap_drop, `${name}: cap_drop`).toEqual(['ALL']);
        expect(service.security_opt, `${name}: security_opt`).toEqual(['no-new-privileges:true']);
        expect(Number(service.mem_limit), `${name}: mem_limit`).toBeGreaterThan(0);
        expect(service.logging?.options, `${name}: logging`).toEqual({ 'max-size': '10m', 'max-file': '3' });
      }
    });

    it('has no secret in an environment or a command', () => {
      for (const [name, { environment = {} }] of own(project)) {
        const named = Object.entries(environment).filter(([key]) => /PASS|SECRET|TOKEN|API_?KEY/i.test(key));
        for (const [key, value] of named) {
          expect(key, `${name}: ${key}=${value}`).toMatch(/(?:FILE|_PASS_FILE|__FILE)$/);
        }
      }
    });

    it('mounts what is there, and writes to volumes alone', () => {
      for (const [name, { volumes = [] }] of own(project)) {
        for (const { type, source, target, read_only } of volumes.filter((each) => each.type === 'bind')) {
          expect(read_only, `${name}: ${target} (${type})`).toBe(true);
          if (source.startsWith(root)) expect(existsSync(source), `${name}: ${source}`).toBe(true);
        }
      }
    });

    it('has every secret that Alertmanager reads, and a home for Grafana', () => {
      const alertmanager = readFileSync(join(output, 'alertmanager/alertmanager.yml'), 'utf8');
      const read = new Set([...alertmanager.matchAll(/\/run\/secrets\/(\w+)/g)].map(([, name]) => name));
      const given = project.services.alertmanager?.secrets?.map(({ source }) => source);
      expect([...read].sort()).toEqual([...(given ?? [])].sort());
      const { environment = {}, volumes = [] } = project.services.grafana ?? {};
      const home = environment.GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH ?? '';
      const { source = '', target = '' } = volumes.find((each) => home.startsWith(`${each.target}/`)) ?? {};
      expect(existsSync(home.replace(target, source)), home).toBe(true);
    });

    it('takes secrets from one folder beside dist', () => {
      const files = Object.values(project.secrets).map(({ file }) => resolve(file));
      expect(files).toEqual(Object.keys(project.secrets).map((name) => join(root, 'secrets', name)));
    });

    it('lets only those into the app’s network that must speak with it', () => {
      const inside = own(project).filter(([, { networks }]) => networks != null && 'back-tier' in networks);
      expect(inside.map(([name]) => name).sort()).toEqual([
        'blackbox-exporter',
        'postgres-exporter',
        'postgres-role',
        'prometheus',
        'redis-exporter',
      ]);
      expect(own(project).filter(([, { networks }]) => networks != null && 'front-tier' in networks)).toEqual([]);
    });

    it('lets nobody at Docker’s socket but the proxy, which has no way out', () => {
      const holders = own(project).filter(([, { volumes = [] }]) =>
        volumes.some(({ source }) => source.endsWith('docker.sock') || source === '/var/run' || source === '/run'),
      );
      expect(holders.map(([name]) => name)).toEqual(['docker-proxy']);
      expect(Object.keys(project.services['docker-proxy']?.networks ?? {})).toEqual(['docker']);
      expect(project.networks.docker?.internal).toBe(true);
    });

    it(form === 'merged' ? 'is the application’s project' : 'is a project of its own', () => {
      expect(project.name).toBe(form === 'merged' ? 'example-voting-app' : 'voting-monitoring');
      expect(project.networks['back-tier']?.name).toBe('example-voting-app_back-tier');
      expect(project.networks['back-tier']?.external ?? false).toBe(form !== 'merged');
      expect(project.volumes['db-data']?.name).toBe('example-voting-app_db-data');
      expect(project.volumes['db-data']?.external ?? false).toBe(form !== 'merged');
      expect(Object.keys(project.services).filter((name) => name in services)).toEqual(
        form === 'merged' ? Object.keys(services).sort() : [],
      );
    });
  });

  it('Docker Desktop is asked for nothing that it does not have', () => {
    const { services: all } = FORMS.desktop(OUTPUTS[0] ?? '');
    const asked = Object.values(all).flatMap(({ devices = [], volumes = [] }) => [
      ...devices.map(({ source }) => source),
      ...volumes.filter(({ type, source }) => type === 'bind' && !source.startsWith(root)).map(({ source }) => source),
    ]);
    expect(asked.sort()).toEqual(['/sys', '/var/run/docker.sock']);
    expect(all.cadvisor?.cap_add ?? []).toEqual([]);
  });

  it('another project’s name reaches network and volume', () => {
    const project = composeProjectOf(OUTPUTS[0] ?? '', ['compose.yaml'], { VOTING_PROJECT: 'ballot' });
    expect(project.networks['back-tier']?.name).toBe('ballot_back-tier');
    expect(project.volumes['db-data']?.name).toBe('ballot_db-data');
  });

  it('a dollar sign arrives as it was written', () => {
    const project = FORMS.own(OUTPUTS[0] ?? '');
    expect(project.services['postgres-role']?.command?.join('\n')).toContain(
      '$(cat /run/secrets/postgres_admin_password)',
    );
  });

  it('the merged form asks vote’s gunicorn for durations, and leaves its other variables', () => {
    const { environment } = FORMS.merged(OUTPUTS[0] ?? '').services.vote ?? {};
    expect(Object.keys(environment ?? {}).sort()).toEqual(['GUNICORN_CMD_ARGS', 'OPTION_A']);
    expect(environment?.GUNICORN_CMD_ARGS).toMatch(/^--access-logformat '[^']* %\(D\)sus'$/);
  });
});

interface PrometheusFile {
  readonly scrape_configs: readonly {
    readonly job_name: string;
    readonly static_configs?: readonly { readonly targets: readonly string[] }[];
    readonly relabel_configs?: readonly { readonly target_label?: string; readonly replacement?: string }[];
  }[];
}

describe.each(OUTPUTS)('%s', (output) => {
  const compose: { readonly services: Readonly<Record<string, unknown>> } = parse(
    readFileSync(join(output, 'compose.yaml'), 'utf8'),
  );
  const prometheus: PrometheusFile = parse(readFileSync(join(output, 'prometheus/prometheus.yml'), 'utf8'));
  const asked = prometheus.scrape_configs.flatMap(({ static_configs = [], relabel_configs = [] }) => {
    const replaced = relabel_configs.filter(({ target_label }) => target_label === '__address__');
    return replaced.length > 0
      ? replaced.map(({ replacement = '' }) => replacement)
      : static_configs.flatMap(({ targets }) => targets);
  });

  it('Prometheus asks nobody who does not run, and everybody who does', () => {
    const hosts = new Set(asked.map((address) => address.replace(/:\d+$/, '').replace('localhost', 'prometheus')));
    const silent = ['docker-proxy', 'postgres-role', 'volume-size'];
    const running = Object.keys(compose.services).filter((name) => !silent.includes(name));
    expect([...hosts].sort()).toEqual([...running, 'vote', 'result', 'worker'].sort());
  });
});

describeWithServer(['blackbox_exporter'], 'blackbox_exporter takes its configuration', () => {
  it.each(OUTPUTS)('%s', async (output) => {
    const args = [`--config.file=${join(output, 'blackbox/blackbox.yml')}`, '--config.check'];
    await expect(runToEnd(requireServer('blackbox_exporter'), args)).resolves.toEqual(expect.any(String));
  });

  it('which refuses what it does not know', async () => {
    const file = join(freshFolder(), 'blackbox.yml');
    writeFileSync(file, 'modules: { page: { prober: http, timeuot: 5s } }\n');
    const args = [`--config.file=${file}`, '--config.check'];
    await expect(runToEnd(requireServer('blackbox_exporter'), args)).rejects.toThrow(/timeuot/);
  });
});
