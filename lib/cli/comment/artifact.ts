/**
 * The report that a run of somebody else's code left behind: a stranger's file. Only its one name is opened, it is no
 * link, and it is read to a limit and as UTF-8; whatever else lies in the folder is never looked at.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf, type WrittenReport } from '../../review/forms/json.ts';
import { Refused } from '../run.ts';

/** What the review workflow writes: `plainsight diff --format json`. */
export const REPORT_FILE = 'report.json';

/** A report of 5,000 findings takes a twentieth of it. */
const MOST_BYTES = 20 * 2 ** 20;

/**
 * The report in a folder.
 *
 * @throws Refused when there is none, or none that can be believed.
 */
export function reportIn(folder: string): WrittenReport {
  const file = join(folder, REPORT_FILE);
  const read = reportOf(textOf(file));
  if ('report' in read) return read;
  throw new Refused(`${file}: found ${read.fault}, expected what \`plainsight diff --format json\` writes.`);
}

function textOf(file: string): string {
  const handle = opened(file);
  try {
    const facts = fstatSync(handle);
    if (!facts.isFile()) throw new Refused(`${file}: found no file, expected the report.`);
    if (facts.size > MOST_BYTES) {
      throw new Refused(`${file}: found ${facts.size} bytes, expected at most ${MOST_BYTES}.`);
    }
    return decoded(file, readFileSync(handle));
  } finally {
    closeSync(handle);
  }
}

/** Where a link leads is for whoever made it to choose: it is not followed. */
function opened(file: string): number {
  try {
    return openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    throw new Refused(`${file}: found no file that can be read, or a link; expected the report.`);
  }
}

function decoded(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(`${file}: found bytes that are no UTF-8, expected a report as JSON.`);
  }
}
