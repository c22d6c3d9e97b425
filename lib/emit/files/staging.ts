/**
 * Where new files wait until they are renamed into the output folder: a folder beside it, on the same disk, to be
 * ignored by version control (`.dist-staging` for `dist`). In there every build has two folders that bear the id of
 * its process: `<id>-new` with its files, and `<id>`, which tells others that it is the one that may write now.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Disk, shownPath, WriteError } from './disk.ts';

/** How long to wait for another build, which takes some 50 ms to write; not in step with one that waits for us. */
const WAITS_MS = [40, 80, 160, 320].map((wait) => wait + (process.pid % 40));

/** The end of the name of the folder with a build's new files. */
const NEW = '-new';

export const stagingFolder = (folder: string): string => join(dirname(folder), `.${basename(folder)}-staging`);

/** New files that wait. */
export interface Staging {
  /** Writes the text that `path` will have. */
  readonly add: (path: string, text: string) => void;
  /** Where the text for `path` waits. */
  readonly of: (path: string) => string;
  /** Writes a text, waits until it is on the disk itself, and returns where it is. */
  readonly addThrough: (text: string) => string;
}

/** Runs `body` with a place for new files, which is there from the first file on and gone afterwards. */
export function withStaging<Result>(folder: string, disk: Disk, body: (staging: Staging) => Result): Result {
  const all = stagingFolder(folder);
  const own = join(all, `${process.pid}${NEW}`);
  try {
    return body(stagingIn(own, disk));
  } finally {
    if (existsSync(own)) leave(all, own, disk);
  }
}

function stagingIn(own: string, disk: Disk): Staging {
  const staged = new Map<string, string>();
  let count = 0;
  const next = () => {
    if (count === 0) {
      disk.removeAll(own);
      disk.makeFolder(own);
    }
    count += 1;
    return join(own, String(count));
  };
  return {
    add: (path, text) => {
      const file = next();
      disk.write(file, text);
      staged.set(path, file);
    },
    of: (path) => {
      const file = staged.get(path);
      if (file === undefined) throw new Error(`${path} is to be written, and its text is not staged`);
      return file;
    },
    addThrough: (text) => {
      const file = next();
      disk.writeThrough(file, text);
      return file;
    },
  };
}

/**
 * Runs `body` while no other process writes into the same output folder. What processes that were killed have left is
 * removed. A build in another container, whose processes this one cannot see, is taken for killed: then both may fail,
 * but every file stays whole.
 *
 * @throws WriteError when another process is still writing after half a second.
 */
export function withLock<Result>(folder: string, disk: Disk, body: () => Result): Result {
  const all = stagingFolder(folder);
  const own = join(all, String(process.pid));
  for (const wait of [...WAITS_MS, undefined]) {
    try {
      disk.removeAll(own);
      disk.makeFolder(own);
      // Of two that start together at least one sees the other here, and who sees another steps back.
      const other = othersIn(all).find((name) => !name.endsWith(NEW) && isAlive(name));
      if (other === undefined) {
        for (const left of othersIn(all).filter((name) => !isAlive(name))) disk.removeAll(join(all, left));
        return body();
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
  readdirSync(all).filter((name) => /^\d+(?:-new)?$/.test(name) && Number.parseInt(name, 10) !== process.pid);

/** Whether the process is there whose id the name of a folder begins with. */
function isAlive(name: string): boolean {
  try {
    process.kill(Number.parseInt(name, 10), 0);
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
