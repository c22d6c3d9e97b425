/**
 * Writes a tree of files into the output folder: all of it or nothing.
 *
 *   claim ─▶ finish what was cut off ─▶ compare ─▶ stage ─▶ journal ─▶ rename one by one ─▶ remove the journal
 *            └────────── the folder is as it was ─────────┘           └── a mix ──┘          └─ it is the new one
 *
 * What that means, exactly:
 * - Until the journal stands, a failure or a kill leaves the folder untouched. Everything that takes time or room on
 *   the disk (comparing, writing, waiting for the disk) happens before.
 * - From the first rename to the last, about 20 ms for 1,000 files, the folder is a mix of old and new files, each of
 *   them whole. A reader that lists it in these milliseconds sees the mix; no file system offers better while
 *   folders stay where they are, and they must: running containers have them mounted.
 * - An error in that time takes the folder back to what it was. A kill in that time leaves the mix and the journal;
 *   the next build finishes the change before it does anything else (`finishInterrupted`).
 * - Everything is on the disk itself before the journal is, so a loss of power is a kill like any other.
 *
 * Files whose content stays are not touched, folders that stay are not replaced, and whatever else lies in the folder
 * is removed: all of it is output.
 */
import { existsSync } from 'node:fs';
import { claimed } from './claim.ts';
import { commit } from './commit.ts';
import { type Disk, realDisk } from './disk.ts';
import { explain } from './failure.ts';
import { clearStaging, finish } from './finish.ts';
import type { Journal } from './journal.ts';
import { checkPaths, foldersOf } from './paths.ts';
import { type Place, placeOf } from './place.ts';
import { planSteps } from './plan.ts';
import { stage } from './stage.ts';
import { compare, fingerprint, fingerprintOf, readTree, type Tree } from './tree.ts';

/** Paths inside the output folder, in order. */
export interface Written {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Makes the folder `root` hold exactly `files` (path inside the folder, with `/`, to content).
 *
 * @throws WritingFailed when it cannot be written; the message says where, why, what to do, and in which state the
 *   folder is: as it was, but for a failure of the way back as well.
 * @throws TypeError for a path that leaves the folder, or two paths that are one on a disk that ignores case.
 * @example await writeTree({ root: 'dist', files: new Map([['a.yml', 'a: 1\n']]) })
 * // { written: ['a.yml'], removed: [], unchanged: [] }
 */
export async function writeTree({
  root,
  files,
  disk = realDisk,
}: {
  root: string;
  files: ReadonlyMap<string, string>;
  disk?: Disk;
}): Promise<Written> {
  checkPaths(files.keys());
  const place = placeOf(root);
  try {
    return await claimed(place, disk, async () => {
      finish(place, disk);
      try {
        return await change(place, files, disk);
      } finally {
        tidy(place, disk);
      }
    });
  } catch (error) {
    throw explain(error, { root: place.root, state: existsSync(place.journal) ? 'between' : 'untouched' });
  }
}

async function change(place: Place, files: ReadonlyMap<string, string>, disk: Disk): Promise<Written> {
  const now = readTree(place.root);
  const { missing, stale, extra } = compare(place.root, now, files);
  const staged = new Set([...missing, ...stale]);
  const wanted = new Set(files.keys());
  const folders = new Set(['', ...[...wanted].flatMap(foldersOf)]);
  if (planSteps({ now, wanted, folders, staged }).length > 0) {
    await stage(place, { files, now, staged }, disk);
    await commit(place, { forward: forward(files, folders), back: back(place, now) }, disk);
  }
  return {
    written: [...staged].sort(),
    removed: extra,
    unchanged: [...files.keys()].filter((path) => !staged.has(path)).sort(),
  };
}

const forward = (files: ReadonlyMap<string, string>, folders: ReadonlySet<string>): Journal => ({
  from: 'fresh',
  folders: [...folders],
  files: Object.fromEntries([...files].map(([path, text]) => [path, fingerprint(text)])),
});

const back = (place: Place, now: Tree): Journal => ({
  from: 'kept',
  folders: [...now.folders],
  files: Object.fromEntries([...now.files.keys()].map((path) => [path, fingerprintOf(place.root, now, path) ?? ''])),
});

/** Leaves nothing behind but what an unfinished change needs. What cannot be removed now, the next build removes. */
function tidy(place: Place, disk: Disk): void {
  if (existsSync(place.journal)) return;
  try {
    clearStaging(place, disk);
  } catch {
    // Left-overs beside the folder do no harm.
  }
}
