/** What stands above the panels: the dashboard's title, its time, its controls. */
import type { ResolvedDashboard } from '../../model/resolved.ts';
import { durationText, parseDuration } from '../../units/duration.ts';
import type { Box } from '../box.ts';
import type { Context } from '../context.ts';
import type { Lines } from '../svg/element.ts';
import { label, USUAL_SIZE } from '../svg/label.ts';
import { textWidth } from '../text/measure.ts';
import { chip } from './chip.ts';
import { controlLines } from './controls.ts';

/** The height of all of it. */
export const HEADER_HEIGHT = 92;

const TITLE_SIZE = 18;
const TITLE_Y = 28;
const CONTROLS_Y = 66;
const GAP = 8;
/** No number in a picture was ever measured. */
const MARK = 'sample data';

/** The lines above the panels. */
export function headerLines(
  dashboard: ResolvedDashboard,
  { x, width }: Pick<Box, 'x' | 'width'>,
  context: Context,
): Lines {
  const refresh = chip(durationText(dashboard.refresh), x + width, TITLE_Y, context);
  const range = chip(rangeText(dashboard), refresh.start - GAP, TITLE_Y, context);
  const room = range.start - x - textWidth(MARK, USUAL_SIZE) - 36;
  const end = x + Math.min(room, textWidth(dashboard.title, TITLE_SIZE));
  return [
    ...label(dashboard.title, { x, y: TITLE_Y, size: TITLE_SIZE, weight: 500, room }),
    ...label(MARK, { x: end + 12, y: TITLE_Y + 1, fill: context.theme.secondary }),
    ...range.lines,
    ...refresh.lines,
    ...controlLines(dashboard, { x, width, y: CONTROLS_Y }, context),
  ];
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `Last 6 hours`, as Grafana's time picker says it; other ranges by their own words. */
function rangeText({ from, to }: ResolvedDashboard): string {
  const span = /^now-(\w+)$/.exec(from)?.[1];
  const ms = span === undefined || to !== 'now' ? undefined : parseDuration(span)?.ms;
  const unit = UNITS.find(([, size]) => ms !== undefined && ms % size === 0);
  if (ms === undefined || unit === undefined) return `${from} to ${to}`;
  const number = ms / unit[1];
  return `Last ${number} ${unit[0]}${number === 1 ? '' : 's'}`;
}
