import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { watchedDisk } from '../../../test/support/failing-disk.ts';
import { fill, freshFolder, snapshot } from '../../../test/support/folder.ts';
import { WriteError } from './disk.ts';
import { withList } from './names.ts';
import { type Changes, planChanges } from './plan.ts';
import { writeFiles } from './write.ts';

type Tree = Readonly<Record<string, string>>;

const MODEL = '{\n  "profile": "stock"\n}\n';

/** What a build is given to write these files into `dist` of a fresh folder. */
function output(parent: string, tree: Tree, project = 'shop') {
  const files = new Map(Object.entries({ ...tree, 'model.json': MODEL }));
  return { folder: join(parent, 'dist'), files, project: { name: project, folder: parent } };
}

const build = (parent: string, tree: Tree, project?: string): Changes => writeFiles(output(parent, tree, project));

/** The folder `dist` and nothing else, with these files and their list. */
function whole(tree: Tree, others: Tree = {}): Tree | undefined {
  const folder = freshFolder();
  const names = [...Object.keys(tree), 'model.json'];
  fill(folder, { ...tree, ...others, 'model.json': withList(MODEL, { project: 'shop', names }) });
  return snapshot(folder);
}

interface Case {
  readonly title: string;
  readonly before: Tree;
  readonly after: Tree;
  readonly written: readonly string[];
  readonly removed?: readonly string[];
  readonly unchanged?: readonly string[];
}

const CASES: readonly Case[] = [
  { title: 'a changed file', before: { a: '1' }, after: { a: '2' }, written: ['a'], unchanged: ['model.json'] },
  {
    title: 'a change of the last byte only',
    before: { a: '1\n' },
    after: { a: '1' },
    written: ['a'],
    unchanged: ['model.json'],
  },
  {
    title: 'nothing new',
    before: { 'b/c': '2' },
    after: { 'b/c': '2' },
    written: [],
    unchanged: ['b/c', 'model.json'],
  },
  {
    title: 'a new file in a new folder',
    before: {},
    after: { 'a/b/c': '1' },
    written: ['a/b/c', 'model.json'],
  },
  {
    title: 'a file and a folder that are no longer made',
    before: { a: '1', b: '1', 'c/d/e': '2' },
    after: { a: '1' },
    written: ['model.json'],
    removed: ['b', 'c/d/e'],
    unchanged: ['a'],
  },
  {
    title: 'a folder where a file was',
    before: { a: '1' },
    after: { 'a/b/c': '2' },
    written: ['a/b/c', 'model.json'],
    removed: ['a'],
  },
  {
    title: 'a file where a folder was',
    before: { 'a/b/c': '1', 'a/d': '1' },
    after: { a: '2' },
    written: ['a', 'model.json'],
    removed: ['a/b/c', 'a/d'],
  },
  {
    title: 'a name in another case',
    before: { 'Rules/A.yml': '1', 'Rules/b.yml': '1' },
    after: { 'rules/a.yml': '1' },
    written: ['model.json', 'rules/a.yml'],
    removed: ['Rules/A.yml', 'Rules/b.yml'],
  },
  {
    title: 'names that objects have anyway',
    before: {},
    after: { ['__proto__']: '1', constructor: '2' },
    written: ['__proto__', 'constructor', 'model.json'],
  },
  {
    title: 'text of any script, empty text',
    before: { a: '\ufffd' },
    after: { a: 'Grüße, 日本, 🐙', b: '' },
    written: ['a', 'b', 'model.json'],
  },
];

describe('writeFiles writes', () => {
  test.each(CASES)('$title', ({ before, after, written, removed = [], unchanged = [] }) => {
    const parent = freshFolder();
    build(parent, before);
    const expected = { written, removed, unchanged, strangers: [] };
    expect(planChanges(output(parent, after))).toMatchObject(expected);
    expect(build(parent, after)).toEqual(expected);
    expect(snapshot(join(parent, 'dist'))).toEqual(whole(after));
    expect(snapshot(parent)).not.toHaveProperty('.dist-staging/');
  });

  test('into a new folder, and into an empty one', () => {
    const parent = freshFolder();
    expect(build(parent, { 'a/b': '1' }).written).toEqual(['a/b', 'model.json']);
    rmSync(join(parent, 'dist'), { recursive: true });
    mkdirSync(join(parent, 'dist'));
    expect(build(parent, { 'a/b': '1' }).written).toEqual(['a/b', 'model.json']);
    expect(snapshot(join(parent, 'dist'))).toEqual(whole({ 'a/b': '1' }));
  });

  test('listed files anew that were edited or deleted by hand', () => {
    const parent = freshFolder();
    build(parent, { a: '1', b: '1' });
    fill(parent, { 'dist/a': 'edited' });
    rmSync(join(parent, 'dist/b'));
    expect(build(parent, { a: '1', b: '1' }).written).toEqual(['a', 'b']);
  });
});

describe('writeFiles, while files are handed over one by one,', () => {
  test('has each staged before it asks for the next, and the folder as it was', () => {
    const parent = freshFolder();
    build(parent, { a: '1', b: '1' });
    const before = snapshot(join(parent, 'dist'));
    const waiting: number[] = [];
    const files = {
      *[Symbol.iterator](): Generator<readonly [string, string]> {
        for (const each of [
          ['a', '2'],
          ['b', '2'],
          ['model.json', MODEL],
          ['c', '2'],
        ] as const) {
          yield each;
          waiting.push(Object.keys(snapshot(parent) ?? {}).filter((path) => /-new\/\d/.test(path)).length);
          expect(snapshot(join(parent, 'dist'))).toEqual(before);
        }
      },
    };
    expect(writeFiles({ ...output(parent, {}), files }).written).toEqual(['a', 'b', 'c', 'model.json']);
    expect(waiting).toEqual([1, 2, 2, 3]);
    expect(snapshot(join(parent, 'dist'))).toEqual(whole({ a: '2', b: '2', c: '2' }));
  });

  test.each<[string, Tree]>([
    ['changed', { a: '3', b: '3' }],
    ['removed', {}],
    ['added', { a: '1', b: '1', c: '1' }],
  ])('sees what another build has %s meanwhile', (_, others) => {
    const parent = freshFolder();
    build(parent, { a: '1', b: '1' });
    let meanwhile = () => {
      rmSync(join(parent, 'dist'), { recursive: true });
      const names = [...Object.keys(others), 'model.json'];
      fill(join(parent, 'dist'), { ...others, 'model.json': withList(MODEL, { project: 'shop', names }) });
      meanwhile = () => {};
    };
    const files = {
      *[Symbol.iterator](): Generator<readonly [string, string]> {
        yield* Object.entries({ a: '1', b: '2', 'model.json': MODEL });
        meanwhile();
      },
    };
    writeFiles({ ...output(parent, {}), files });
    expect(snapshot(join(parent, 'dist'))).toEqual(whole({ a: '1', b: '2' }));
    expect(snapshot(parent)).not.toHaveProperty('.dist-staging/');
  });

  test('leaves nothing when one of them cannot be made', () => {
    const parent = freshFolder();
    build(parent, { a: '1' });
    const before = snapshot(parent);
    const files = {
      *[Symbol.iterator](): Generator<readonly [string, string]> {
        yield ['a', '2'];
        throw new TypeError('no such text');
      },
    };
    expect(() => writeFiles({ ...output(parent, {}), files })).toThrow('no such text');
    expect(snapshot(parent)).toEqual(before);
  });
});

describe('writeFiles leaves', () => {
  test('unchanged files and all folders as they are, and touches nothing when nothing changed', () => {
    const parent = freshFolder();
    build(parent, { 'a/same': '1', 'a/changed': '1' });
    utimesSync(join(parent, 'dist/a/same'), 1000, 1000);
    utimesSync(join(parent, 'dist/model.json'), 1000, 1000);
    const folder = statSync(join(parent, 'dist/a')).ino;
    build(parent, { 'a/same': '1', 'a/changed': '2' });
    expect(statSync(join(parent, 'dist/a/same')).mtimeMs).toBe(1_000_000);
    expect(statSync(join(parent, 'dist/model.json')).mtimeMs).toBe(1_000_000);
    expect(statSync(join(parent, 'dist/a')).ino).toBe(folder);
    const steps: string[] = [];
    const disk = watchedDisk(({ kind }) => void steps.push(kind));
    writeFiles(output(parent, { 'a/same': '1', 'a/changed': '2' }), { disk });
    expect(steps).toEqual([]);
  });

  test('what it has not made, and says so', () => {
    const parent = freshFolder();
    build(parent, { a: '1', 'b/c': '1', 'd/e': '1' });
    const others = { 'notes.txt': 'a stranger’s', 'b/notes.txt': 'a stranger’s', 'empty/': '' };
    fill(join(parent, 'dist'), others);
    expect(build(parent, { a: '1' })).toEqual({
      written: ['model.json'],
      removed: ['b/c', 'd/e'],
      unchanged: ['a'],
      strangers: ['b/notes.txt', 'notes.txt'],
    });
    expect(snapshot(join(parent, 'dist'))).toEqual(whole({ a: '1' }, others));
  });

  test('what a link points to, also when the list names it', () => {
    const parent = freshFolder();
    build(parent, { a: '1', 'gone/file': '1', other: '1' });
    fill(parent, { 'outside/file': 'not ours' });
    rmSync(join(parent, 'dist/gone'), { recursive: true });
    rmSync(join(parent, 'dist/other'));
    symlinkSync('../outside', join(parent, 'dist/gone'));
    symlinkSync('../outside/file', join(parent, 'dist/other'));
    expect(build(parent, { a: '1' })).toMatchObject({ removed: [], strangers: ['gone', 'other'] });
    expect(snapshot(parent)).toMatchObject({
      'outside/file': 'not ours',
      'dist/gone': '-> ../outside',
      'dist/other': '-> ../outside/file',
    });
  });

  test('a listed name alone that leaves the folder, or that is a folder now', () => {
    const parent = freshFolder();
    const names = ['../outside', join(parent, 'outside'), 'a/../../outside', 'folder', 'model.json'];
    fill(parent, {
      outside: 'not ours',
      'dist/folder/file': 'not ours',
      'dist/model.json': withList(MODEL, { project: 'shop', names }),
    });
    expect(build(parent, { a: '1' })).toMatchObject({ removed: [], strangers: ['folder/file'] });
    expect(snapshot(parent)).toMatchObject({ outside: 'not ours', 'dist/folder/file': 'not ours' });
  });
});

/** What stands in `parent`, links after an arrow, and what the message says. */
const REFUSED: readonly (readonly [title: string, tree: Tree, message: RegExp])[] = [
  ['is a file', { dist: '' }, /dist\n {2}found: {3}a file, where a folder of the build has to be\n/],
  [
    'is a link',
    { 'real/': '', dist: '-> real' },
    /dist\n {2}found: {3}a link, where a folder of the build has to be\n/,
  ],
  [
    'is staged behind a link',
    { 'photos/2024/cat': 'meow', '.dist-staging': '-> photos' },
    /\.dist-staging\n {2}found: {3}a link, where a folder of the build has to be\n/,
  ],
  [
    'is a link to nowhere',
    { dist: '-> nowhere' },
    /dist\n {2}found: {3}a link, where a folder of the build has to be\n/,
  ],
  [
    'holds files that nobody lists',
    { 'dist/cat.txt': 'meow' },
    /found: {3}cat\.txt, and no model\.json that lists what a build of shop has made\n {2}allowed: a new or empty folder/,
  ],
  ['holds a link only', { 'dist/cat': '-> x' }, /found: {3}cat, and no model\.json/],
  ['holds a model.json without a list', { 'dist/model.json': MODEL }, /found: {3}model\.json, and no model\.json that/],
  [
    'is the output of another project',
    { 'dist/model.json': withList(MODEL, { project: 'bank', names: ['model.json'] }) },
    /found: {3}the output of another project, bank\n/,
  ],
];

/** What stands in an output folder of this project, where a/b is to be written. */
const IN_THE_WAY: readonly (readonly [title: string, tree: Tree, message: RegExp])[] = [
  [
    'a file',
    { 'dist/a/b': 'x' },
    /dist\/a\/b\n {2}found: {3}a file that no build has made, where the build has to write\n/,
  ],
  ['a file at a folder’s place', { 'dist/a': 'x' }, /dist\/a\n {2}found: {3}a file that no build/],
  ['a file of another case', { 'dist/A/B': 'x' }, /dist\/A\/B\n {2}found: {3}a file that no build/],
  ['a folder', { 'dist/a/b/c': 'x' }, /dist\/a\/b\/c\n {2}found: {3}a file that no build/],
  ['a link', { 'dist/a/b': '-> ../../outside' }, /dist\/a\/b\n {2}found: {3}a link, where the build has to write\n/],
  ['a link to a folder', { 'dist/a': '-> ..', 'dist/A': 'x' }, /dist\/a\n.*a link, where/],
];

function fillWithLinks(parent: string, tree: Tree): void {
  for (const [path, text] of Object.entries(tree)) {
    if (!text.startsWith('-> ')) fill(parent, { [path]: text });
    else {
      fill(parent, { [join(path, '../')]: '' });
      symlinkSync(text.slice(3), join(parent, path));
    }
  }
}

function expectRefusal(parent: string, message: RegExp): void {
  const before = snapshot(parent);
  expect(() => build(parent, { 'a/b': '1' })).toThrow(WriteError);
  expect(() => build(parent, { 'a/b': '1' })).toThrow(message);
  expect(() => build(parent, { 'a/b': '1' })).toThrow(/dist\/ is untouched\.$/);
  expect(snapshot(parent)).toEqual(before);
}

describe('writeFiles refuses', () => {
  test.each(REFUSED)('a folder that %s', (_, tree, message) => {
    const parent = freshFolder();
    fillWithLinks(parent, tree);
    expectRefusal(parent, message);
  });

  test.each(IN_THE_WAY)('to write over %s', (_, tree, message) => {
    const parent = freshFolder();
    build(parent, { c: '1' });
    fillWithLinks(parent, tree);
    expectRefusal(parent, message);
  });

  test("somebody else's folder before all that is in it is gone through", () => {
    const parent = freshFolder();
    // Deeper than a path can say: whoever goes in fails.
    const dig = "for (const name of Array(20).fill('x'.repeat(250))) { fs.mkdirSync(name); process.chdir(name); }";
    mkdirSync(join(parent, 'dist'));
    execFileSync(process.execPath, ['-e', dig], { cwd: join(parent, 'dist') });
    expect(() => build(parent, {})).toThrow(/found: {3}x+, and no model\.json/);
    execFileSync('rm', ['-r', 'dist'], { cwd: parent });
  });

  test('a folder that is reached through a link in the project, but not one elsewhere', () => {
    const parent = freshFolder();
    fill(parent, { 'real/project/': '' });
    symlinkSync('real', join(parent, 'link'));
    const to = (project: string) => () =>
      writeFiles({
        ...output(parent, {}),
        folder: join(parent, 'link/dist'),
        project: { name: 'shop', folder: project },
      });
    expect(to(parent)).toThrow(/\/link\n {2}found: {3}a link, where a folder of the build has to be\n/);
    expect(to(join(parent, 'real/project'))().written).toEqual(['model.json']);
  });

  test('a folder that is reached through a file', () => {
    const parent = freshFolder();
    fill(parent, { file: '' });
    const outside = { ...output(parent, {}), folder: join(parent, 'file/dist') };
    expect(() => writeFiles(outside)).toThrow(/\/file\n {2}found: {3}a file, where a folder of the build has to be\n/);
  });

  test('names that leave the folder', () => {
    const parent = freshFolder();
    expect(() => build(parent, { '../a': '1' })).toThrow(TypeError);
    expect(snapshot(parent)).toEqual({});
  });
});

test('planChanges needs no right to write', () => {
  const parent = freshFolder();
  build(parent, { a: '1' });
  chmodSync(join(parent, 'dist'), 0o555);
  expect(planChanges(output(parent, { a: '2' }))).toMatchObject({ written: ['a'] });
  chmodSync(join(parent, 'dist'), 0o755);
});
