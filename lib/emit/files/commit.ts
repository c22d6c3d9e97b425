/** The change of the output folder itself, and the way back when it fails. */
import { existsSync } from 'node:fs';
import type { Disk } from './disk.ts';
import { carryOut, type Journal, journalText } from './journal.ts';
import type { Place } from './place.ts';

/**
 * Carries out `forward`; when that fails, carries out `back` and throws what failed. A journal that is still there
 * afterwards means that the way back failed too.
 */
export async function commit(
  place: Place,
  { forward, back }: { forward: Journal; back: Journal },
  disk: Disk,
): Promise<void> {
  await disk.write(place.wayBack, journalText(back));
  await disk.write(place.draft, journalText(forward));
  try {
    disk.move(place.draft, place.journal);
    disk.settle(place.staging);
    carryOut(place, forward, disk);
    disk.removeFile(place.journal);
  } catch (error) {
    goBack(place, back, disk);
    throw error;
  }
}

/** Fails silently: the first failure is the one to tell, and the journal that is left tells the state. */
function goBack(place: Place, back: Journal, disk: Disk): void {
  if (!existsSync(place.journal)) return;
  try {
    disk.move(place.wayBack, place.journal);
    carryOut(place, back, disk);
    disk.removeFile(place.journal);
  } catch {
    // The next build takes over from the journal.
  }
}
