/** The README of the library: its files, put beside those that `plainsight init` writes, are a project that builds. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Built, buildOutputs } from '../lib/cli/outputs.ts';
import { loadProject } from '../lib/cli/project.ts';
import { problemText } from '../lib/model/problem.ts';
import { root } from '../scripts/project.ts';
import { runToEnd } from './support/process.ts';
import { describeWithServer, requireServer } from './support/servers.ts';

const readme = readFileSync(join(root, 'lib/README.md'), 'utf8');

/** A block whose first line names a file is that file. */
const files = [...readme.matchAll(/^```(?:ts|md)\n(?:\/\/|<!--) (\S+\.\w+)(?: -->)?\n([\s\S]*?)^```$/gm)].map(
  ([, path = '', text = '']) => ({ path, text }),
);

const scrape = join(root, 'test/fixtures/scrapes/redis.prom');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'library-readme-')));
let built: Built;

function put(path: string, text: string): void {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
}

beforeAll(async () => {
  cpSync(join(root, 'lib/template'), folder, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  // The package is compiled from its sources here, which ask for more than its users' files do.
  put('tsconfig.json', JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['.'] }));
  put('package.json', '{ "type": "module" }\n');
  for (const { path, text } of files) put(path, text);
  // The catalogue is what the command makes of a real exporter's answer, units that it guesses included.
  const metrics = [join(root, 'lib/bin/plainsight.js'), 'metrics', 'redis', scrape];
  execFileSync(process.execPath, metrics, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  built = await buildOutputs(await loadProject({ folder }));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('shows whole files, from the target to the alert', () => {
  expect(files.map(({ path }) => path)).toEqual([
    'stack/targets.ts',
    'stack/signals/queue.ts',
    'dashboards/queue.ts',
    'alerts/queue.ts',
    'alerts/runbooks/OrdersPilingUp.md',
    'dashboards/index.ts',
    'alerts/index.ts',
    'stack/model.ts',
    'stack/objectives.ts',
    'stack/logs.ts',
  ]);
});

it('compiles', () => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', folder], { encoding: 'utf8' });
  expect(stdout).toBe('');
}, 60_000);

it('passes every rule, and makes the files that it names', () => {
  expect(built.problems.map(problemText)).toEqual([]);
  const named = [...readme.matchAll(/`dist\/((?:grafana|prometheus)\/[^`]+)`/g)].map(([, path]) => path);
  expect(named).not.toEqual([]);
  expect([...new Map(built.files).keys()]).toEqual(expect.arrayContaining(named));
});

it('speaks of the library alone, and links to nothing that is not packed with it', () => {
  expect(readme).not.toMatch(/\bvot(?:e|ing)/i);
  expect([...readme.matchAll(/\]\((?!https:)([^)]*)\)/g)].map(([, to]) => to)).toEqual([]);
});

describeWithServer(['promtool'], 'the tests of its alerts', () => {
  it('pass', async () => {
    for (const [path, text] of built.files) if (path.startsWith('prometheus/')) put(`dist/${path}`, text);
    const tests = [...new Map(built.files).keys()].filter((path) => path.startsWith('prometheus/tests/'));
    await runToEnd(requireServer('promtool'), ['test', 'rules', ...tests.map((path) => join(folder, 'dist', path))]);
  });
});
