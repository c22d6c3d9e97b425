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

/** What stands above the panels, and how high it is. */
export interface Header {
  readonly lines: Lines;
  readonly height: number;
}

export type Head = (dashboard: ResolvedDashboard, place: Pick<Box, 'x' | 'width'>, context: Context) => Header;

const TITLE_SIZE = 18;
const TITLE_Y = 28;
const TITLE_HEIGHT = 54;
const CONTROLS_Y = 66;
const CONTROLS_HEIGHT = 92;
const GAP = 8;
/** No number in a picture was ever measured. */
const MARK = 'sample data';

/** Title, time and controls, as they stand above an open dashboard. */
export const headerLines: Head = (dashboard, { x, width }, context) => {
  const refresh = chip(durationText(dashboard.refresh), x + width, TITLE_Y, context);
  const range = chip(rangeText(dashboard), refresh.start - GAP, TITLE_Y, context);
  const title = titleLine(dashboard.title, MARK, { x, width: range.start - x }, context);
  const controls = controlLines(dashboard, { x, width, y: CONTROLS_Y }, context);
  return { lines: [...title, ...range.lines, ...refresh.lines, ...controls], height: CONTROLS_HEIGHT };
};

/** The title alone, and that these are the rows that a viewer has to open. */
export const titleLines: Head = ({ title }, place, context) => ({
  lines: titleLine(title, `rows that open folded, ${MARK}`, place, context),
  height: TITLE_HEIGHT,
});

function titleLine(title: string, mark: string, { x, width }: Pick<Box, 'x' | 'width'>, { theme }: Context): Lines {
  const room = width - textWidth(mark, USUAL_SIZE) - 36;
  const after = { text: mark, fill: theme.secondary };
  return label(title, { x, y: TITLE_Y, size: TITLE_SIZE, weight: 500, room, after });
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
