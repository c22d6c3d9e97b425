/** The package as others get it: packed, installed into a folder of its own, and used there from the first command on. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../scripts/pack/tarball.ts';
import { root } from '../../scripts/project.ts';
import { describeWithServer, requireServer } from '../support/servers.ts';

const PATIENCE_MS = 300_000;

const work = realpathSync(mkdtempSync(join(tmpdir(), 'package-')));
const project = join(work, 'project');
let tarball: Awaited<ReturnType<typeof pack>>;

beforeAll(async () => {
  tarball = await pack(work);
  execFileSync('mkdir', [project]);
  npm('install', tarball.file);
}, PATIENCE_MS);
afterAll(() => rmSync(work, { recursive: true, force: true }), PATIENCE_MS);

function npm(...args: readonly string[]): void {
  const options = ['--prefer-offline', '--no-audit', '--no-fund'];
  execFileSync('npm', [...args, ...options], { cwd: project, stdio: 'pipe', timeout: PATIENCE_MS });
}

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** Without what this test's own process has on its path or in its options. */
function plainsight(args: readonly string[], path = process.env.PATH): Ended {
  const program = join(project, 'node_modules/.bin/plainsight');
  const env = { ...process.env, PATH: path, NO_COLOR: '1', NODE_OPTIONS: '' };
  const { status, stdout, stderr } = spawnSync(program, [...args], { cwd: project, env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** A bundle says above each part which source it came from. */
const sourcesOf = (path: string): ReadonlySet<string> =>
  new Set(readFileSync(path, 'utf8').match(/^\/\/ lib\/.*\.ts$/gm));

const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(join(project, path), change(readFileSync(join(project, path), 'utf8')));

describe('the tarball', () => {
  const names = () => execFileSync('tar', ['tf', tarball.file], { encoding: 'utf8' }).trim().split('\n');

  it('is small, and holds no test and nothing that was built of the voting app', () => {
    expect(tarball.bytes).toBeLessThan(1_000_000);
    expect(names().filter((name) => /\.test\.|\/test\/|model\.json|\.svg$|\.snap$/.test(name))).toEqual([]);
  });

  it('holds each source once: what two entries share is the same in both', () => {
    const folder = join(project, 'node_modules/plainsight/dist');
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const sources = scripts.flatMap((name) => [...sourcesOf(join(folder, name))]);
    expect(sources).toContain('// lib/promql/aggregate.ts');
    expect(sources.filter((source, index) => sources.indexOf(source) !== index)).toEqual([]);
  });

  it('has no word of the voting app', () => {
    const found = spawnSync('grep', ['-rniE', 'vot(e|ing)', join(project, 'node_modules/plainsight')], {
      encoding: 'utf8',
    });
    expect(found.stdout).toBe('');
  });

  it.each([
    ['publint', ['--strict']],
    ['attw', ['--profile', 'esm-only', '--no-emoji', '--no-color']],
  ])('%s finds nothing', (program, args) => {
    const path = join(root, 'node_modules/.bin', program);
    const { status, stdout, stderr } = spawnSync(path, [tarball.file, ...args], { encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
  });
});

describe('a project made with it', { timeout: PATIENCE_MS }, () => {
  it('says that there is none yet', () => {
    const { status, output } = plainsight(['build']);
    expect([status, output]).toEqual([
      1,
      `No plainsight.config.ts in ${project}: run this where the project lies, or make one with \`npx plainsight init\`.\n`,
    ]);
  });

  it('begins with init, which leaves what is there', () => {
    execFileSync('mkdir', [join(project, 'dashboards')]);
    const own = "import hosts from './hosts.ts';\n\nexport const dashboards = [hosts]; // mine\n";
    writeFileSync(join(project, 'dashboards/index.ts'), own);
    const { status, output } = plainsight(['init']);
    expect(status, output).toBe(0);
    expect(output).toContain('left     dashboards/index.ts (it is there already)\n');
    expect(output).toContain('written  plainsight.config.ts\n');
    expect(readFileSync(join(project, 'dashboards/index.ts'), 'utf8')).toBe(own);
    const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ type: 'module', scripts: { build: 'plainsight build' } });
    expect(manifest.dependencies.plainsight).toBe(`file:../${tarball.file.slice(work.length + 1)}`);
    expect(plainsight(['init'])).toMatchObject({ status: 1 });
    npm('install');
  });

  it('is built, and a second time nothing changes', () => {
    expect(plainsight(['build']).output).toMatch(/dist\/: \d+ written, 0 removed, 0 unchanged, in \d+ ms\n$/);
    expect(plainsight(['build']).output).toMatch(/dist\/: 0 written, 0 removed, \d+ unchanged, in \d+ ms\n$/);
    const bundles = readdirSync(join(project, 'node_modules/.cache/plainsight'));
    expect(bundles.filter((name) => name.endsWith('.js'))).toHaveLength(1);
    expect(readdirSync(join(project, 'dist')).sort()).toEqual([
      'README.md',
      'grafana',
      'index.html',
      'model.json',
      'pictures',
      'prometheus',
      'runbooks',
    ]);
  });

  it('passes the check, without promtool', () => {
    const { status, output } = plainsight(['check'], dirname(process.execPath));
    expect(status, output).toBe(0);
    expect(output).toContain('skipped promtool (no promtool on the PATH; it comes with Prometheus)\n');
  });

  it('reads a catalogue from a scrape', () => {
    writeFileSync(join(project, 'cache.prom'), '# TYPE cache_items gauge\ncache_items 3\n');
    const { status, output } = plainsight(['metrics', 'cache', 'cache.prom', '--version', '1.0']);
    expect(status, output).toBe(0);
    const text = readFileSync(join(project, 'stack/metrics/cache.ts'), 'utf8');
    expect(text).toContain("import { gauge, source } from 'plainsight';\nimport * as unit from 'plainsight/units';\n");
    rmSync(join(project, 'stack/metrics/cache.ts'));
  });

  it.each([
    [['nothing'], "error: unknown command 'nothing'"],
    [['build', '--ouut', 'x'], "error: unknown option '--ouut'"],
    [['build', 'dist'], 'error: too many arguments'],
    [['build', '--schema', 'v2'], '--output, --schema, --theme and --no-pictures need --out'],
    [['metrics'], "error: missing required argument 'source'"],
  ])('refuses %j in one message', (args, message) => {
    const { status, output } = plainsight(args);
    expect(status).toBe(1);
    expect(output).toContain(message);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['build', 'Usage: plainsight build'],
    ['check', 'Usage: plainsight check'],
    ['metrics', 'Usage: plainsight metrics'],
    ['init', 'Usage: plainsight init'],
  ])('%s has --help', (command, usage) => {
    expect(plainsight([command, '--help'])).toMatchObject({ status: 0, output: expect.stringContaining(usage) });
  });

  it.each([
    ['throws', (text: string) => `${text}\nthrow new Error('not today');\n`, 'not today'],
    ['does not parse', (text: string) => `${text}\nexport const = 1;\n`, 'plainsight.config.ts'],
    ['has a wrong value', (text: string) => text.replace("name: 'monitoring'", "name: ''"), 'a name that is not empty'],
    ['names no profile', (text: string) => text.replace("profile: 'production'", "profile: 'prod'"), 'production'],
    ['has a setting too many', (text: string) => text.replace('  outputs:', '  colour: 1,\n  outputs:'), "'colour'"],
    ['exports none', () => 'export default {};\n', 'export default defineConfig'],
  ])('says what is wrong when its configuration %s', (_, change, message) => {
    const before = readFileSync(join(project, 'plainsight.config.ts'), 'utf8');
    edit('plainsight.config.ts', change);
    const { status, output } = plainsight(['build']);
    edit('plainsight.config.ts', () => before);
    expect(status).toBe(1);
    expect(output).toContain('plainsight.config.ts');
    expect(output).toContain(message);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('no longer compiles when a metric gets another name, and the check says where', () => {
    edit('stack/metrics/node.ts', (text) => text.replaceAll('node_memory_MemTotal_bytes', 'node_memory_Total_bytes'));
    const { status, output } = plainsight(['check'], dirname(process.execPath));
    expect(status).toBe(1);
    expect(output).toMatch(/alerts\/hosts\.ts\(\d+,\d+\): error TS\d+: .*node_memory_MemTotal_bytes/);
    expect(output).toMatch(/stack\/signals\/hosts\.ts\(\d+,\d+\): error TS\d+: .*node_memory_MemTotal_bytes/);
    edit('stack/metrics/node.ts', (text) => text.replaceAll('node_memory_Total_bytes', 'node_memory_MemTotal_bytes'));
  });
});

describeWithServer(['promtool'], 'promtool, on what the project made', () => {
  const path = () => [dirname(requireServer('promtool')), dirname(process.execPath)].join(':');

  it('takes it', { timeout: PATIENCE_MS }, () => {
    const { status, output } = plainsight(['check'], path());
    expect(status, output).toBe(0);
    expect(output).toMatch(/^ok {6}promtool /m);
  });

  it('and a wrong test is told', { timeout: PATIENCE_MS }, () => {
    edit('alerts/hosts.ts', (text) => text.replace('95% of the memory of', '94% of the memory of'));
    plainsight(['build']);
    const { status, output } = plainsight(['check'], path());
    expect(status).toBe(1);
    expect(output).toContain('94% of the memory of one:9100 is in use.');
  });
});
