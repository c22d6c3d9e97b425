/**
 * The journal: which tree the output folder is to become, and from where. While it exists the change is decided and
 * only has to be carried out, by whoever comes next if need be; before and after, the folder is whole.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Disk } from './disk.ts';
import { WritingFailed } from './failure.ts';
import type { Place } from './place.ts';
import { planSteps, type Step } from './plan.ts';
import { fingerprintOf, readTree } from './tree.ts';

export interface Journal {
  /** Where the files lie that the folder lacks: 'fresh' on the way forward, 'kept' on the way back. */
  readonly from: 'fresh' | 'kept';
  /** Every folder of the tree, itself (the empty path) among them. */
  readonly folders: readonly string[];
  /** Every file of the tree, with the fingerprint of its content. */
  readonly files: Readonly<Record<string, string>>;
}

export const journalText = (journal: Journal): string => `${JSON.stringify(journal)}\n`;

/**
 * The journal of an unfinished change, if there is one.
 *
 * @throws WritingFailed when the file there is no journal.
 */
export function readJournal(place: Place): Journal | undefined {
  if (!existsSync(place.journal)) return undefined;
  const journal = parsed(readFileSync(place.journal, 'utf8'));
  if (isJournal(journal)) return journal;
  throw new WritingFailed({
    path: place.journal,
    found: 'this is not the journal of a build',
    remedy: `Delete ${place.staging}, then build again.`,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isJournal(value: unknown): value is Journal {
  if (typeof value !== 'object' || value === null) return false;
  if (!('from' in value && 'folders' in value && 'files' in value)) return false;
  if (value.from !== 'fresh' && value.from !== 'kept') return false;
  if (!Array.isArray(value.folders) || typeof value.files !== 'object' || value.files === null) return false;
  return [...value.folders, ...Object.values(value.files)].every((text) => typeof text === 'string');
}

/** Whether all of the journal's tree is at hand. It is not when someone changed the folder since the interruption. */
export function canBeCarriedOut(place: Place, journal: Journal): boolean {
  const staged = readTree(place[journal.from]).files;
  const now = readTree(place.root);
  return Object.entries(journal.files).every(
    ([path, print]) => staged.has(path) || fingerprintOf(place.root, now, path) === print,
  );
}

/**
 * Makes the folder what the journal says. Plans from what is there now, so it may be cut off and called again.
 *
 * The loop over the steps is the only time in which the folder is a mix: it renames and does nothing else.
 */
export function carryOut(place: Place, journal: Journal, disk: Disk): void {
  const source = place[journal.from];
  const sink = journal.from === 'fresh' ? place.kept : place.fresh;
  const now = readTree(place.root);
  const staged = [...readTree(source).files.keys()];
  const steps = planSteps({
    now,
    wanted: new Set(Object.keys(journal.files)),
    folders: new Set(journal.folders),
    // On the way back most files are still in place, perhaps in a folder that refuses every change.
    staged: new Set(staged.filter((path) => fingerprintOf(place.root, now, path) !== journal.files[path])),
  });
  for (const folder of foldersTaken(steps)) disk.makeFolders(join(sink, folder));
  const act: Readonly<Record<Step['kind'], (path: string) => void>> = {
    make: (path) => disk.makeFolder(join(place.root, path)),
    drop: (path) => disk.removeEmptyFolder(join(place.root, path)),
    place: (path) => disk.move(join(source, path), join(place.root, path)),
    take: (path) => disk.move(join(place.root, path), join(sink, path)),
  };
  for (const { kind, path } of steps) act[kind](path);
  for (const folder of changedFolders(place, steps)) disk.settle(folder);
}

const foldersTaken = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set(steps.filter(({ kind }) => kind === 'take').map(({ path }) => dirname(path)));

const changedFolders = (place: Place, steps: readonly Step[]): readonly string[] =>
  [...new Set(steps.map(({ path }) => dirname(join(place.root, path))))].filter((folder) => existsSync(folder));
