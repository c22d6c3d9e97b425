import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dyingDisk, watchedDisk } from '../../../test/support/failing-disk.ts';
import { fill, freshFolder, snapshot } from '../../../test/support/folder.ts';
import { finishInterrupted } from './finish.ts';
import { writeTree } from './write.ts';

const OLD = { a: 'old', b: 'old', c: 'old', 'same/file': 'same' };
const NEW = { a: 'new', b: 'new', c: 'new', 'same/file': 'same' };
const files = new Map(Object.entries(NEW));

const wholeNew = () => {
  const folder = freshFolder();
  fill(folder, NEW);
  return snapshot(folder);
};

/** A build that died with one of its three files in place. */
async function interrupted(): Promise<string> {
  const root = join(freshFolder(), 'dist');
  const moves: number[] = [];
  fill(root, OLD);
  const disk = watchedDisk(({ kind, step }) => void (kind === 'move' && moves.push(step)));
  await writeTree({ root, files, disk });
  fill(root, OLD);
  await expect(writeTree({ root, files, disk: dyingDisk(moves[2] ?? 0) })).rejects.toThrow();
  expect(snapshot(root)).toMatchObject({ a: 'new', b: 'old', c: 'old' });
  return root;
}

describe('finishInterrupted', () => {
  test.each(['no folder', 'a whole folder'])('has nothing to do with %s', async (what) => {
    const parent = freshFolder();
    if (what !== 'no folder') fill(parent, { 'dist/a': '1' });
    const before = snapshot(parent);
    expect(await finishInterrupted(join(parent, 'dist'))).toBe('nothing');
    expect(snapshot(parent)).toEqual(before);
  });

  test('clears what was staged and never decided', async () => {
    const parent = freshFolder();
    fill(parent, { 'dist/a': '1', '.dist-staging/fresh/a': '2', '.dist-staging/way-back.json': 'cut of' });
    expect(await finishInterrupted(join(parent, 'dist'))).toBe('nothing');
    expect(snapshot(parent)).toEqual({ 'dist/': '', 'dist/a': '1' });
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['left as it was', {}],
    ['whose placed file was put back, which was staged no longer', { a: 'old' }],
    ['with a file of its own that was edited', { 'same/file': 'edited' }],
  ])('takes a folder %s to one state, or leaves it alone', async (_, edits) => {
    const root = await interrupted();
    fill(root, edits);
    const before = snapshot(root);
    const outcome = await finishInterrupted(root);
    expect(outcome).toBe(Object.keys(edits).length === 0 ? 'finished' : 'abandoned');
    expect(snapshot(root)).toEqual(outcome === 'finished' ? wholeNew() : before);
    expect(await finishInterrupted(root)).toBe('nothing');
  });

  test('removes what was put into the folder meanwhile: all in it is output', async () => {
    const root = await interrupted();
    fill(root, { 'extra/file': 'by hand', 'extra/empty/': '' });
    expect(await finishInterrupted(root)).toBe('finished');
    expect(snapshot(root)).toEqual(wholeNew());
  });

  test('the next build finishes before it writes, and needs no word', async () => {
    const root = await interrupted();
    const other = new Map([['d', 'newer']]);
    expect(await writeTree({ root, files: other })).toEqual({
      written: ['d'],
      removed: ['a', 'b', 'c', 'same/file'],
      unchanged: [],
    });
  });

  test.each([
    '',
    '{',
    'null',
    '{"from":"here","folders":[],"files":{}}',
    '{"from":"fresh","folders":[],"files":{"a":1}}',
  ])('refuses %j as a journal, and says what to do', async (journal) => {
    const parent = freshFolder();
    fill(parent, { 'dist/a': '1', '.dist-staging/journal.json': journal });
    await expect(finishInterrupted(join(parent, 'dist'))).rejects.toThrow(
      /journal\.json: this is not the journal of a build\. Delete .*\.dist-staging, then build again\.$/,
    );
    expect(snapshot(join(parent, 'dist'))).toEqual({ a: '1' });
  });
});
