/** What takes time and room on the disk, done beside the output folder while that is still as it was. */
import { dirname, join } from 'node:path';
import type { Disk } from './disk.ts';
import type { Place } from './place.ts';
import type { Tree } from './tree.ts';

/** So many files are written at a time: the wait for the disk is shared. */
const AT_A_TIME = 8;

export interface Staging {
  readonly files: ReadonlyMap<string, string>;
  readonly now: Tree;
  readonly staged: ReadonlySet<string>;
}

/** Puts the new files beside the folder, and second names of those that they replace. */
export async function stage(place: Place, { files, now, staged }: Staging, disk: Disk): Promise<void> {
  const paths = [...staged];
  const replaced = paths.filter((path) => now.files.has(path));
  const folders = [...parents(place.fresh, paths), ...parents(place.kept, replaced)];
  for (const folder of folders) disk.makeFolders(folder);
  await inTurns(paths, (path) => disk.write(join(place.fresh, path), files.get(path) ?? ''));
  for (const path of replaced) disk.keep(join(place.root, path), join(place.kept, path));
  for (const folder of folders) disk.settle(folder);
}

const parents = (base: string, paths: readonly string[]): ReadonlySet<string> =>
  new Set(paths.map((path) => dirname(join(base, path))));

/** Waits for all, failed or not: nothing may be written any more once the staging folder is cleared. */
async function inTurns<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await act(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_A_TIME }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
