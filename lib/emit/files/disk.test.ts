/** The writer on disks that fail or that it does not survive, and what a person then reads. */
import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiled } from '../../../test/support/compiled.ts';
import { dyingDisk, failingDisk, systemError, watchedDisk } from '../../../test/support/failing-disk.ts';
import { fill, freshFolder, snapshot } from '../../../test/support/folder.ts';
import { type Disk, explained, WriteError } from './disk.ts';
import { writeFiles } from './write.ts';

type Tree = Readonly<Record<string, string>>;

/** Every way in which a tree can change: new text, new and removed files and folders, a file that becomes a folder. */
const OLD: Tree = {
  'case/Name.txt': 'old',
  'changed.txt': 'old',
  'folder/changed.txt': 'old',
  'folder/removed.txt': 'old',
  'model.json': '{\n  "tree": "old"\n}\n',
  'removed/deep/file.txt': 'old',
  'same.txt': 'same',
  'to-file/inner.txt': 'old',
  'to-folder': 'old',
};
const NEW: Tree = {
  'added/deep/file.txt': 'new',
  'case/name.txt': 'new',
  'changed.txt': 'new',
  'folder/added.txt': 'new',
  'folder/changed.txt': 'new',
  'model.json': '{\n  "tree": "new"\n}\n',
  'same.txt': 'same',
  'to-file': 'new',
  'to-folder/inner.txt': 'new',
};
const STRANGER = 'folder/notes.txt';

function build(parent: string, tree: Tree, disk?: Disk): unknown {
  const project = { name: 'shop', folder: parent };
  const output = { folder: join(parent, 'dist'), files: new Map(Object.entries(tree)), project };
  return writeFiles(output, disk && { disk });
}

/** A parent folder of a `dist` that holds the old tree, and a file that is a stranger's. */
function oldTree(): string {
  const parent = freshFolder();
  build(parent, OLD);
  fill(parent, { [`dist/${STRANGER}`]: 'mine' });
  return parent;
}

const filesIn = (parent: string): Tree => snapshot(join(parent, 'dist')) ?? {};

function newTree(): Tree {
  const parent = freshFolder();
  build(parent, NEW);
  return { ...filesIn(parent), [STRANGER]: 'mine' };
}

/** The kinds of all changes of the disk that a build of the new tree over the old one makes, in order. */
function stepsOfBuild(): readonly string[] {
  const steps: string[] = [];
  build(
    oldTree(),
    NEW,
    watchedDisk(({ kind }) => void steps.push(kind)),
  );
  return steps;
}

/** The error that a build ends with; undefined for none. */
function errorOf(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}

function expectWholeFiles(parent: string): void {
  for (const [path, text] of Object.entries(filesIn(parent))) {
    if (path.endsWith('/')) continue;
    if (path === 'model.json') expect(() => JSON.parse(text)).not.toThrow();
    else expect([OLD[path], NEW[path], path === STRANGER ? 'mine' : undefined]).toContain(text);
  }
}

describe('a build that is killed before any of its steps', () => {
  test('leaves whole files, and the next one finishes', () => {
    const whole = newTree();
    for (const [index, kind] of stepsOfBuild().entries()) {
      const parent = oldTree();
      const step = `${index + 1}, ${kind}`;
      errorOf(() => build(parent, NEW, dyingDisk(index + 1)));
      expectWholeFiles(parent);
      build(parent, NEW);
      expect(filesIn(parent), step).toEqual(whole);
      expect(snapshot(parent), step).not.toHaveProperty('.dist-staging/');
    }
  });

  test('can be followed by a build of something else', () => {
    const whole = filesIn(oldTree());
    for (const [index, kind] of stepsOfBuild().entries()) {
      const parent = oldTree();
      const step = `${index + 1}, ${kind}`;
      errorOf(() => build(parent, NEW, dyingDisk(index + 1)));
      build(parent, OLD);
      expect(filesIn(parent), step).toEqual(whole);
    }
  });

  test('even the first build of all', () => {
    for (const step of [1, 2, 3, 6, 9, 12, 15]) {
      const parent = freshFolder();
      errorOf(() => build(parent, OLD, dyingDisk(step)));
      build(parent, OLD);
      const whole = freshFolder();
      build(whole, OLD);
      expect(snapshot(parent), `step ${step}`).toEqual(snapshot(whole));
    }
  });
});

test('a build one of whose steps fails says in which state the folder is, and the next one finishes', () => {
  const [old, whole, steps] = [filesIn(oldTree()), newTree(), stepsOfBuild()];
  const first = steps.indexOf('rename') + 1;
  expect(first).toBeGreaterThan(5);
  for (let step = 1; step <= steps.length; step += 1) {
    const parent = oldTree();
    const error = errorOf(() => build(parent, NEW, failingDisk(step, 'ENOSPC')));
    expectWholeFiles(parent);
    const untouched = step <= first;
    if (untouched) expect(filesIn(parent)).toEqual(old);
    if (error !== undefined) {
      expect(error).toBeInstanceOf(WriteError);
      expect(String(error)).toMatch(
        untouched ? /dist\/ is untouched\.$/ : /partly written, and every file in it is whole/,
      );
    }
    build(parent, NEW);
    expect(filesIn(parent), `step ${step}`).toEqual(whole);
  }
});

const NOBODY = 65534;

test('without the right to write in any of the folders, nothing changes', () => {
  const script = compiled(join(import.meta.dirname, 'write.ts'));
  for (const [locked, named] of [
    ['.', '/.dist-staging'],
    ['dist', '/dist'],
    ['dist/a', '/dist/a'],
  ] as const) {
    const parent = freshFolder();
    const old = { 'a/b': 'old', changed: 'old', 'model.json': '{\n  "tree": "old"\n}\n' };
    build(parent, old);
    for (const path of ['.', 'dist', 'dist/a']) chmodSync(join(parent, path), path === locked ? 0o555 : 0o777);
    const before = snapshot(parent);
    const message = messageAsNobody(script, parent, { ...old, 'a/b': 'new', changed: 'new' });
    chmodSync(join(parent, locked), 0o777);
    expect(message).toContain(`${parent}${named}`);
    expect(message).toContain('  found:   this user may not write here (EACCES)\n');
    expect(message).toMatch(/dist\/ is untouched\.$/);
    expect(snapshot(parent)).toEqual(before);
  }
});

/** Builds in a process without the rights of the superuser, who may write anywhere; returns the message of its failure. */
function messageAsNobody(script: string, parent: string, tree: Tree): string {
  const code = `
    const { writeFiles } = await import(${JSON.stringify(script)});
    const files = new Map(Object.entries(${JSON.stringify(tree)}));
    const parent = ${JSON.stringify(parent)};
    try { writeFiles({ folder: parent + '/dist', files, project: { name: 'shop', folder: parent } }); }
    catch (error) { process.stdout.write(error.message); }`;
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const options = { encoding: 'utf8', cwd: '/usr', ...user } as const;
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], options);
}

describe('explained', () => {
  test.each([
    [
      'ENOSPC',
      /^\/t\/dist\/a\n {2}found: {3}no space is left on this disk \(ENOSPC\)\n {2}allowed: .*\n {2}remedy: {2}free some/,
    ],
    ['EDQUOT', /found: {3}this user's share of the disk is used up \(EDQUOT\)\n/],
    ['EROFS', /found: {3}this file system is read-only \(EROFS\)\n.*\n {2}remedy: {2}mount it writable/],
    [
      'EXDEV',
      /found: {3}the output folder is a mount of its own.* \(EXDEV\)\n.*\n {2}remedy: {2}mount the folder around/,
    ],
    ['EODD', /found: {3}EODD: simulated, '\/t\/dist\/a' \(EODD\)\n/],
  ])('%s', (code, message) => {
    const error = explained(systemError(code, '/t/dist/a'), { folder: '/t/dist', state: 'As it was.' });
    expect(error).toBeInstanceOf(WriteError);
    expect(error).toHaveProperty('message', expect.stringMatching(message));
    expect(error).toHaveProperty('message', expect.stringMatching(/ \(output-folder\)\n\nAs it was\.$/));
  });

  test('leaves the errors of a programmer alone', () => {
    const error = new TypeError('x is not a function');
    expect(explained(error, { folder: '/t/dist', state: '' })).toBe(error);
  });

  test('shows paths under the working folder as a person would type them', () => {
    const error = systemError('ENOSPC', join(process.cwd(), 'dist/a'));
    expect(String(explained(error, { folder: 'dist', state: '' }))).toContain('WriteError: dist/a\n');
  });
});
