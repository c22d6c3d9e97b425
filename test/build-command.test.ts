/** `npm run build` as a user runs it: the command `plainsight`, in the folder of the project. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../scripts/project.ts';
import { linkPackages } from './support/project-copy.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const build = (...args: readonly string[]) => buildIn(root, ...args);

function buildIn(cwd: string, ...args: readonly string[]) {
  const command = [join(root, 'lib/bin/plainsight.js'), 'build', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd, encoding: 'utf8', timeout: 120_000 });
  return { status, stdout, stderr };
}

/** Of the template, with one definition changed; links lead to the packages that are installed here. */
function projectWith(path: string, change: (text: string) => string): string {
  const project = join(folder, path.replaceAll('/', '-'));
  cpSync(join(root, 'lib/template'), project, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }\n');
  linkPackages(join(root, 'node_modules'), join(project, 'node_modules'));
  symlinkSync(join(root, 'lib'), join(project, 'lib'));
  writeFileSync(join(project, path), change(readFileSync(join(project, path), 'utf8')));
  return project;
}

function times(at: string): readonly number[] {
  return readdirSync(at, { recursive: true, encoding: 'utf8' }).map((file) => statSync(join(at, file)).mtimeMs);
}

describe('npm run build', () => {
  it('writes, and a second time touches nothing', () => {
    const out = join(folder, 'dist');
    const first = build('--out', out);
    expect(first.stderr).toBe('');
    expect(first.stdout).toMatch(/: \d+ written, 0 removed, 0 unchanged, in \d+ ms\n$/);
    const before = times(out);
    expect(build('--out', out).stdout).toMatch(/: 0 written, 0 removed, \d+ unchanged, in \d+ ms\n$/);
    expect(times(out)).toEqual(before);
  });

  it('writes one profile at the root', () => {
    const out = join(folder, 'stock');
    expect(build('--out', out, '--output', 'stock').status).toBe(0);
    expect(existsSync(join(out, 'prometheus/prometheus.yml'))).toBe(true);
    expect(existsSync(join(out, 'stock'))).toBe(false);
  });

  it.each([
    [['--schema', 'v2'], '--output, --schema, --theme and --no-pictures need --out'],
    [['--output', 'stock'], '--output, --schema, --theme and --no-pictures need --out'],
    [['--no-pictures'], '--output, --schema, --theme and --no-pictures need --out'],
    [['--theme', 'light'], '--output, --schema, --theme and --no-pictures need --out'],
    [['--out', 'OUT', '--output', 'stok'], "There is no output 'stok'; there are '.', 'stock'."],
    [['--schema', 'v3', '--out', 'OUT'], 'Allowed choices are classic, v2'],
    [['--ouut', 'OUT'], 'Did you mean --out?'],
    [['dist'], 'too many arguments'],
  ])('refuses %j', (args, message) => {
    const refused = build(...args.map((arg) => (arg === 'OUT' ? join(folder, 'refused') : arg)));
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(message);
    expect(refused.stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });

  it("does not take somebody else's folder for its own", () => {
    const out = join(folder, 'photos');
    mkdirSync(out);
    writeFileSync(join(out, 'model.json'), '{\n  "files": [\n    "cat.txt"\n  ]\n}\n');
    writeFileSync(join(out, 'cat.txt'), 'meow');
    const refused = build('--out', out);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(
      /photos\n {2}found: .*no model\.json that lists what a build of voting-app-monitoring/,
    );
    expect(readdirSync(out)).toEqual(['cat.txt', 'model.json']);
  });

  it('leaves what it has not made, and says so in one line', () => {
    const out = join(folder, 'dist');
    writeFileSync(join(out, 'notes.txt'), 'mine');
    const { stdout } = build('--out', out);
    expect(stdout).toMatch(
      /^left {6}notes\.txt: no build has made it\n(?:local .*\n)?.*: 0 written, 0 removed, \d+ unchanged/,
    );
  });

  it('says why a folder cannot be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const refused = build('--out', join(file, 'dist'));
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(`${file}\n  found:   a file, where a folder of the build has to be`);
    expect(refused.stderr).not.toMatch(/^\s+at /m);
  });

  it('explains itself', () => {
    expect(build('--help').stdout).toContain('Usage: plainsight build');
  });

  it('names file and line of a definition, whether it is loaded from its source or from its bundle', () => {
    const excused = (text: string) =>
      text.replace("  tags: ['hosts'],", "  tags: ['hosts'],\n  excuses: [{ rule: 'no', reason: 'None.' }],");
    const project = projectWith('dashboards/hosts.ts', excused);
    const [first, second] = [buildIn(project), buildIn(project)];
    expect(first).toMatchObject({ status: 1, stdout: '' });
    expect(first.stderr).toMatch(/^dashboards\/hosts\.ts:6 dashboard hosts\n {2}found: /);
    expect(second).toEqual(first);
    expect(readdirSync(join(project, 'node_modules/.cache/plainsight'))).toHaveLength(4);
  });

  it('names file and line of what throws, in which case there is no bundle', () => {
    const project = projectWith('dashboards/index.ts', (text) => `${text}\nthrow new RangeError('too far');\n`);
    expect(buildIn(project)).toEqual({ status: 1, stdout: '', stderr: 'dashboards/index.ts:6\n  too far\n' });
  });
});
