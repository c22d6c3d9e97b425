/** Two branches that both change panels of one dashboard, merged in a clone that is set up for it. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'merge-'));
  cpSync(join(root, 'lib/template'), folder, { recursive: true });
  linkPackages();
  write('package.json', '{ "name": "hosts", "type": "module", "private": true }\n');
  write('.gitignore', 'node_modules\n');
  write('dashboards/hosts.ts', DASHBOARD);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'A reader');
  git('config', 'user.email', 'reader@shop.test');
  plainsight('merge-driver');
  plainsight('build');
  commit('Hosts');
  change('memory', (text) =>
    text.replace('/* below memory */', '[panel.barGauge(memoryUse, { key: "now", by: ["instance"] })],'),
  );
  change('processors', (text) => text.replace('panel.timeseries(cpuUse, { by', 'panel.table(cpuUse, { by'));
  change('rival', (text) =>
    text.replace('/* below memory */', '[panel.table(memoryUse, { key: "now", by: ["instance"] })],'),
  );
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DASHBOARD = `import { dashboard, row } from 'plainsight';
import * as panel from 'plainsight/panels';
import { cpuUse, memoryUse } from '../stack/signals/hosts.ts';

export default dashboard({
  uid: 'hosts',
  title: 'Hosts',
  description: 'Memory and processors of every host.',
  tags: ['hosts'],
  rows: [
    row('Memory', [
      [panel.timeseries(memoryUse, { by: ['instance'] })],
      /* below memory */
    ]),
    // What hosts do
    // with their processors
    // stands below.
    row('Processors', [
      [panel.timeseries(cpuUse, { by: ['instance'] })],
    ]),
  ],
});
`;
const BUILT = 'dist/grafana/dashboards/hosts.json';

/** As they are installed here; the library is the one that is tested. */
function linkPackages(): void {
  const from = join(root, 'node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(from)) {
    if (name === '.cache' || name === 'plainsight') continue;
    symlinkSync(join(from, name), join(folder, 'node_modules', name));
  }
  symlinkSync(join(root, 'lib'), join(folder, 'node_modules/plainsight'));
}

const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

function run(command: string, ...args: readonly string[]) {
  return spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
}

function git(...args: readonly string[]): string {
  const { status, stdout, stderr } = run('git', ...args);
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

function plainsight(...args: readonly string[]): string {
  const { status, stdout, stderr } = run(process.execPath, join(root, 'lib/bin/plainsight.js'), ...args);
  if (status !== 0) throw new Error(`plainsight ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '-m', message);
}

/** A branch off main with one change of the dashboard, and what the build makes of it. */
function change(branch: string, how: (text: string) => string): void {
  git('switch', '--quiet', '--create', branch, 'main');
  write('dashboards/hosts.ts', how(DASHBOARD));
  plainsight('build');
  commit(branch);
}

/** The types of the panels that the committed file has. */
function panelTypes(): readonly string[] {
  const { panels }: { panels: readonly { type: string }[] } = JSON.parse(git('show', `HEAD:${BUILT}`));
  return panels.map(({ type }) => type).filter((type) => type !== 'row');
}

describe('a merge', { timeout: 120_000 }, () => {
  it('stops at generated files where a clone is not set up', () => {
    git('switch', '--quiet', '--create', 'by-hand', 'memory');
    const attributes = ['-c', 'core.attributesFile=/dev/null', '-c', 'merge.plainsight-build.driver=false'];
    const { status, stdout } = run('git', ...attributes, 'merge', '--no-edit', 'processors');
    git('merge', '--abort');
    expect(status).toBe(1);
    expect(stdout).toContain(`CONFLICT (content): Merge conflict in ${BUILT}`);
    expect(stdout).not.toContain('Merge conflict in dashboards');
  });

  it('builds them anew from the merged definitions', () => {
    git('switch', '--quiet', '--create', 'together', 'memory');
    git('merge', '--no-edit', 'processors');
    expect(panelTypes()).toEqual(['timeseries', 'bargauge', 'table']);
    expect(plainsight('build')).toContain('dist/: 0 written, 0 removed');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('rev-list', '--parents', '-1', 'HEAD').split(' ')).toHaveLength(3);
  });

  it('that only moves on is left as it is', () => {
    git('switch', '--quiet', '--create', 'behind', 'memory');
    git('merge', '--quiet', '--ff-only', 'together');
    expect(git('rev-parse', 'HEAD')).toBe(git('rev-parse', 'together'));
  });

  it('leaves conflicts of definitions to people, and builds when they are resolved', () => {
    git('switch', '--quiet', '--create', 'resolved', 'memory');
    const { status, stdout } = run('git', 'merge', '--no-edit', 'rival');
    expect(status).toBe(1);
    expect(stdout.match(/Merge conflict in .*/g)).toEqual(['Merge conflict in dashboards/hosts.ts']);
    write(
      'dashboards/hosts.ts',
      DASHBOARD.replace(
        '/* below memory */',
        '[panel.barGauge(memoryUse, { key: "now", by: ["instance"] }), panel.table(memoryUse, { key: "list", by: ["instance"] })],',
      ),
    );
    commit('Both');
    expect(panelTypes()).toEqual(['timeseries', 'bargauge', 'table', 'timeseries']);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('is not committed while the merged definitions do not build', () => {
    git('switch', '--quiet', '--create', 'broken', 'memory');
    run('git', 'merge', '--no-edit', 'rival');
    write('dashboards/hosts.ts', DASHBOARD.replace('/* below memory */', '[panel.stat(nothing)],'));
    git('add', '--all');
    const { status, stderr } = run('git', 'commit', '-m', 'Broken');
    expect(status).toBe(1);
    expect(stderr).toContain('nothing is not defined');
    git('merge', '--abort');
  });
});

describe('the command', { timeout: 60_000 }, () => {
  it('is run twice and changes nothing', () => {
    const attributes = read('.gitattributes');
    expect(plainsight('merge-driver')).toContain('left     .gitattributes (it says so already)');
    expect(read('.gitattributes')).toBe(attributes);
  });

  it('leaves a hook of somebody else, and prints what it lacks', () => {
    const mine = join(folder, '.git/hooks/pre-commit');
    const ours = readFileSync(mine, 'utf8');
    writeFileSync(mine, '#!/bin/sh\nnpm test\n');
    expect(plainsight('merge-driver')).toMatch(/left .*pre-commit \(it is yours\)\. Add to it:\n +\[ -e .*MERGE_HEAD/);
    expect(readFileSync(mine, 'utf8')).toBe('#!/bin/sh\nnpm test\n');
    writeFileSync(mine, ours);
  });

  it('says so where there is no repository', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'lib/bin/plainsight.js'), 'merge-driver'], {
      cwd: tmpdir(),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^\/.*: found no Git repository/) });
  });
});

it('this repository is set up in the same way', () => {
  expect(existsSync(join(root, '.gitattributes'))).toBe(true);
  expect(readFileSync(join(root, '.gitattributes'), 'utf8')).toBe(read('.gitattributes'));
});
