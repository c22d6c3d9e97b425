/** What a build did, in a few lines. */
import type { Changes } from '../emit/files/plan.ts';
import type { Untested } from './outputs.ts';

/** More than this many names of one sort are counted, not listed. */
const LISTED = 12;

/** What is worth knowing of what was built. */
export interface Notes {
  readonly untested: readonly Untested[];
  /** Addresses that nobody reaches from another machine: `http://localhost:3000`. */
  readonly local: readonly string[];
}

/**
 * The closing lines of a build.
 *
 * @example
 * written   prometheus/rules/shop-pipeline.yml
 * dist/: 1 written, 0 removed, 32 unchanged, in 412 ms
 */
export function summary(folder: string, changes: Changes, notes: Notes, ms: number): string {
  const { written, removed, unchanged, strangers } = changes;
  const lines = [
    ...listed('written', written),
    ...listed('removed', removed),
    ...left(strangers),
    ...listed('untested', notes.untested.map(untestedText)),
    ...local(notes.local),
  ];
  const counts = `${written.length} written, ${removed.length} removed, ${unchanged.length} unchanged`;
  return `${[...lines, `${folder}/: ${counts}, in ${Math.round(ms)} ms`].join('\n')}\n`;
}

/** A notification is read on a phone. */
function local(addresses: readonly string[]): readonly string[] {
  if (addresses.length === 0) return [];
  const what = addresses.length === 1 ? 'this address' : 'these addresses';
  return [
    `local     ${addresses.join(', ')}: links in notifications lead to ${what}, which other machines cannot open`,
  ];
}

function untestedText({ output, alert, reason }: Untested): string {
  return `${alert}${output === '.' ? '' : ` of ${output}`}: ${reason}`;
}

function listed(word: string, paths: readonly string[]): readonly string[] {
  const shown = paths.slice(0, LISTED).map((path) => `${word.padEnd(9)} ${path}`);
  return paths.length > LISTED ? [...shown, `${word.padEnd(9)} … and ${paths.length - LISTED} more`] : shown;
}

/** One line for all files that are not the build's. */
function left(strangers: readonly string[]): readonly string[] {
  if (strangers.length === 0) return [];
  const named = strangers.slice(0, 3).join(', ');
  const more = strangers.length > 3 ? ` and ${strangers.length - 3} more` : '';
  return [`left      ${named}${more}: no build has made ${strangers.length === 1 ? 'it' : 'them'}`];
}
