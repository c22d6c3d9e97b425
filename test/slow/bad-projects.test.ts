/** Commands on bad ground: each user's mistake is one message without a stack, exit code 1, and nothing is lost. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import { snapshot } from '../support/folder.ts';
import { linkPackages } from '../support/project-copy.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let projects = 0;

/** A copy of the template, spoilt. */
function projectWith(spoil: (project: string) => void): string {
  projects += 1;
  const project = join(folder, String(projects));
  cpSync(join(root, 'lib/template'), project, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }\n');
  linkPackages(join(root, 'node_modules'), join(project, 'node_modules'));
  symlinkSync(join(root, 'lib'), join(project, 'lib'));
  spoil(project);
  return project;
}

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(cwd: string, ...args: readonly string[]): Ended {
  const command = [join(root, 'lib/bin/plainsight.js'), ...args];
  const options = { cwd, encoding: 'utf8', timeout: 120_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
  return { status, stdout, stderr: stderr.replaceAll(`${cwd}/`, '') };
}

const SIGNAL = 'stack/signals/hosts.ts';
const begins = (text: string) => (project: string) => {
  const path = join(project, SIGNAL);
  writeFileSync(path, `${text}\n${readFileSync(path, 'utf8')}`);
};
const replaced = (path: string, make: (path: string) => void) => (project: string) => {
  rmSync(join(project, path), { recursive: true, force: true });
  mkdirSync(join(project, path, '..'), { recursive: true });
  make(join(project, path));
};
const runbook = 'alerts/runbooks/HostMemoryLow.md';

const STACK = /^\s+at .*:\d+:\d+\)?$/m;

describe('a build', () => {
  it.each<[string, (project: string) => void, RegExp]>([
    [
      'of a definition that ends the process',
      begins('process.exit(0);'),
      /stack\/signals\/hosts\.ts:1\n {2}process\.exit\(0\) is called/,
    ],
    ['of one that ends it well', begins('process.exit();'), /process\.exit\(\) is called: definitions describe/],
    [
      'of one that never settles',
      begins('await new Promise(() => undefined);'),
      /^plainsight\.config\.ts, or a file that it imports, waits for something that never comes\. .*: stack\/signals\/hosts\.ts:1\.\n$/,
    ],
    [
      'of one that throws null',
      begins('if (1 + 1 === 2) throw null;'),
      /^plainsight\.config\.ts, or a file that it imports, throws null\. .*: stack\/signals\/hosts\.ts:1\.\n$/,
    ],
    [
      'of one that throws a text',
      begins("if (1 + 1 === 2) throw 'x';"),
      /throws 'x'\. .*: stack\/signals\/hosts\.ts:1\.\n$/,
    ],
    ['of one that throws', begins("if (1 + 1 === 2) throw new Error('x');"), /^stack\/signals\/hosts\.ts:1\n {2}x\n$/],
    ['of a file where the output folder belongs', replaced('dist', (path) => writeFileSync(path, '')), /dist/],
    [
      'of a folder where the configuration belongs',
      replaced('plainsight.config.ts', (path) => mkdirSync(path)),
      /plainsight\.config\.ts/,
    ],
    [
      'of a file where the runbooks belong',
      replaced('alerts/runbooks', (path) => writeFileSync(path, '')),
      /^alerts\/runbooks: a file stands where a folder belongs \(ENOTDIR\)\.\n$/,
    ],
    [
      'of a folder as runbook',
      replaced(runbook, (path) => mkdirSync(path)),
      /^alerts\/runbooks\/HostMemoryLow\.md: found a folder, expected a runbook in Markdown\. .*\n$/,
    ],
    [
      'of a link as runbook',
      replaced(runbook, (path) => symlinkSync('/etc/hostname', path)),
      /found a link, expected a runbook/,
    ],
    [
      'of a link to itself as runbook',
      replaced(runbook, (path) => symlinkSync('HostMemoryLow.md', path)),
      /found a link, expected a runbook/,
    ],
    [
      'of a runbook that is no text',
      replaced(runbook, (path) => writeFileSync(path, Buffer.from([0x89, 0x50, 0xff]))),
      /found a file that is no text in UTF-8/,
    ],
    [
      'of a runbook with a NUL',
      replaced(runbook, (path) => writeFileSync(path, 'a\0b')),
      /found a file that is no text in UTF-8/,
    ],
    [
      'of a runbook of 2 MB',
      replaced(runbook, (path) => writeFileSync(path, 'a'.repeat(2_000_000))),
      /found a file of 2 MB/,
    ],
  ])('%s', (_, spoil, says) => {
    const project = projectWith(spoil);
    const { status, stdout, stderr } = run(project, 'build');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(STACK);
  });

  it('of a definition that leaves a timer running ends all the same', () => {
    const project = projectWith(begins('setInterval(() => undefined, 1_000);'));
    expect(run(project, 'build')).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(['/proc/dist', '/dev/null/dist', '/dev/full'])('into %s', (out) => {
    const { status, stderr } = run(
      projectWith(() => undefined),
      'build',
      '--out',
      out,
    );
    expect(status).toBe(1);
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(STACK);
  });
});

describe('a catalogue', () => {
  const scrape = 'a_bytes 1\n';

  it.each<[string, (project: string) => void, string, RegExp]>([
    [
      'in a file',
      (project) => writeFileSync(join(project, 'made/out'), 'kept'),
      'made/out',
      /^made\/out[^\n]*: a file stands (?:where a folder belongs|there already) \((?:ENOTDIR|EEXIST)\)\.\n$/,
    ],
    [
      'below a file',
      (project) => writeFileSync(join(project, 'made/out'), 'kept'),
      'made/out/deeper',
      /a file stands where a folder belongs \(ENOTDIR\)\.\n$/,
    ],
    ['in /proc', () => undefined, '/proc/metrics', /^\/proc\/metrics: there is no such file or folder \(ENOENT\)\.\n$/],
    [
      'where a folder has its name',
      (project) => mkdirSync(join(project, 'made/out/redis.ts'), { recursive: true }),
      'made/out',
      /a folder stands where a file belongs \(EISDIR\)\.\n$/,
    ],
    [
      'where a folder has the name of what is shared',
      (project) => mkdirSync(join(project, 'made/out/shared.json'), { recursive: true }),
      'made/out',
      /a folder stands where a file belongs \(EISDIR\)\.\n$/,
    ],
    [
      'beside overrides that never load',
      (project) => {
        mkdirSync(join(project, 'made/out'));
        writeFileSync(join(project, 'made/out/redis.overrides.ts'), 'await new Promise(() => undefined);\n');
      },
      'made/out',
      /redis\.overrides\.ts.* waits for something that never comes/,
    ],
    [
      'beside overrides that throw null',
      (project) => {
        mkdirSync(join(project, 'made/out'));
        writeFileSync(join(project, 'made/out/redis.overrides.ts'), 'throw null;\n');
      },
      'made/out',
      /redis\.overrides\.ts: found a file that does not load \(null\)/,
    ],
  ])('%s', (_, spoil, out, says) => {
    const project = projectWith((made) => {
      writeFileSync(join(made, 'redis.prom'), scrape);
      mkdirSync(join(made, 'made'));
      spoil(made);
    });
    const before = snapshot(join(project, 'made'));
    const { status, stdout, stderr } = run(project, 'metrics', 'redis', 'redis.prom', '--out', out);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(STACK);
    expect(snapshot(join(project, 'made'))).toEqual(before);
  });
});
