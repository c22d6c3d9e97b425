/**
 * One writer at a time. Who wants to write first puts a claim, an empty file that bears the process id, into the
 * staging folder, and only then looks for others: of two that start together at least one sees the other, and who sees
 * a living one steps back. No lock is ever taken from anyone, so nothing can go wrong between looking and taking. The
 * claim of a process that ended counts for nothing.
 *
 * Processes are known by their id on this machine: builds in two containers over one shared folder do not see each
 * other.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Disk } from './disk.ts';
import { shownPath, WritingFailed } from './failure.ts';
import type { Place } from './place.ts';

const CLAIM = /^claim-(\d+)-(\d+)$/;

/** Claims that this process holds. One that bears its id but is not here was left by an earlier process of that id. */
const mine = new Set<string>();
let count = 0;

/** Two that start together both step back; they try again after waits that differ from process to process. */
const WAITS_MS = [30, 90, 270].map((wait) => wait + (process.pid % 30));

/**
 * Runs `body` while no one else writes at this place.
 *
 * @throws WritingFailed when another living process writes there.
 */
export async function claimed<T>(place: Place, disk: Disk, body: () => Promise<T>): Promise<T> {
  const claim = await takeClaim(place, disk);
  try {
    const dead = claimsBeside(place, claim).filter((other) => !isAlive(other));
    for (const other of dead) disk.removeFile(join(place.staging, other));
    return await body();
  } finally {
    release(place, claim, disk);
  }
}

async function takeClaim(place: Place, disk: Disk): Promise<string> {
  for (const pause of [...WAITS_MS, undefined]) {
    const claim = announce(place, disk);
    const rival = claimsBeside(place, claim).find(isAlive);
    if (rival === undefined) return claim;
    release(place, claim, disk);
    if (pause === undefined) throw busy(place, rival);
    await wait(pause);
  }
  throw new Error('unreachable: the last round returns or throws');
}

/** Another process that ends may remove the empty folder before the claim stands in it: then once more. */
function announce(place: Place, disk: Disk, tries = 10): string {
  count += 1;
  const claim = `claim-${process.pid}-${count}`;
  disk.makeFolders(place.staging);
  try {
    disk.claim(join(place.staging, claim));
  } catch (error) {
    if (tries > 1 && hasCode(error, 'ENOENT')) return announce(place, disk, tries - 1);
    release(place, claim, disk);
    throw error;
  }
  mine.add(claim);
  return claim;
}

const claimsBeside = (place: Place, claim: string): readonly string[] =>
  readdirSync(place.staging).filter((name) => name !== claim && CLAIM.test(name));

const processOf = (claim: string): number => Number(CLAIM.exec(claim)?.[1]);

function isAlive(claim: string): boolean {
  const id = processOf(claim);
  if (id === process.pid) return mine.has(claim);
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** A claim that cannot be removed is no failure: it counts for nothing as soon as this process ends. */
function release(place: Place, claim: string, disk: Disk): void {
  mine.delete(claim);
  const claimFile = join(place.staging, claim);
  try {
    if (existsSync(claimFile)) disk.removeFile(claimFile);
    disk.removeEmptyFolder(place.staging);
  } catch {
    // The folder is not empty: there is an unfinished change, or another claim.
  }
}

function busy(place: Place, rival: string): WritingFailed {
  return new WritingFailed({
    path: place.root,
    found: `another build (process ${processOf(rival)}) is writing here`,
    remedy: `Wait until it has ended. If that process is no build, delete ${shownPath(join(place.staging, rival))}.`,
  });
}
