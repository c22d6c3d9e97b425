import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fill, freshFolder, snapshot } from '../../../test/support/folder.ts';
import { realDisk } from './disk.ts';
import { withStaging } from './staging.ts';

/** A process that lives until the test ends, or that has ended already. */
async function processId(state: 'living' | 'dead'): Promise<number> {
  const child = spawn(process.execPath, ['-e', state === 'dead' ? '' : 'setInterval(() => {}, 1000)']);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, state === 'dead' ? 'exit' : 'spawn');
  return child.pid ?? 0;
}

test('the staging folder stands beside the output folder, and is gone afterwards', () => {
  const parent = freshFolder();
  const staging = withStaging(join(parent, 'dist'), realDisk, (folder) => {
    fill(folder, { 'a/b': '1' });
    return folder;
  });
  expect(staging).toBe(join(parent, '.dist-staging', String(process.pid)));
  expect(snapshot(parent)).toEqual({});
});

test('while another process writes, a build is told which one, and changes nothing', async () => {
  const parent = freshFolder();
  const id = await processId('living');
  fill(parent, { [`.dist-staging/${id}/0`]: 'theirs' });
  const before = snapshot(parent);
  expect(() => withStaging(join(parent, 'dist'), realDisk, () => 'written')).toThrow(
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
    [`.dist-staging/${process.pid}/0`]: 'left by a process that had the same id',
    '.dist-staging/notes.txt': 'somebody else’s',
  });
  expect(withStaging(join(parent, 'dist'), realDisk, () => 'written')).toBe('written');
  expect(snapshot(parent)).toEqual({ '.dist-staging/': '', '.dist-staging/notes.txt': 'somebody else’s' });
});

test('a failure leaves no staging folder either', () => {
  const parent = freshFolder();
  const fail = () => {
    throw new Error('broken');
  };
  expect(() => withStaging(join(parent, 'dist'), realDisk, fail)).toThrow('broken');
  expect(snapshot(parent)).toEqual({});
});
