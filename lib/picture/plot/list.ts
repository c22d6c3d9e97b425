/** Entries below each other: a list of alerts, annotations or dashboards. Its entries are invented. */
import type { ColourName } from '../../model/look/levels.ts';
import type { Box } from '../box.ts';
import type { Context, Drawing } from '../drawing.ts';
import { element, type Lines } from '../svg/element.ts';
import { label } from '../svg/label.ts';
import { polyline } from '../svg/path.ts';
import { colourOf } from '../theme.ts';

export interface Entry {
  readonly title: string;
  readonly detail: string;
  readonly colour?: ColourName;
  /** At the right end. */
  readonly aside?: string;
}

const ROW = 44;
/** Written in the panel's corner. */
const NOTE = 'entries invented';

/** The drawing of a list; entries below the panel's border are left out. */
export function list(entries: readonly Entry[], box: Box, context: Context): Drawing {
  const rows = Math.max(1, Math.floor(box.height / ROW));
  const lines = entries
    .slice(0, rows)
    .flatMap((entry, index) => drawEntry(entry, { ...box, y: box.y + index * ROW, height: ROW }, context));
  return { lines, note: NOTE };
}

function drawEntry({ title, detail, colour, aside = '' }: Entry, { x, y, width }: Box, { theme }: Context): Lines {
  const start = x + (colour === undefined ? 6 : 26);
  const right = x + width - 6;
  const half = (right - start) / 2;
  const dot =
    colour === undefined
      ? []
      : [element('circle', { cx: x + 13, cy: y + ROW / 2, r: 5, fill: colourOf(theme, colour) })];
  const rule = polyline([
    { x, y: y + ROW },
    { x: x + width, y: y + ROW },
  ]);
  return [
    ...dot,
    ...label(title, { x: start, y: y + 14, size: 14, weight: 500, room: aside === '' ? 2 * half : half }),
    ...label(detail, { x: start, y: y + 32, fill: theme.secondary, room: 2 * half }),
    ...label(aside, { x: right, y: y + 14, fill: theme.secondary, anchor: 'end', room: half - 8 }),
    element('path', { d: rule, stroke: theme.border }),
  ];
}
