/** Disks for the writer of files that die, fail or run full at a chosen step. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { type Disk, realDisk } from '../../lib/emit/files/disk.ts';

/** Called before each change; what it throws happens instead of the change. */
type Before = (change: { kind: keyof Disk; step: number; path: string }) => void;

/** A real disk, but for waiting until it has written: no test cuts the power, and there are thousands of runs. */
export function watchedDisk(before: Before): Disk {
  let step = 0;
  const watch =
    <Rest extends readonly unknown[], Result>(kind: keyof Disk, act: (path: string, ...rest: Rest) => Result) =>
    (path: string, ...rest: Rest): Result => {
      step += 1;
      before({ kind, step, path });
      return act(path, ...rest);
    };
  return {
    makeFolder: watch('makeFolder', realDisk.makeFolder),
    makeFolders: watch('makeFolders', realDisk.makeFolders),
    removeEmptyFolder: watch('removeEmptyFolder', realDisk.removeEmptyFolder),
    write: watch('write', writeFile),
    claim: watch('claim', realDisk.claim),
    keep: watch('keep', realDisk.keep),
    move: watch('move', realDisk.move),
    removeFile: watch('removeFile', realDisk.removeFile),
    clear: watch('clear', realDisk.clear),
    settle: watch('settle', () => {}),
  };
}

/** What a killed process does from its last step on: nothing at all any more. */
export class Killed extends Error {}

export const dyingDisk = (at: number): Disk =>
  watchedDisk(({ step }) => {
    if (step >= at) throw new Killed();
  });

/** One step fails, and the process dies at a later one. */
export const failingThenDyingDisk = (fails: number, dies: number): Disk =>
  watchedDisk(({ step, path }) => {
    if (step === fails) throw systemError('EIO', path);
    if (step >= dies) throw new Killed();
  });

export const failingDisk = (at: number, code: string): Disk =>
  watchedDisk(({ step, path }) => {
    if (step === at) throw systemError(code, path);
  });

/** From this step on there is no room for anything new; renaming and removing go on. */
export const fullDisk = (from: number): Disk =>
  watchedDisk(({ step, kind, path }) => {
    const needsRoom =
      ['makeFolder', 'write', 'claim', 'keep'].includes(kind) || (kind === 'makeFolders' && !existsSync(path));
    if (step >= from && needsRoom) throw systemError('ENOSPC', path);
  });

/** An error as Node throws it for a failed call of the operating system. */
export function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: simulated, '${path}'`), { code, path, syscall: 'simulated' });
}
