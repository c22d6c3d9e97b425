/**
 * The commands of the README, run as they stand there in a copy of the project. `docker` is a program that hands the
 * files to the engine of Compose itself, which reads them and starts nothing.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import { copyOfSources, linkPackages, type ProjectCopy } from '../support/project-copy.ts';
import { describeWithServer, requireServer } from '../support/servers.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The lines of one block of commands, without their remarks. */
function blockOf(section: string): readonly string[] {
  const text = readme.slice(readme.indexOf(`\n## ${section}\n`));
  const [, block = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(text) ?? [];
  return block
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, ''))
    .filter((line) => line !== '');
}

/** Everything that is written as a command of Compose, in blocks and in sentences. */
const composeCommands = [
  ...new Set([...readme.matchAll(/(?:MONITORING_DIR=\S+ )?docker compose [^`#\n]*up -d/g)].map(([text]) => text)),
];

/** The rows of the table of commands: what is typed, and what is said of it. */
const rows = [...readme.matchAll(/^\| `(npm (?:run )?[\w:]+)[^`]*` \| (.*) \|$/gm)].map(
  ([, command = '', says = '']) => ({
    command,
    says,
  }),
);

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

function run(command: string, folder: string, path: readonly string[] = []): Ended {
  const { VITEST: _, NODE_ENV: __, ...inherited } = process.env;
  const env = { ...inherited, PATH: [...path, inherited.PATH ?? ''].join(delimiter), NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, env, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

let copy: ProjectCopy;
/** Beside each other, as the README has them: the project, the app, and a folder of one's own. */
let work: string;
beforeAll(() => {
  copy = copyOfSources(['.']);
  work = mkdtempSync(join(tmpdir(), 'readme-commands-'));
  symlinkSync(root, join(work, 'monitoring'));
});
afterAll(() => {
  copy.remove();
  rmSync(work, { recursive: true, force: true });
});

describe('the first steps', () => {
  // What is installed is linked here; whether the lock file fits the packages is asked all the same.
  it.each(['npm ci'])('%s', (command) => {
    expect(blockOf('Start it')).toContain(command);
    expect(run(`${command} --dry-run --offline`, root)).toMatchObject({ status: 0 });
  });

  it.each(['npm run secrets', 'npm run build'])('%s', (command) => {
    expect([...blockOf('Start it'), ...blockOf('Work on it')]).toContain(command);
    const { status, output } = run(command, copy.folder);
    expect(status, output).toBe(0);
  });

  it('npm test', () => {
    expect(blockOf('Work on it')).toContain('npm test');
    const { status, output } = run('npm test -- test/readme.test.ts', copy.folder);
    expect(status, output).toBe(0);
  });

  it('are all of them', () => {
    const tried = ['npm ci', 'npm run secrets', 'npm run build', 'npm test'];
    const all = [...blockOf('Start it'), ...blockOf('Work on it')];
    expect(all.filter((line) => !tried.includes(line) && !composeCommands.includes(line))).toEqual([]);
  });
});

describeWithServer(['compose-check'], 'commands of Compose', () => {
  const bin = (): string => join(work, 'bin');
  beforeAll(() => {
    mkdirSync(bin());
    const docker = join(bin(), 'docker');
    const lines = ['files=', 'while [ $# -gt 0 ]; do', '[ "$1" = -f ] && files="$files $2"', 'shift', 'done'];
    writeFileSync(docker, ['#!/bin/sh', ...lines, `exec '${requireServer('compose-check')}' $files`, ''].join('\n'));
    chmodSync(docker, 0o755);
    mkdirSync(join(work, 'app'));
    symlinkSync(join(root, 'test/fixtures/compose/application.yaml'), join(work, 'app/compose.yaml'));
  });

  it('are three', () => {
    expect(composeCommands).toHaveLength(3);
  });

  it.each(composeCommands)('%s', (command) => {
    const folder = command.includes('../monitoring/') ? join(work, 'app') : root;
    const { status, output } = run(command, folder, [bin()]);
    expect(status, output).toBe(0);
    expect(output).toContain('"prometheus"');
  });
});

describe('the table of commands', () => {
  it.each(rows)('$command has --help, with every option that is named', ({ command, says }) => {
    const { status, output } = run(`${command} -- --help`, root);
    expect(status, output).toBe(0);
    expect(output).toMatch(/Usage:/);
    const named = [...says.matchAll(/(?<![\w-])--([a-z][a-z-]+)/g)].map(([option]) => option);
    expect(named.filter((option) => !output.includes(option))).toEqual([]);
  });

  it('has a row for each', () => {
    expect(rows.length).toBeGreaterThan(14);
  });
});

/** Where the package comes from is the reader's to fill in; test/slow/package.test.ts installs the packed one. */
const INSTALLS = /^npm install\b/;

it('the library elsewhere: its commands make a project that builds and passes', () => {
  const lines = blockOf('The library elsewhere').filter((line) => !INSTALLS.test(line));
  expect(lines).toEqual(['npx plainsight init', 'npx plainsight build', 'npx plainsight check']);
  const folder = join(work, 'own');
  mkdirSync(folder);
  linkPackages(join(root, 'node_modules'), join(folder, 'node_modules'));
  rmSync(join(folder, 'node_modules/plainsight'), { force: true });
  symlinkSync(join(root, 'lib'), join(folder, 'node_modules/plainsight'));
  // The package is compiled from its sources here, which ask for more than its users' files do.
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['.'] }),
  );
  for (const line of lines) {
    const { status, output } = run(line, folder, [dirname(process.execPath)]);
    expect(status, `${line}\n${output}`).toBe(0);
  }
});
