/** What the operating system really says, and what a person gets to read. */
import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiled } from '../../../test/support/compiled.ts';
import { systemError } from '../../../test/support/failing-disk.ts';
import { fill, freshFolder, snapshot } from '../../../test/support/folder.ts';
import { explain, WritingFailed } from './failure.ts';
import { writeTree } from './write.ts';

const files = new Map([['a/b', 'new']]);
/** The superuser may write anywhere; the child gives that up. */
const NOBODY = 65534;

describe('a folder that cannot be written', () => {
  test.each<[string, Readonly<Record<string, string>>, string, RegExp]>([
    [
      'is a file',
      { dist: 'a file' },
      'dist',
      /dist: a file stands where the output folder should be\. .*dist is as it was\./,
    ],
    [
      'has a file above it',
      { file: '' },
      'file/dist',
      /\/file: a file stands where a folder is needed \(ENOTDIR\)\. .*dist is as it was\. Move or delete that file/,
    ],
    [
      'holds a repository',
      { 'dist/.git/HEAD': '' },
      'dist',
      /dist: this is the folder of a project, with a \.git in it\. .*as it was\. Choose a folder that holds nothing but/,
    ],
    ['holds a package', { 'dist/package.json': '' }, 'dist', /with a package\.json in it/],
  ])('because it %s', async (_, tree, folder, message) => {
    const parent = freshFolder();
    fill(parent, tree);
    const before = snapshot(parent);
    const failure = await writeTree({ root: join(parent, folder), files }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WritingFailed);
    expect(String(failure)).toMatch(message);
    expect(snapshot(parent)).toEqual(before);
  });

  test.each(['.', '..', '/'])('because the build runs in it: %s', async (root) => {
    await expect(writeTree({ root, files })).rejects.toThrow(/: the build runs inside this folder\. .* is as it was\./);
  });

  test.each([
    ['the folder that holds it', '.', ''],
    ['a folder in it', 'dist/a', '/dist/a'],
  ])('because the user has no right to %s', (_, locked, named) => {
    const parent = freshFolder();
    fill(parent, { 'dist/a/b': 'old', 'dist/changed': 'old' });
    for (const path of ['.', 'dist', 'dist/a']) chmodSync(join(parent, path), path === locked ? 0o555 : 0o777);
    const before = snapshot(parent);
    const said = writeAsNobody(join(parent, 'dist'));
    chmodSync(join(parent, locked), 0o777);
    expect(said).toBe(
      `${parent}${named}: this user may not write here (EACCES). ${parent}/dist is as it was. Give the user who builds ` +
        'the right to write in this folder and in the one that holds it, or write to another folder.',
    );
    expect(snapshot(parent)).toEqual(before);
  });
});

/** Writes a tree in a process without any rights, and returns the message of its failure. */
function writeAsNobody(root: string): string {
  const script = compiled(join(import.meta.dirname, 'write.ts'));
  const code = `
    const { writeTree } = await import(${JSON.stringify(script)});
    const files = new Map([['a/b', 'new'], ['changed', 'new'], ['added', 'new']]);
    await writeTree({ root: ${JSON.stringify(root)}, files }).catch((error) => process.stdout.write(error.message));`;
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    cwd: '/usr',
    ...user,
  });
}

describe('explain', () => {
  test.each<[string, string, RegExp]>([
    [
      'ENOSPC',
      'untouched',
      /^\/t\/dist\/a: no space is left on this disk \(ENOSPC\)\. \/t\/dist is as it was\. Free some space, then build again\.$/,
    ],
    ['EDQUOT', 'untouched', /this user's share of the disk is used up \(EDQUOT\)/],
    ['EROFS', 'untouched', /^\/t\/dist\/a: this file system is read-only \(EROFS\)\. .* Mount it writable/],
    [
      'EXDEV',
      'untouched',
      /a mount of its own.* \(EXDEV\)\. .* Mount the folder that holds the whole output folder instead/,
    ],
    [
      'ENOTEMPTY',
      'between',
      /another program put a file here meanwhile \(ENOTEMPTY\)\. \/t\/dist is between its old and its new state, and the next build finishes that first\./,
    ],
    ['EODD', 'untouched', /^\/t\/dist\/a: EODD: simulated, '\/t\/dist\/a' \(EODD\)\. .* Put that right/],
  ])('%s, %s', (code, state, message) => {
    const error = systemError(code, '/t/dist/a');
    const explained = explain(error, { root: '/t/dist', state: state === 'between' ? 'between' : 'untouched' });
    expect(explained).toBeInstanceOf(WritingFailed);
    expect(explained).toHaveProperty('message', expect.stringMatching(message));
  });

  test('leaves the errors of a programmer alone', () => {
    const error = new TypeError('x is not a function');
    expect(explain(error, { root: '/t/dist', state: 'untouched' })).toBe(error);
  });

  test('shows paths under the working folder as a person would type them', () => {
    const error = systemError('ENOSPC', join(process.cwd(), 'dist/a'));
    expect(explain(error, { root: join(process.cwd(), 'dist'), state: 'untouched' })).toMatchObject({
      path: 'dist/a',
      found: 'no space is left on this disk (ENOSPC)',
      remedy: 'Free some space, then build again.',
      message: 'dist/a: no space is left on this disk (ENOSPC). dist is as it was. Free some space, then build again.',
    });
  });
});
