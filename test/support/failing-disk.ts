/** Disks for the writer of files that fail, or that die, before a step of the test's choice. */
import { type Disk, realDisk } from '../../lib/emit/files/disk.ts';

/** Called before each change; what it throws happens instead of the change. */
type Before = (change: { kind: keyof Disk; step: number; path: string }) => void;

/** A real disk, but for waiting until it has written: no test cuts the power, and there are many runs. */
export function watchedDisk(before: Before): Disk {
  let step = 0;
  const watch =
    <Rest extends readonly unknown[]>(kind: keyof Disk, act: (path: string, ...rest: Rest) => void) =>
    (path: string, ...rest: Rest): void => {
      step += 1;
      before({ kind, step, path });
      act(path, ...rest);
    };
  return {
    makeFolder: watch('makeFolder', realDisk.makeFolder),
    write: watch('write', realDisk.write),
    writeThrough: watch('writeThrough', realDisk.write),
    rename: watch('rename', realDisk.rename),
    removeFile: watch('removeFile', realDisk.removeFile),
    removeEmptyFolder: watch('removeEmptyFolder', realDisk.removeEmptyFolder),
    removeAll: watch('removeAll', realDisk.removeAll),
  };
}

/** What a killed process does from its last step on: nothing at all any more. */
class Killed extends Error {}

export const dyingDisk = (at: number): Disk =>
  watchedDisk(({ step }) => {
    if (step >= at) throw new Killed();
  });

export const failingDisk = (at: number, code: string): Disk =>
  watchedDisk(({ step, path }) => {
    if (step === at) throw systemError(code, path);
  });

/** An error as Node throws it for a failed call of the operating system. */
export function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: simulated, '${path}'`), { code, path, syscall: 'simulated' });
}
