/** The lines of a panel, as Grafana tells them apart: by refId, which is stable by position within the panel. */
import type { Text } from '../../model/text.ts';

/**
 * The refId of the query at a position, counted as spreadsheets count columns.
 *
 * @example [0, 25, 26].map(refId) // ['A', 'Z', 'AA']
 */
export function refId(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : refId(Math.floor(position / 26) - 1) + letter;
}

/**
 * A legend as the Prometheus plugin reads it. A text without pieces leaves the naming to Grafana.
 *
 * @throws TypeError for a hole that stands for a value: a legend has none.
 * @example legendFormat(text`${l.service} answers ${l.status}`) // '{{service}} answers {{status}}'
 */
export function legendFormat({ pieces }: Text): string {
  if (pieces.length === 0) return '__auto';
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.hole === 'label') return `{{${piece.label}}}`;
      throw new TypeError('legendFormat(): a legend can name labels, not the value of its line.');
    })
    .join('');
}
