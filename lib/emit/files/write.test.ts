import { chmodSync, existsSync, mkdirSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { watchedDisk } from '../../../test/support/failing-disk.ts';
import { fill, freshFolder, snapshot } from '../../../test/support/folder.ts';
import { diffTree } from './tree.ts';
import { writeTree } from './write.ts';

type Tree = Readonly<Record<string, string>>;

interface Case {
  readonly title: string;
  readonly before: Tree;
  readonly files: Tree;
  readonly written: readonly string[];
  readonly removed?: readonly string[];
  readonly unchanged?: readonly string[];
}

const CASES: readonly Case[] = [
  { title: 'into a folder that does not exist', before: {}, files: { 'b/c': '1', a: '2' }, written: ['a', 'b/c'] },
  { title: 'a changed file', before: { a: '1' }, files: { a: '2' }, written: ['a'] },
  { title: 'a change of the last byte only', before: { a: '1\n' }, files: { a: '1' }, written: ['a'] },
  {
    title: 'nothing new',
    before: { a: '1', 'b/c': '2' },
    files: { a: '1', 'b/c': '2' },
    written: [],
    unchanged: ['a', 'b/c'],
  },
  {
    title: 'a file that is no longer made',
    before: { a: '1', b: '2' },
    files: { a: '1' },
    written: [],
    removed: ['b'],
    unchanged: ['a'],
  },
  {
    title: 'a folder that is no longer made',
    before: { a: '1', 'b/c/d': '2' },
    files: { a: '1' },
    written: [],
    removed: ['b/c/d'],
    unchanged: ['a'],
  },
  {
    title: 'empty folders',
    before: { a: '1', 'b/c/': '', 'd/': '' },
    files: { a: '1' },
    written: [],
    unchanged: ['a'],
  },
  {
    title: 'a folder where a file was',
    before: { a: '1' },
    files: { 'a/b/c': '2' },
    written: ['a/b/c'],
    removed: ['a'],
  },
  {
    title: 'a file where a folder was',
    before: { 'a/b/c': '1', 'a/d': '1' },
    files: { a: '2' },
    written: ['a'],
    removed: ['a/b/c', 'a/d'],
  },
  {
    title: 'a name in another case',
    before: { 'Rules/A.yml': '1', 'Rules/b.yml': '1' },
    files: { 'rules/a.yml': '1' },
    written: ['rules/a.yml'],
    removed: ['Rules/A.yml', 'Rules/b.yml'],
  },
  {
    title: 'names that objects have anyway',
    before: {},
    files: { ['__proto__']: '1', constructor: '2' },
    written: ['__proto__', 'constructor'],
  },
  {
    title: 'text of any script, empty text',
    before: { a: '\ufffd' },
    files: { a: 'Grüße, 日本, 🐙', b: '' },
    written: ['a', 'b'],
  },
];

describe('writeTree writes', () => {
  test.each(CASES)('$title', async ({ before, files, written, removed = [], unchanged = [] }) => {
    const parent = freshFolder();
    const root = join(parent, 'dist');
    if (Object.keys(before).length > 0) fill(root, before);
    const result = await writeTree({ root, files: new Map(Object.entries(files)) });
    expect(result).toEqual({ written, removed, unchanged });
    const expected = freshFolder();
    fill(expected, files);
    expect(snapshot(root)).toEqual(snapshot(expected));
    expect(existsSync(join(parent, '.dist-staging'))).toBe(false);
  });

  test('no file at all, and keeps the folder, which may be mounted somewhere', async () => {
    const root = join(freshFolder(), 'dist');
    fill(root, { 'a/b': '1' });
    expect(await writeTree({ root, files: new Map() })).toEqual({ written: [], removed: ['a/b'], unchanged: [] });
    expect(snapshot(root)).toEqual({});
  });
});

describe('writeTree leaves', () => {
  test('unchanged files and folders that stay as they are, and changes nothing when nothing changed', async () => {
    const root = join(freshFolder(), 'dist');
    fill(root, { 'a/same': '1', 'a/changed': '1' });
    utimesSync(join(root, 'a/same'), 1000, 1000);
    const folder = statSync(join(root, 'a')).ino;
    const files = new Map([
      ['a/same', '1'],
      ['a/changed', '2'],
    ]);
    await writeTree({ root, files });
    expect(statSync(join(root, 'a/same')).mtimeMs).toBe(1_000_000);
    expect(statSync(join(root, 'a')).ino).toBe(folder);
    const changes: string[] = [];
    await writeTree({ root, files, disk: watchedDisk(({ kind }) => void changes.push(kind)) });
    expect(changes.filter((kind) => kind === 'write' || kind === 'move')).toEqual([]);
  });

  test('what a link points to, and replaces the link', async () => {
    const parent = freshFolder();
    const root = join(parent, 'dist');
    fill(parent, { 'outside/file': 'not ours', 'dist/a': '1' });
    symlinkSync('../outside/file', join(root, 'file'));
    symlinkSync('../outside', join(root, 'folder'));
    symlinkSync('nowhere', join(root, 'gone'));
    const files = new Map([
      ['a', '1'],
      ['file', 'not ours'],
      ['folder/file', 'ours'],
    ]);
    expect(await writeTree({ root, files })).toEqual({
      written: ['file', 'folder/file'],
      removed: ['folder', 'gone'],
      unchanged: ['a'],
    });
    expect(snapshot(parent)).toEqual({
      'dist/': '',
      'dist/a': '1',
      'dist/file': 'not ours',
      'dist/folder/': '',
      'dist/folder/file': 'ours',
      'outside/': '',
      'outside/file': 'not ours',
    });
  });

  test('a link to the output folder in place, and writes where it points', async () => {
    const parent = freshFolder();
    mkdirSync(join(parent, 'elsewhere'));
    symlinkSync('elsewhere', join(parent, 'dist'));
    await writeTree({ root: join(parent, 'dist'), files: new Map([['a', '1']]) });
    expect(snapshot(parent)).toEqual({ dist: '-> elsewhere', 'elsewhere/': '', 'elsewhere/a': '1' });
  });

  test('the folder alone when a path is refused', async () => {
    const parent = freshFolder();
    const root = join(parent, 'dist');
    await expect(writeTree({ root, files: new Map([['../a', '1']]) })).rejects.toThrow(TypeError);
    expect(snapshot(parent)).toEqual({});
  });
});

describe('diffTree', () => {
  test.each(CASES)('says what writeTree would change: $title', ({ before, files, written, removed = [] }) => {
    const root = join(freshFolder(), 'dist');
    if (Object.keys(before).length > 0) fill(root, before);
    const difference = diffTree(root, new Map(Object.entries(files)));
    expect([...difference.missing, ...difference.stale].sort()).toEqual(written);
    expect(difference.extra).toEqual(removed);
  });

  test('tells missing from stale, and changes nothing', () => {
    const root = join(freshFolder(), 'dist');
    fill(root, { same: '1', stale: '1', extra: '1' });
    chmodSync(root, 0o555);
    const files = new Map([
      ['same', '1'],
      ['stale', '2'],
      ['missing', '1'],
    ]);
    expect(diffTree(root, files)).toEqual({ missing: ['missing'], stale: ['stale'], extra: ['extra'] });
    chmodSync(root, 0o755);
  });
});
