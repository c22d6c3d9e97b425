/** The titles of rows. */
import type { ResolvedRow } from '../../model/resolved.ts';
import type { Box } from '../box.ts';
import type { Context } from '../context.ts';
import { element, type Lines } from '../svg/element.ts';
import { label, USUAL_SIZE } from '../svg/label.ts';
import { textWidth } from '../text/measure.ts';

const SIZE = 16;
const TITLE_X = 20;

/** The title of a row; a collapsed one says how much it hides. */
export function rowLines(
  { title, collapsed, panels }: ResolvedRow,
  { x, y, width, height }: Box,
  { theme }: Context,
): Lines {
  const middle = y + height / 2;
  const way = collapsed === 'yes' ? `M${x + 4} ${middle - 4}l4 4-4 4` : `M${x + 2} ${middle - 2}l4 4 4-4`;
  const count = `(${panels.length} ${panels.length === 1 ? 'panel' : 'panels'})`;
  const room = width - 2 * TITLE_X - textWidth(count, USUAL_SIZE);
  const after = collapsed === 'yes' ? { after: { text: count, fill: theme.secondary } } : {};
  return [
    element('path', { d: way, fill: 'none', stroke: theme.text, 'stroke-width': 1.5 }),
    ...label(title, { x: x + TITLE_X, y: middle, size: SIZE, weight: 500, room, ...after }),
  ];
}
