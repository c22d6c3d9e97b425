/**
 * Where new files wait until they are renamed into the output folder: a folder beside it, on the same disk, to be
 * ignored by version control (`.dist-staging` for `dist`). Every build has a folder of its own in there, which bears the
 * id of its process, so that it also tells others that a build is under way.
 */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Disk, shownPath, WriteError } from './disk.ts';

/** How long to wait for another build, which takes some 50 ms to write; not in step with one that waits for us. */
const WAITS_MS = [40, 80, 160, 320].map((wait) => wait + (process.pid % 40));

export const stagingFolder = (folder: string): string => join(dirname(folder), `.${basename(folder)}-staging`);

/**
 * Runs `body` with an empty staging folder while no other process writes into the same output folder. What processes
 * that were killed have left is removed. A build in another container, whose processes this one cannot see, is taken
 * for killed: then both may fail, but every file stays whole.
 *
 * @throws WriteError when another process is still writing after half a second.
 */
export function withStaging<Result>(folder: string, disk: Disk, body: (staging: string) => Result): Result {
  const all = stagingFolder(folder);
  const own = join(all, String(process.pid));
  for (const wait of [...WAITS_MS, undefined]) {
    try {
      disk.removeAll(own);
      disk.makeFolder(own);
      // Of two that start together at least one sees the other here, and who sees another steps back.
      const other = othersIn(all).find(isAlive);
      if (other === undefined) {
        for (const left of othersIn(all)) disk.removeAll(join(all, left));
        return body(own);
      }
      if (wait === undefined) throw busy(folder, join(all, other));
    } finally {
      leave(all, own, disk);
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
  }
  throw new Error('unreachable: the last round returns or throws');
}

const othersIn = (all: string): readonly string[] =>
  readdirSync(all).filter((name) => /^\d+$/.test(name) && name !== String(process.pid));

function isAlive(id: string): boolean {
  try {
    process.kill(Number(id), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What cannot be removed now does no harm, and the next build tries again. */
function leave(all: string, own: string, disk: Disk): void {
  try {
    disk.removeAll(own);
    disk.removeEmptyFolder(all);
  } catch {
    // Another build waits in there, or nothing can be removed.
  }
}

function busy(folder: string, other: string): WriteError {
  const id = basename(other);
  return new WriteError(
    [
      {
        where: { what: shownPath(folder) },
        found: `another build (process ${id}) is writing here`,
        allowed: 'one build at a time',
        remedy: `build again when it has ended; if process ${id} is no build, delete ${shownPath(other)}`,
      },
    ],
    'Nothing was written.',
  );
}
