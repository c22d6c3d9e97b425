/**
 * A dashboard as a picture: SVG text, drawn without a browser and without a server. What it shows is invented from the
 * definition (`lib/picture/sample`), what it looks like is Grafana's (`lib/picture/look`, `lib/picture/panels`).
 *
 * The picture is made to be committed and reviewed: one element a line, the same bytes for the same definition, and what
 * one panel shows depends on that panel alone.
 */
import type { Grid, ResolvedDashboard, ResolvedRow } from '../model/resolved.ts';
import type { ScrapeJob } from '../model/scrape-job.ts';
import type { Box } from './box.ts';
import type { Context } from './context.ts';
import { HEADER_HEIGHT, headerLines } from './page/header.ts';
import { panelLines } from './page/panel.ts';
import { rowLines } from './page/row.ts';
import { knownJobs } from './sample/target-labels.ts';
import { container, element, type Lines, textElement } from './svg/element.ts';
import { type ThemeName, themes } from './theme.ts';
import { timeRange } from './time.ts';

export interface PictureOptions {
  readonly theme?: ThemeName;
  /** The scrape jobs: they know which services, instances and jobs there are. */
  readonly jobs?: readonly ScrapeJob[];
}

const WIDTH = 1280;
const MARGIN = 16;
/** Grafana's grid: 24 columns, rows of 30 pixels, 8 between them. */
const COLUMNS = 24;
const ROW = 30;
const GAP = 8;

const FONTS = 'Inter, Helvetica, Arial, sans-serif';

/**
 * The picture of a dashboard, rows that open collapsed by their titles alone. A panel can be linked by
 * `<file>#view-<id>`.
 *
 * @example dashboardPicture(dashboard, { theme: 'light', jobs: model.jobs }) // '<svg xmlns="http://www.w3.org/2000/svg" …'
 */
export function dashboardPicture(dashboard: ResolvedDashboard, options: PictureOptions = {}): string {
  const theme = themes[options.theme ?? 'dark'];
  const range = timeRange(dashboard.from, dashboard.to);
  const context: Context = { theme, range, jobs: knownJobs(options.jobs ?? []) };
  const height = heightOf(dashboard.rows);
  const place = { x: MARGIN, y: 0, width: WIDTH - 2 * MARGIN, height };
  const lines = container('svg', svgAttributes(height, theme.text), [
    textElement('title', {}, dashboard.title),
    element('rect', { width: WIDTH, height, fill: theme.canvas }),
    ...headerLines(dashboard, place, context),
    ...dashboard.rows.flatMap((row) => drawRow(row, context)),
  ]);
  return `${lines.join('\n')}\n`;
}

function svgAttributes(height: number, fill: string) {
  return {
    xmlns: 'http://www.w3.org/2000/svg',
    width: WIDTH,
    height,
    viewBox: `0 0 ${WIDTH} ${height}`,
    'font-family': FONTS,
    'font-size': 12,
    fill,
  };
}

function drawRow(row: ResolvedRow, context: Context): Lines {
  const title = rowLines(row, boxOf({ x: 0, y: row.y, w: COLUMNS, h: 1 }), context);
  if (row.collapsed === 'yes') return title;
  return [...title, ...row.panels.flatMap((panel) => panelLines(panel, boxOf(panel.grid), context))];
}

/** Where a place of the grid stands in the picture, in whole pixels. */
function boxOf({ x, y, w, h }: Grid): Box {
  const column = (WIDTH - 2 * MARGIN + GAP) / COLUMNS;
  const left = Math.round(MARGIN + x * column);
  return {
    x: left,
    y: HEADER_HEIGHT + y * (ROW + GAP),
    width: Math.round(MARGIN + (x + w) * column - GAP) - left,
    height: h * ROW + (h - 1) * GAP,
  };
}

function heightOf(rows: readonly ResolvedRow[]): number {
  const ends = rows.flatMap(({ y, collapsed, panels }) => [
    y + 1,
    ...(collapsed === 'yes' ? [] : panels.map(({ grid }) => grid.y + grid.h)),
  ]);
  return HEADER_HEIGHT + Math.max(1, ...ends) * (ROW + GAP) - GAP + MARGIN;
}
