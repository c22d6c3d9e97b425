/** What lines and columns are called. */
import type { ResolvedPanel, ResolvedQuery } from '../../model/resolved.ts';
import type { Hole } from '../../model/text.ts';
import type { Labels } from '../sample/target-labels.ts';

/** The name of one series: the legend with the labels filled in, else the labels, else the signal's name. */
export function seriesName({ legend, signal }: ResolvedQuery, labels: Labels): string {
  const filled = legend.pieces.map((piece) => pieceText(piece, labels)).join('');
  return filled || Object.values(labels).join(' ') || signal.name;
}

/** A legend has no value to name. */
function pieceText(piece: string | Hole, labels: Labels): string {
  if (typeof piece === 'string') return piece;
  return piece.hole === 'label' ? (labels[piece.label] ?? '') : '';
}

/** The name of a line whatever its series: its legend where that is plain text, else the name of its signal. */
export function lineName({ legend, signal }: ResolvedQuery): string {
  const plain = legend.pieces.every((piece) => typeof piece === 'string');
  return plain && legend.pieces.length > 0 ? legend.pieces.join('') : signal.name;
}

/** True for a panel with one series in all: its title says what the line is. */
export function hasOneLine({ queries }: ResolvedPanel): boolean {
  return queries.length === 1 && queries[0]?.labels.length === 0;
}
