/**
 * A dashboard as a picture: SVG text, drawn without a browser and without a server. What it shows is invented from the
 * definition (`lib/sample`), what it looks like is decided in the model (`lib/model/look`) and drawn as Grafana
 * draws it (`lib/picture/panels`).
 *
 * The picture is made to be committed and reviewed: one element a line, the same bytes for the same definition, and what
 * one panel shows depends on that panel alone.
 */
import type { Grid, ResolvedDashboard, ResolvedRow } from '../model/resolved.ts';
import type { ScrapeJob } from '../model/scrape-job.ts';
import { knownJobs } from '../sample/target-labels.ts';
import { timeRange } from '../sample/time.ts';
import type { Box } from './box.ts';

import { type PageContext, panelLines, rowLines } from './page/grid.ts';
import { type Head, headerLines, titleLines } from './page/header.ts';
import { container, element, type Lines, textElement } from './svg/element.ts';
import { type ThemeName, themes } from './theme.ts';

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
 * The picture of a dashboard as it opens: of rows that open folded the titles alone, `foldedPicture` has their panels.
 * A panel can be linked by `<file>#view-<id>`.
 *
 * @example resolved.dashboards.map((each) => dashboardPicture(each, { jobs: resolved.jobs }).slice(0, 4)) // ['<svg']
 */
export function dashboardPicture(dashboard: ResolvedDashboard, options: PictureOptions = {}): string {
  return picture(dashboard, options, headerLines);
}

/**
 * The picture of what a dashboard hides when it opens: its folded rows, opened, below each other. Nothing where no row
 * is folded.
 *
 * @example resolved.dashboards.map((each) => foldedPicture(each, { jobs: resolved.jobs })) // [undefined]
 */
export function foldedPicture(dashboard: ResolvedDashboard, options: PictureOptions = {}): string | undefined {
  const rows = unfolded(dashboard.rows);
  return rows.length === 0 ? undefined : picture({ ...dashboard, rows }, options, titleLines);
}

function picture(
  dashboard: ResolvedDashboard,
  { theme: name = 'dark', jobs = [] }: PictureOptions,
  head: Head,
): string {
  const theme = themes[name];
  const context: PageContext = { theme, range: timeRange(dashboard.from, dashboard.to), jobs: knownJobs(jobs) };
  const header = head(dashboard, { x: MARGIN, width: WIDTH - 2 * MARGIN }, context);
  const height = header.height + heightOf(dashboard.rows);
  const lines = container('svg', svgAttributes(height, theme.text), [
    textElement('title', {}, dashboard.title),
    element('rect', { width: WIDTH, height, fill: theme.canvas }),
    ...header.lines,
    ...dashboard.rows.flatMap((row) => drawRow(row, header.height, context)),
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

function drawRow(row: ResolvedRow, top: number, context: PageContext): Lines {
  const title = rowLines(row, boxOf({ x: 0, y: row.y, w: COLUMNS, h: 1 }, top), context);
  if (row.collapsed) return title;
  return [...title, ...row.panels.flatMap((panel) => panelLines(panel, boxOf(panel.grid, top), context))];
}

/** Where a place of the grid stands in the picture, in whole pixels. */
function boxOf({ x, y, w, h }: Grid, top: number): Box {
  const column = (WIDTH - 2 * MARGIN + GAP) / COLUMNS;
  const left = Math.round(MARGIN + x * column);
  return {
    x: left,
    y: top + y * (ROW + GAP),
    width: Math.round(MARGIN + (x + w) * column - GAP) - left,
    height: h * ROW + (h - 1) * GAP,
  };
}

function heightOf(rows: readonly ResolvedRow[]): number {
  const ends = rows.flatMap(({ y, collapsed, panels }) => [
    y + 1,
    ...(collapsed ? [] : panels.map(({ grid }) => grid.y + grid.h)),
  ]);
  return Math.max(1, ...ends) * (ROW + GAP) - GAP + MARGIN;
}

/** The rows of a dashboard that open folded, opened and moved up below each other. */
export function unfolded(rows: readonly ResolvedRow[]): readonly ResolvedRow[] {
  let y = 0;
  return rows
    .filter(({ collapsed, panels }) => collapsed && panels.length > 0)
    .map((row) => {
      const shift = y + 1 - Math.min(...row.panels.map(({ grid }) => grid.y));
      const panels = row.panels.map((panel) => ({ ...panel, grid: { ...panel.grid, y: panel.grid.y + shift } }));
      const moved: ResolvedRow = { ...row, collapsed: false, y, panels };
      y = Math.max(...panels.map(({ grid }) => grid.y + grid.h));
      return moved;
    });
}
