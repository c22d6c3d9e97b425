/**
 * Writes the files of a build into the output folder.
 *
 *   compare one by one, stage beside the folder ─▶ list all names, old and new ─▶ rename ─▶ remove ─▶ list the new names
 *   └────────── the folder is as it was ──────────┘
 *
 * - A text is dropped as soon as it is compared and, where it is new, staged: a large system never is in memory as files.
 * - Every file is whole at every moment: it is the old one or the new one. Folders stay in place, since running
 *   containers have them mounted, and unchanged files are not touched.
 * - A build that is killed between renames leaves a mix. The next build compares everything anew and finishes; it knows
 *   every name, because the list is there before the first file is.
 * - Only files that were listed are removed, last, so that a reader misses none for longer than it must.
 * - Of all files only `model.json` is waited for until it is on the disk itself: a file that a loss of power has
 *   spoilt differs from what it should be, and the next build writes it again.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Disk, explained, isSystemError, realDisk, shownPath } from './disk.ts';
import { foldersOf, LIST_FILE, nameKey } from './names.ts';
import { type Changes, isOutdated, type Output, type Plan, planChanges } from './plan.ts';
import { type Staging, stagingFolder, withLock, withStaging } from './staging.ts';

/**
 * Makes the output folder hold `files`, and says what that took.
 *
 * @throws WriteError when it cannot be written, or when the folder is not this project's own; the message says where,
 *   what was found, what is allowed, what to do, and whether the folder is as it was.
 * @throws TypeError for names that leave the folder, or that are one file on a disk that ignores case.
 * @example
 * writeFiles({ folder: 'dist', files: new Map([['model.json', '{\n  "a": 1\n}\n']]), project: { name: 'shop', folder: '.' } })
 * // { written: ['model.json'], removed: [], unchanged: [], strangers: [] }
 */
export function writeFiles(output: Output, { disk = realDisk }: { disk?: Disk } = {}): Changes {
  const folder = resolve(output.folder);
  const shown = `${shownPath(folder)}/`;
  let state = `${shown} is untouched.`;
  const begun = () => {
    state = `${shown} is partly written, and every file in it is whole: the next build finishes it.`;
  };
  try {
    return withStaging(folder, disk, (staging) => {
      const plan = planChanges(output, staging.add);
      if (plan.written.length === 0 && !existsSync(stagingFolder(folder))) return changes(plan);
      return withLock(folder, disk, () => {
        // Another build may have written while this one compared.
        const now = isOutdated(plan) ? planChanges(output, staging.add) : plan;
        if (now.written.length > 0) carryOut(now, { staging, disk, begun });
        return changes(now);
      });
    });
  } catch (error) {
    throw explained(error, { folder, state });
  }
}

const changes = ({ written, removed, unchanged, strangers }: Plan): Changes => ({
  written,
  removed,
  unchanged,
  strangers,
});

/** Calls `begun` as soon as the output folder has changed. */
function carryOut(plan: Plan, { staging, disk, begun }: { staging: Staging; disk: Disk; begun: () => void }): void {
  const { folder, written, removed, list, listOfAll } = plan;
  const texts = written.includes(LIST_FILE) ? [...new Set([listOfAll, list])] : [];
  const lists = texts.map((text) => staging.addThrough(text));
  checkRights(plan);

  const place = (staged: string, path: string) => {
    disk.rename(staged, join(folder, path));
    begun();
  };
  disk.makeFolder(folder);
  if (lists[0] !== undefined) place(lists[0], LIST_FILE);
  const first = removed.filter(mustGoFirst(plan));
  remove(plan, first, disk);
  for (const path of written.filter((each) => each !== LIST_FILE)) {
    disk.makeFolder(dirname(join(folder, path)));
    place(staging.of(path), path);
  }
  remove(
    plan,
    removed.filter((path) => !first.includes(path)),
    disk,
  );
  if (lists[1] !== undefined) place(lists[1], LIST_FILE);
}

/** Finds a folder that may not be written before anything is changed. */
function checkRights({ folder, found, written, removed }: Plan): void {
  const changed = new Set([...written, ...removed].flatMap(foldersOf));
  const there = [...changed].filter((path) => found.folders.has(path)).map((path) => join(folder, path));
  for (const path of existsSync(folder) ? [folder, ...there] : []) accessSync(path, constants.W_OK | constants.X_OK);
}

/**
 * Tells whether an old file has to go before the new ones come: a file becomes a folder, a folder a file, or a name is
 * spelled in another case.
 */
function mustGoFirst({ names }: Plan): (path: string) => boolean {
  const folders = new Set([...names].flatMap(foldersOf));
  const needed = new Set([...names, ...folders].map(nameKey));
  return (path) =>
    needed.has(nameKey(path)) || foldersOf(path).some((part) => !folders.has(part) && needed.has(nameKey(part)));
}

/** A folder is gone already, a file has taken its name, or it stays: something is in it that is not ours, or mounted there. */
const STAYS = new Set(['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST', 'EBUSY']);

function remove({ folder, emptied }: Plan, paths: readonly string[], disk: Disk): void {
  for (const path of paths) disk.removeFile(join(folder, path));
  for (const path of emptied) {
    try {
      disk.removeEmptyFolder(join(folder, path));
    } catch (error) {
      if (!isSystemError(error) || !STAYS.has(error.code)) throw error;
    }
  }
}
