/** `npm run demo`: starts, shows a notification on its way, provisions Grafana, and is gone after Ctrl-C. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isExecutable } from '../../lib/cli/check/tool.ts';
import { until } from '../servers/asked.ts';
import { describeWithStack } from '../servers/describe.ts';
import { type Demo, startDemo } from './running-demo.ts';

const LONG = 300_000;

/** Where other programs are, but no Grafana of this machine. */
const PATH = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !isExecutable(join(folder, 'grafana')))
  .join(delimiter);

/** Folders of stand-ins, until the test has ended. */
const standIns: string[] = [];

/** A program that is found before any other of its name: a script for Node.js. */
function standIn(name: string, script: string): { readonly PATH: string } {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  standIns.push(folder);
  writeFileSync(join(folder, name), `#!${process.execPath}\n${script}`);
  chmodSync(join(folder, name), 0o755);
  return { PATH: `${folder}${delimiter}${PATH}` };
}

/** Says what it was given, and answers whoever asks. */
const GRAFANA = `
const given = Object.entries(process.env).filter(([name]) => name.startsWith('GF_'));
const said = { args: process.argv.slice(2), environment: Object.fromEntries(given) };
require('node:http')
  .createServer((request, response) => response.end(JSON.stringify({ path: request.url, ...said })))
  .listen(process.env.GF_SERVER_HTTP_PORT, process.env.GF_SERVER_HTTP_ADDR);
`;

interface Given {
  readonly path: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

describeWithStack('the demo', () => {
  const running: Demo[] = [];
  const demo = (args: readonly string[], environment?: Readonly<Record<string, string>>): Demo => {
    const started = startDemo(args, environment);
    running.push(started);
    return started;
  };
  afterEach(() => {
    for (const each of running.splice(0)) each.clear();
    for (const folder of standIns.splice(0)) rmSync(folder, { recursive: true });
  });

  /** Ctrl-C, and what is left of it then. */
  const interrupted = async (each: Demo): Promise<void> => {
    each.interrupt();
    expect(await each.ended, each.said()).toBe(0);
    expect(each.left()).toEqual([]);
  };

  it('makes a fault and shows who is told, until Ctrl-C', { timeout: LONG }, async () => {
    const shown = demo(['--fault', 'worker-stopped']);
    await shown.says(/oncall is told by slack: ContainerAbsent worker firing\n {2}CRITICAL: /);
    expect(shown.said()).toContain('Fault: The worker stopped');
    const [, port] = /^vote +http:\/\/127\.0\.0\.1:(\d+)\/$/m.exec(shown.said()) ?? [];
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    await interrupted(shown);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });

  it('names the faults when there is none of that name', { timeout: LONG }, async () => {
    const refused = demo(['--fault', 'worker']);
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toMatch(/Faults are worker-stopped, .*slack-broken/);
  });

  it('runs twice at once', { timeout: LONG }, async () => {
    const both = [demo([]), demo(['--stock'])];
    await Promise.all(both.map((each) => each.says(/Ctrl-C ends it\./)));
    await Promise.all(both.map(interrupted));
  });

  it('is gone after Ctrl-C while its servers start', { timeout: LONG }, async () => {
    const starting = demo([]);
    const database = (): readonly string[] => starting.left().filter((each) => /postgres/.test(each));
    await until('a database that runs', 100, database, (found) => found.length > 0);
    await interrupted(starting);
    expect(starting.said()).not.toContain('Error');
  });

  it('says why a server did not start, and leaves none of the others', { timeout: LONG }, async () => {
    const failing = demo([], standIn('redis_exporter', "console.log('no such flag'); process.exit(2);"));
    expect(await failing.ended).toBe(1);
    expect(failing.said()).toContain('redis_exporter ended (exit code 2) before ');
    expect(failing.said()).toContain('no such flag');
    expect(failing.left()).toEqual([]);
  });

  it('says how to get Grafana where there is none, before it starts anything', { timeout: LONG }, async () => {
    const refused = demo(['--grafana'], { PATH });
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toBe(
      'error: --grafana: no `grafana` in PATH. Grafana’s own packages have it: https://grafana.com/docs/grafana/latest/setup-grafana/installation/. Without --grafana the preview shows the same dashboards.\n(--help says more)\n',
    );
  });

  it('starts the Grafana that is installed, with data source and dashboards', { timeout: LONG }, async () => {
    const shown = demo(['--grafana'], standIn('grafana', GRAFANA));
    await shown.says(/Ctrl-C ends it\./);
    const [, url = ''] = /^Grafana +(http:\S+)$/m.exec(shown.said()) ?? [];
    const { args, environment } = (await (await fetch(url)).json()) as Given;
    expect(args).toEqual(['server', '--homepath', '/usr/share/grafana']);
    expect(environment).toMatchObject({
      GF_SERVER_HTTP_ADDR: '127.0.0.1',
      GF_SERVER_HTTP_PORT: new URL(url).port,
      GF_AUTH_ANONYMOUS_ENABLED: 'true',
    });
    const { GF_PATHS_PROVISIONING: provisioning = '', ...paths } = environment;
    for (const name of ['GF_PATHS_DATA', 'GF_PATHS_LOGS', 'GF_PATHS_PLUGINS']) {
      expect(paths[name]).toContain(`${shown.folder}/voting-app-`);
    }
    const [[source] = [], [provider] = []] = ['datasources', 'dashboards'].map((kind) =>
      provisioned(provisioning, kind),
    );
    expect((await fetch(new URL('/-/ready', String(source?.url)))).status).toBe(200);
    expect(readdirSync(String(provider?.options?.path)).filter((name) => name.endsWith('.json'))).toHaveLength(6);
    await interrupted(shown);
    await expect(fetch(url)).rejects.toThrow();
  });
});

interface Provisioned {
  readonly url?: string;
  readonly options?: { readonly path: string };
}

/** What a folder of provisioning holds: data sources, or providers of dashboards. */
function provisioned(folder: string, kind: string): readonly Provisioned[] {
  const files = readdirSync(join(folder, kind)).map((file) => readFileSync(join(folder, kind, file), 'utf8'));
  return files.flatMap((text) => {
    const { datasources, providers } = parse(text) as Readonly<Record<string, readonly Provisioned[] | undefined>>;
    return datasources ?? providers ?? [];
  });
}
