/** What stands above the panels: the dashboard's title, its time, its controls. */
import type { ResolvedDashboard } from '../../model/resolved.ts';
import type { Variable } from '../../model/variable.ts';
import { durationText, parseDuration } from '../../units/duration.ts';
import type { Box } from '../box.ts';
import type { Context } from '../drawing.ts';
import { element, type Lines } from '../svg/element.ts';
import { label, USUAL_SIZE } from '../svg/label.ts';
import { textWidth } from '../text/measure.ts';

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
/** Every number in a picture is invented. */
const MARK = 'sample data';

/** Title, time and controls, as they stand above an open dashboard. */
export const headerLines: Head = (dashboard, { x, width }, context) => {
  const refresh = chip(durationText(dashboard.refresh), x + width, TITLE_Y, context);
  const range = chip(rangeText(dashboard), refresh.start - GAP, TITLE_Y, context);
  const title = titleLine(dashboard.title, MARK, { x, width: range.start - x }, context);
  const controls = controlLines(dashboard, { x, width, y: CONTROLS_Y }, context);
  return { lines: [...title, ...range.lines, ...refresh.lines, ...controls], height: CONTROLS_HEIGHT };
};

/** The title alone, with a note that these rows are folded when the dashboard opens. */
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

/** `Last 6 hours`, as Grafana's time picker says it; other ranges as they are written. */
function rangeText({ from, to }: ResolvedDashboard): string {
  const span = /^now-(\w+)$/.exec(from)?.[1];
  const ms = span === undefined || to !== 'now' ? undefined : parseDuration(span)?.ms;
  const unit = UNITS.find(([, size]) => ms !== undefined && ms % size === 0);
  if (ms === undefined || unit === undefined) return `${from} to ${to}`;
  const number = ms / unit[1];
  return `Last ${number} ${unit[0]}${number === 1 ? '' : 's'}`;
}

interface Control {
  readonly name: string;
  readonly value: string;
}

interface Place {
  readonly x: number;
  readonly width: number;
  readonly y: number;
}

const CONTROL_GAP = 8;
const LINK_GAP = 16;

/**
 * Variables at the left, links at the right; variables that have no room are left out. Annotations have no switch here,
 * since no picture marks what happened.
 */
export function controlLines(dashboard: ResolvedDashboard, { x, width, y }: Place, context: Context): Lines {
  const lines: string[] = [];
  let end = x + width;
  for (const { title } of [...dashboard.links].reverse()) {
    const text = `↗ ${title}`;
    lines.push(...label(text, { x: end, y, fill: context.theme.link, anchor: 'end' }));
    end -= Math.ceil(textWidth(text, USUAL_SIZE)) + LINK_GAP;
  }
  let start = x;
  for (const { name, value } of controls(dashboard)) {
    const placed = choice(name, value, start, y, context);
    if (placed.end > end) break;
    lines.push(...placed.lines);
    start = placed.end + CONTROL_GAP;
  }
  return lines;
}

function controls({ variables }: ResolvedDashboard): readonly Control[] {
  return variables.map((variable) => ({ name: variable.label || variable.name, value: firstValue(variable) }));
}

/** The value of a variable when the dashboard is opened. */
function firstValue(variable: Variable): string {
  switch (variable.kind) {
    case 'datasource':
      return 'default';
    case 'query':
      return 'All';
    case 'custom':
      return variable.several ? 'All' : (variable.values[0]?.text ?? variable.values[0]?.value ?? '');
    case 'interval':
      return variable.values[0] ?? '';
    case 'text':
      return variable.value;
    case 'ad hoc':
      return 'any';
  }
}

export interface PlacedChip {
  readonly lines: Lines;
  readonly start: number;
  readonly end: number;
}

const BOX_HEIGHT = 30;
const BOX_PADDING = 8;

function ground(x: number, y: number, width: number, { theme }: Context): string {
  const place = { x: x + 0.5, y: y - BOX_HEIGHT / 2 + 0.5, width, height: BOX_HEIGHT, rx: 2 };
  return element('rect', { ...place, fill: theme.panel, stroke: theme.border });
}

/** One text; `end` is its right border. */
export function chip(text: string, end: number, y: number, context: Context): PlacedChip {
  const width = Math.round(textWidth(text, USUAL_SIZE)) + 2 * BOX_PADDING;
  const start = end - width;
  const lines = [ground(start, y, width, context), ...label(text, { x: start + width / 2, y, anchor: 'middle' })];
  return { lines, start, end };
}

const MIN_VALUE = 24;
const MAX_VALUE = 160;

/** A name and what is chosen for it; `start` is its left border. */
export function choice(name: string, value: string, start: number, y: number, context: Context): PlacedChip {
  const nameWidth = Math.round(textWidth(name, USUAL_SIZE)) + 2 * BOX_PADDING;
  const room = Math.min(MAX_VALUE, Math.max(MIN_VALUE, Math.round(textWidth(value, USUAL_SIZE)) + 1));
  const width = nameWidth + room + 2 * BOX_PADDING;
  const { theme } = context;
  const valueLook = { x: start + (nameWidth + width) / 2, y, fill: theme.secondary, anchor: 'middle', room } as const;
  return {
    lines: [
      ground(start, y, width, context),
      element('path', { d: `M${start + nameWidth + 0.5} ${y - BOX_HEIGHT / 2}v${BOX_HEIGHT}`, stroke: theme.border }),
      ...label(name, { x: start + nameWidth / 2, y, weight: 500, anchor: 'middle' }),
      ...label(value, valueLook),
    ],
    start,
    end: start + width,
  };
}
