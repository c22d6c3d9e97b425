/** Lists of alerts, annotations and dashboards. What will stand in them nobody knows yet: the entries are invented. */
import type { ColourName } from '../../model/look/levels.ts';
import type { AlertListOptions } from '../../model/panel-options.ts';
import type { Box } from '../box.ts';
import type { Context } from '../context.ts';
import { element, type Lines } from '../svg/element.ts';
import { label } from '../svg/label.ts';
import { polyline } from '../svg/path.ts';
import { colourOf } from '../theme.ts';
import type { Draw } from './drawing.ts';

interface Entry {
  readonly title: string;
  readonly detail: string;
  readonly colour?: ColourName;
  /** At the right end. */
  readonly aside?: string;
}

const ROW = 44;
const NOTE = 'entries invented';

function list(entries: readonly Entry[], box: Box, context: Context): Lines {
  const most = Math.max(1, Math.floor(box.height / ROW));
  return entries
    .slice(0, most)
    .flatMap((entry, index) => drawEntry(entry, { ...box, y: box.y + index * ROW, height: ROW }, context));
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

type AlertState = NonNullable<AlertListOptions['show']>[number];

const ALERTS: Readonly<Record<AlertState, Entry>> = {
  firing: { title: 'An alert that fires', detail: 'Firing for 12m', colour: 'red' },
  pending: { title: 'An alert that is pending', detail: 'Pending for 3m', colour: 'yellow' },
  normal: { title: 'An alert that is silent', detail: 'Normal', colour: 'green' },
  'no data': { title: 'An alert without data', detail: 'No data', colour: 'blue' },
  error: { title: 'An alert that cannot be evaluated', detail: 'Error', colour: 'orange' },
};

export const alertlist: Draw<'alertlist'> = ({ options }, box, context) => {
  const { show, matching, most } = options;
  const entries = show.map((state) => ({
    ...ALERTS[state],
    ...(matching === '' ? {} : { aside: matching.replace(/^\{|\}$/g, '') }),
  }));
  return { lines: list(entries.slice(0, most), box, context), note: NOTE };
};

export const annolist: Draw<'annolist'> = ({ options }, box, context) => {
  const { tags, most } = options;
  const detail = tags.length === 0 ? 'any tag' : tags.join(', ');
  const entries = ['20 minutes ago', '3 hours ago', 'a day ago'].map((aside) => ({ title: 'An event', detail, aside }));
  return { lines: list(entries.slice(0, most), box, context), note: NOTE };
};

export const dashlist: Draw<'dashlist'> = ({ options }, box, context) => {
  const detail = options.tags.length === 0 ? 'any tag' : options.tags.join(', ');
  const entries = ['A dashboard', 'Another dashboard'].map((title) => ({ title, detail }));
  return { lines: list(entries, box, context), note: NOTE };
};
