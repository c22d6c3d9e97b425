import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fill, freshFolder, snapshot } from '../../test/support/folder.ts';
import { store } from '../catalogue/generate/folder.ts';
import { makeFolder } from '../catalogue/generate/make-folder.ts';
import { systemErrorText } from './system-error.ts';

/** What is said of what an action throws, without the folder. */
function said(folder: string, action: () => void): string | undefined {
  try {
    action();
  } catch (error) {
    return systemErrorText(error)
      ?.replace(`${folder}/`, '')
      .replace(`${relative(process.cwd(), folder)}/`, '');
  }
  return 'nothing';
}

describe('what the operating system refuses', () => {
  it.each<[string, (folder: string) => void, string]>([
    [
      'a missing file',
      (folder) => readFileSync(join(folder, 'none')),
      'none: there is no such file or folder (ENOENT).',
    ],
    [
      'a file for a folder',
      (folder) => readFileSync(join(folder, 'file/x')),
      'file/x: a file stands where a folder belongs (ENOTDIR).',
    ],
    [
      'a folder made of a file',
      (folder) => makeFolder(join(folder, 'file')),
      'file: a file stands there already (EEXIST).',
    ],
    [
      'a folder below a file',
      (folder) => makeFolder(join(folder, 'file/a/b')),
      'file: a file stands there already (EEXIST).',
    ],
    ['a folder in /proc', () => makeFolder('/proc/none/deep'), '/proc/none: there is no such file or folder (ENOENT).'],
    ['a link to itself', (folder) => readFileSync(join(folder, 'self')), 'self: a link leads to itself (ELOOP).'],
    [
      'a long name',
      (folder) => writeFileSync(join(folder, 'a'.repeat(300)), ''),
      `${'a'.repeat(300)}: the name is longer than the file system allows (ENAMETOOLONG).`,
    ],
    ['a full disk', () => writeFileSync('/dev/full', 'x'), 'no space is left on this disk (ENOSPC).'],
  ])('is told in a line: %s', (_, action, text) => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'file'), '');
    symlinkSync('self', join(folder, 'self'));
    expect(said(folder, () => action(folder))).toBe(text);
  });

  it.each([new Error('x'), new TypeError('x'), null, 'ENOENT', Object.assign(new Error('x'), { code: 'ERR_X' })])(
    'is not %s',
    (error) => {
      expect(systemErrorText(error)).toBeUndefined();
    },
  );
});

describe('a catalogue on a full disk', () => {
  it('is as it was', () => {
    const folder = freshFolder();
    fill(folder, { 'a.ts': 'old', 'b.ts': 'old' });
    symlinkSync('/dev/full', join(folder, 'b.ts.new'));
    const files = ['a.ts', 'b.ts'].map((name) => ({ path: join(folder, name), text: 'new' }));
    expect(said(folder, () => void store(files))).toBe('no space is left on this disk (ENOSPC).');
    expect(snapshot(folder)).toEqual({ 'a.ts': 'old', 'b.ts': 'old' });
  });
});

it('makes folders that are missing, and leaves those that are there', () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'a'));
  makeFolder(join(folder, 'a/b/c'));
  makeFolder(join(folder, 'a/b/c'));
  expect(Object.keys(snapshot(folder) ?? {})).toEqual(['a/', 'a/b/', 'a/b/c/']);
});
