/** What series are called. */
import type { ResolvedQuery } from '../../model/resolved.ts';
import type { Hole } from '../../model/text.ts';
import type { Labels } from '../../sample/target-labels.ts';

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
