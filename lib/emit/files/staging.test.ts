import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fill, freshFolder, snapshot } from '../../../test/support/folder.ts';
import { realDisk } from './disk.ts';
import { withLock, withStaging } from './staging.ts';

/** A process that lives until the test ends, or that has ended already. */
async function processId(state: 'living' | 'dead'): Promise<number> {
  const child = spawn(process.execPath, ['-e', state === 'dead' ? '' : 'setInterval(() => {}, 1000)']);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, state === 'dead' ? 'exit' : 'spawn');
  return child.pid ?? 0;
}

test('new files wait beside the output folder, and are gone afterwards', () => {
  const parent = freshFolder();
  const file = withStaging(join(parent, 'dist'), realDisk, (staging) => {
    expect(snapshot(parent)).toEqual({});
    staging.add('a/b', '1');
    expect(readFileSync(staging.of('a/b'), 'utf8')).toBe('1');
    return staging.of('a/b');
  });
  expect(file).toBe(join(parent, '.dist-staging', `${process.pid}-new`, '1'));
  expect(snapshot(parent)).toEqual({});
});

test('files that wait keep no other process from writing', async () => {
  const parent = freshFolder();
  const id = await processId('living');
  fill(parent, { [`.dist-staging/${id}-new/0`]: 'theirs' });
  expect(withLock(join(parent, 'dist'), realDisk, () => 'written')).toBe('written');
  expect(snapshot(parent)).toMatchObject({ [`.dist-staging/${id}-new/0`]: 'theirs' });
});

test('while another process writes, a build is told which one, and changes nothing', async () => {
  const parent = freshFolder();
  const id = await processId('living');
  fill(parent, { [`.dist-staging/${id}/0`]: 'theirs' });
  const before = snapshot(parent);
  expect(() => withLock(join(parent, 'dist'), realDisk, () => 'written')).toThrow(
    new RegExp(
      `/dist\\n  found: {3}another build \\(process ${id}\\) is writing here\\n  allowed: one build at a time\\n` +
        `  remedy: {2}build again when it has ended; if process ${id} is no build, delete .*\\.dist-staging/${id} `,
    ),
  );
  expect(snapshot(parent)).toEqual(before);
});

test('what killed processes have left is removed, and what is no build’s stays', async () => {
  const parent = freshFolder();
  const dead = await processId('dead');
  fill(parent, {
    [`.dist-staging/${dead}/0`]: 'left',
    [`.dist-staging/${dead}-new/0`]: 'left',
    [`.dist-staging/${process.pid}/0`]: 'left by a process that had the same id',
    '.dist-staging/notes.txt': 'somebody else’s',
  });
  expect(withLock(join(parent, 'dist'), realDisk, () => 'written')).toBe('written');
  expect(snapshot(parent)).toEqual({ '.dist-staging/': '', '.dist-staging/notes.txt': 'somebody else’s' });
});

test('a failure leaves no staging folder either', () => {
  const parent = freshFolder();
  const folder = join(parent, 'dist');
  const fail = () => {
    throw new Error('broken');
  };
  expect(() => withLock(folder, realDisk, fail)).toThrow('broken');
  expect(() =>
    withStaging(folder, realDisk, (staging) => {
      staging.add('a', '1');
      withLock(folder, realDisk, fail);
    }),
  ).toThrow('broken');
  expect(snapshot(parent)).toEqual({});
});
