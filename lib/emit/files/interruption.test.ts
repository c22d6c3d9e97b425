/** The writer, killed or failing before every single change that it makes on the disk. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  dyingDisk,
  failingDisk,
  failingThenDyingDisk,
  fullDisk,
  systemError,
  watchedDisk,
} from '../../../test/support/failing-disk.ts';
import { fill, freshFolder, snapshot } from '../../../test/support/folder.ts';
import type { Disk } from './disk.ts';
import { finishInterrupted } from './finish.ts';
import { writeTree } from './write.ts';

/** Every way in which a tree can change: new text, new and removed files and folders, a file that becomes a folder. */
const OLD = {
  'case/Name.txt': 'old',
  'changed.txt': 'old',
  'empty/inner/': '',
  'folder/changed.txt': 'old',
  'folder/removed.txt': 'old',
  'removed/deep/file.txt': 'old',
  'same.txt': 'same',
  'to-file/inner.txt': 'old',
  'to-folder': 'old',
};
const NEW = {
  'added/deep/file.txt': 'new',
  'case/name.txt': 'new',
  'changed.txt': 'new',
  'folder/added.txt': 'new',
  'folder/changed.txt': 'new',
  'same.txt': 'same',
  'to-file': 'new',
  'to-folder/inner.txt': 'new',
};
const files = new Map(Object.entries(NEW));

const wholeOf = (tree: Readonly<Record<string, string>>) => {
  const folder = freshFolder();
  fill(folder, tree);
  return snapshot(folder);
};

/** A parent folder that holds the old tree. */
function oldTree(): { readonly parent: string; readonly root: string } {
  const parent = freshFolder();
  const root = join(parent, 'dist');
  fill(root, OLD);
  return { parent, root };
}

async function attempt(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => String(error),
  );
}

/** How many changes a run makes when nothing stops it, or when one step fails. */
async function stepsOf(run: (disk: Disk) => Promise<unknown>, { fails = 0 } = {}): Promise<number> {
  let steps = 0;
  const disk = watchedDisk(({ step, path }) => {
    steps = step;
    if (step === fails) throw systemError('EIO', path);
  });
  await run(disk);
  return steps;
}

describe('an interrupted build', () => {
  test('killed before any step leaves the old tree, or what the next start finishes', async () => {
    const whole = { old: wholeOf(OLD), new: wholeOf(NEW) };
    const steps = await stepsOf((disk) => writeTree({ root: oldTree().root, files, disk }));
    expect(steps).toBeGreaterThan(40);
    const seen = new Set<string>();
    for (let at = 1; at <= steps; at += 1) {
      const { parent, root } = oldTree();
      await attempt(writeTree({ root, files, disk: dyingDisk(at) }));
      const decided = existsSync(join(parent, '.dist-staging', 'journal.json'));
      const before = snapshot(root);
      const outcome = await finishInterrupted(root);
      seen.add(outcome);
      if (!decided) expect([whole.old, whole.new], `step ${at}`).toContainEqual(before);
      expect(snapshot(root), `step ${at}`).toEqual(outcome === 'finished' ? whole.new : before);
      expect(snapshot(parent)).not.toHaveProperty(['.dist-staging/']);
      await writeTree({ root, files });
      expect(snapshot(root), `step ${at}`).toEqual(whole.new);
    }
    expect([...seen].sort()).toEqual(['finished', 'nothing']);
  });

  test('killed again at any step while it is finished, it is finished by the start after that', async () => {
    const whole = wholeOf(NEW);
    const midway = await midwayStep();
    const { root: probe } = oldTree();
    await attempt(writeTree({ root: probe, files, disk: dyingDisk(midway) }));
    const steps = await stepsOf((disk) => finishInterrupted(probe, { disk }));
    for (let at = 1; at <= steps; at += 1) {
      const { root } = oldTree();
      await attempt(writeTree({ root, files, disk: dyingDisk(midway) }));
      await attempt(finishInterrupted(root, { disk: dyingDisk(at) }));
      await finishInterrupted(root);
      expect(snapshot(root), `step ${at}`).toEqual(whole);
    }
  });

  test('and the next one killed at any step as well, the start after that reaches the one tree or the other', async () => {
    const newer = { 'changed.txt': 'newer', 'folder/added.txt': 'newer', 'newer/file.txt': 'newer' };
    const whole = { new: wholeOf(NEW), newer: wholeOf(newer) };
    const midway = await midwayStep();
    const build = async (run: (root: string) => Promise<unknown>) => {
      const { root } = oldTree();
      await attempt(writeTree({ root, files, disk: dyingDisk(midway) }));
      await attempt(run(root));
      return root;
    };
    const next = { files: new Map(Object.entries(newer)) };
    const steps = await stepsOf((disk) => build((root) => writeTree({ root, ...next, disk })));
    const seen = new Set<boolean>();
    for (let at = 1; at <= steps; at += 1) {
      const root = await build((root) => writeTree({ root, ...next, disk: dyingDisk(at) }));
      await finishInterrupted(root);
      expect([whole.new, whole.newer], `step ${at}`).toContainEqual(snapshot(root));
      seen.add(isDeepStrictEqual(snapshot(root), whole.newer));
    }
    expect(seen).toEqual(new Set([true, false]));
  });

  test('that did not exist before leaves no folder behind', async () => {
    const first = { root: join(freshFolder(), 'dist'), files };
    const steps = await stepsOf((disk) => writeTree({ ...first, disk }));
    const left = [];
    for (let at = 1; at <= steps; at += 1) {
      const parent = freshFolder();
      const said = await attempt(writeTree({ root: join(parent, 'dist'), files, disk: failingDisk(at, 'EIO') }));
      left.push(said === 'done' ? 'all' : JSON.stringify(snapshot(parent)));
    }
    expect(new Set(left)).toEqual(new Set(['all', '{}']));
  });
});

/** The step in the middle of the renames. */
async function midwayStep(): Promise<number> {
  const moves: number[] = [];
  const disk = watchedDisk(({ kind, step }) => {
    if (kind === 'move') moves.push(step);
  });
  await writeTree({ root: oldTree().root, files, disk });
  return moves[Math.floor(moves.length / 2)] ?? 0;
}

describe('a build that fails', () => {
  test('at any step leaves the old tree untouched, and says so', async () => {
    const whole = { old: wholeOf(OLD), new: wholeOf(NEW) };
    const steps = await stepsOf((disk) => writeTree({ root: oldTree().root, files, disk }));
    const seen = new Set<boolean>();
    for (let at = 1; at <= steps; at += 1) {
      const { parent, root } = oldTree();
      const before = statSync(join(root, 'changed.txt'));
      const said = await attempt(writeTree({ root, files, disk: failingDisk(at, 'ENOSPC') }));
      seen.add(said === 'done');
      expect(snapshot(root), `step ${at}`).toEqual(said === 'done' ? whole.new : whole.old);
      if (said === 'done') continue;
      expect(said).toMatch(/no space is left on this disk \(ENOSPC\).*dist is as it was\. Free some space/);
      expect(statSync(join(root, 'changed.txt'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
      expect(Object.keys(snapshot(parent) ?? {}).filter((path) => !path.startsWith('dist/'))).toEqual([]);
    }
    expect(seen).toEqual(new Set([true, false]));
  });

  test('on a disk that is full from any step on leaves the old tree untouched', async () => {
    const tree = { 'a/changed.txt': 'old', 'b/removed.txt': 'old' };
    const target = new Map([
      ['a/changed.txt', 'new'],
      ['c/added.txt', 'new'],
    ]);
    const whole = { old: wholeOf(tree), new: wholeOf(Object.fromEntries(target)) };
    const seen = new Set<boolean>();
    for (let from = 1; from <= 40; from += 1) {
      const root = join(freshFolder(), 'dist');
      fill(root, tree);
      const said = await attempt(writeTree({ root, files: target, disk: fullDisk(from) }));
      seen.add(said === 'done');
      expect(snapshot(root), `step ${from}`).toEqual(said === 'done' ? whole.new : whole.old);
      if (said !== 'done') expect(said).toContain('dist is as it was.');
    }
    expect(seen).toEqual(new Set([true, false]));
  });

  test('and is killed at any step of the way back is taken to one of both ends by the next start', async () => {
    const whole = { old: wholeOf(OLD), new: wholeOf(NEW) };
    const fails = await midwayStep();
    const steps = await stepsOf((disk) => attempt(writeTree({ root: oldTree().root, files, disk })), { fails });
    const seen = new Set<string>();
    for (let dies = fails + 1; dies <= steps; dies += 1) {
      const { root } = oldTree();
      await attempt(writeTree({ root, files, disk: failingThenDyingDisk(fails, dies) }));
      const outcome = await finishInterrupted(root);
      seen.add(outcome);
      expect(snapshot(root), `step ${dies}`).toEqual(outcome === 'finished' ? whole.new : whole.old);
    }
    expect([...seen].sort()).toEqual(['finished', 'nothing', 'restored']);
  });
});
