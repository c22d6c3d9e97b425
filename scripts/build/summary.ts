/** What a build did, in a few lines. */
import type { Written } from '../../lib/emit/files/write.ts';

/** More than this many names of one sort are counted, not listed. */
const LISTED = 12;

/**
 * The closing lines of a build.
 *
 * @example
 * written   prometheus/rules/vote-pipeline.yml
 * dist/: 1 written, 0 removed, 32 unchanged, in 412 ms
 */
export function summary(folder: string, { written, removed, unchanged }: Written, ms: number): string {
  const lines = [...listed('written', written), ...listed('removed', removed)];
  const counts = `${written.length} written, ${removed.length} removed, ${unchanged.length} unchanged`;
  return `${[...lines, `${folder}/: ${counts}, in ${Math.round(ms)} ms`].join('\n')}\n`;
}

function listed(word: string, paths: readonly string[]): readonly string[] {
  const shown = paths.slice(0, LISTED).map((path) => `${word.padEnd(9)} ${path}`);
  return paths.length > LISTED ? [...shown, `${word.padEnd(9)} … and ${paths.length - LISTED} more`] : shown;
}
