import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fill, freshFolder, snapshot } from '../../../test/support/folder.ts';
import { claimed } from './claim.ts';
import { realDisk } from './disk.ts';
import { finishInterrupted } from './finish.ts';
import { placeOf } from './place.ts';
import { writeTree } from './write.ts';

const files = new Map([['a', 'new']]);

/** A process that lives until the test ends, or that has ended already. */
async function processId(state: 'living' | 'dead'): Promise<number> {
  const child = spawn(process.execPath, ['-e', state === 'dead' ? '' : 'setInterval(() => {}, 1000)']);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, state === 'dead' ? 'exit' : 'spawn');
  return child.pid ?? 0;
}

describe('two builds at once', () => {
  test('the second is told which process writes, and changes nothing', async () => {
    const parent = freshFolder();
    const id = await processId('living');
    fill(parent, { 'dist/a': 'old', [`.dist-staging/claim-${id}-1`]: '' });
    const root = join(parent, 'dist');
    const before = snapshot(parent);
    const message = new RegExp(
      `dist: another build \\(process ${id}\\) is writing here\\. Wait until it has ended\\. ` +
        `If that process is no build, delete .*\\.dist-staging/claim-${id}-1\\.$`,
    );
    await expect(writeTree({ root, files })).rejects.toThrow(message);
    await expect(finishInterrupted(root)).rejects.toThrow(message);
    expect(snapshot(parent)).toEqual(before);
  });

  test('the claim of a process that has ended counts for nothing', async () => {
    const parent = freshFolder();
    fill(parent, { 'dist/a': 'old', [`.dist-staging/claim-${await processId('dead')}-1`]: '' });
    await writeTree({ root: join(parent, 'dist'), files });
    expect(snapshot(parent)).toEqual({ 'dist/': '', 'dist/a': 'new' });
  });

  test('nor does one of an earlier process that had the same id as this', async () => {
    const parent = freshFolder();
    fill(parent, { 'dist/a': 'old', [`.dist-staging/claim-${process.pid}-1000000`]: '' });
    await writeTree({ root: join(parent, 'dist'), files });
    expect(snapshot(parent)).toEqual({ 'dist/': '', 'dist/a': 'new' });
  });

  test('a short overlap is waited for', async () => {
    const root = join(freshFolder(), 'dist');
    const place = placeOf(root);
    const order: string[] = [];
    const first = claimed(place, realDisk, async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push('first');
    });
    const second = claimed(place, realDisk, async () => void order.push('second'));
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
  });

  test('of many, never two are inside together', async () => {
    const place = placeOf(join(freshFolder(), 'dist'));
    let inside = 0;
    let most = 0;
    const one = () =>
      claimed(place, realDisk, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside -= 1;
      });
    const ends = await Promise.allSettled(Array.from({ length: 10 }, one));
    expect(most).toBe(1);
    expect(ends.some(({ status }) => status === 'fulfilled')).toBe(true);
  });
});
