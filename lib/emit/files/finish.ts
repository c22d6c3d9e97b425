/** What the next build does first: brings a change that was cut off to its end. */
import { existsSync } from 'node:fs';
import { claimed } from './claim.ts';
import { type Disk, realDisk } from './disk.ts';
import { explain } from './failure.ts';
import { canBeCarriedOut, carryOut, readJournal } from './journal.ts';
import { type Place, placeOf } from './place.ts';

/**
 * What became of the last change.
 * - 'nothing': none was under way; the folder is whole.
 * - 'finished': the folder is now what the interrupted build was writing.
 * - 'restored': the interrupted build was already going back after a failure; the folder is what it was before it.
 * - 'abandoned': someone changed the folder since, so neither could be reached; it was left as it is, for the next
 *   build to write anew.
 */
export type Finish = 'nothing' | 'finished' | 'restored' | 'abandoned';

/**
 * Finishes a change of the output folder that was interrupted. Call it before anything else that a build does: what
 * follows may fail, and must not leave the folder between two states.
 *
 * @throws WritingFailed when another build is writing there, or when the change cannot be finished either.
 * @example await finishInterrupted('dist') // 'nothing'
 */
export async function finishInterrupted(root: string, { disk = realDisk }: { disk?: Disk } = {}): Promise<Finish> {
  const place = placeOf(root);
  if (!existsSync(place.staging)) return 'nothing';
  try {
    return await claimed(place, disk, async () => finish(place, disk));
  } catch (error) {
    throw explain(error, { root: place.root, state: existsSync(place.journal) ? 'between' : 'untouched' });
  }
}

/** The same for one who holds the claim. Leaves an empty staging folder. */
export function finish(place: Place, disk: Disk): Finish {
  const outcome = finishChange(place, disk);
  clearStaging(place, disk);
  return outcome;
}

const OUTCOMES = { fresh: 'finished', kept: 'restored' } as const;

function finishChange(place: Place, disk: Disk): Finish {
  const journal = readJournal(place);
  if (journal === undefined) return 'nothing';
  const possible = canBeCarriedOut(place, journal);
  if (possible) carryOut(place, journal, disk);
  disk.removeFile(place.journal);
  return possible ? OUTCOMES[journal.from] : 'abandoned';
}

/** Removes what was staged. There must be no journal that needs it. */
export function clearStaging(place: Place, disk: Disk): void {
  for (const path of [place.fresh, place.kept, place.wayBack, place.draft]) disk.clear(path);
}
