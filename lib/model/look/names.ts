/** What lines are called where no series says it. */
import type { ResolvedPanel, ResolvedQuery } from '../resolved.ts';

/** The name of a line whatever its series: its legend where that is plain text, else the name of its signal. */
export function lineName({ legend, signal }: ResolvedQuery): string {
  const plain = legend.pieces.every((piece) => typeof piece === 'string');
  return plain && legend.pieces.length > 0 ? legend.pieces.join('') : signal.name;
}

/** True for a panel with one series in all: its title says what the line is. */
export function hasOneLine({ queries }: ResolvedPanel): boolean {
  return queries.length === 1 && queries[0]?.labels.length === 0;
}
