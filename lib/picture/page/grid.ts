/** Panels with what Grafana puts around their inside (ground, border, title, the mark of a description), and the titles of rows. */

import { isAlike } from '../../model/alike.ts';
import type { ResolvedPanel, ResolvedRow } from '../../model/resolved.ts';
import type { PanelKind } from '../../panels/kinds.ts';
import type { KnownJobs } from '../../sample/target-labels.ts';
import { type Box, inset } from '../box.ts';
import { sampleData } from '../data/lines.ts';
import type { Context } from '../drawing.ts';
import { drawInside } from '../panels/kinds.ts';
import { element, group, type Lines, short } from '../svg/element.ts';
import { label, USUAL_SIZE } from '../svg/label.ts';
import { shortened, textWidth } from '../text/measure.ts';

const HEADER = 40;
const TITLE_SIZE = 14;
const NOTE_SIZE = 10;
const MARK = 26;
/** The usual width of a title as a share of its width in the widest font: the mark stands close to it in any font. */
const USUAL_SHARE = 0.88;

/** Panels in a picture show invented data, which depends on the scrape jobs. */
export interface PageContext extends Context {
  readonly jobs: KnownJobs;
}

/** Kinds whose inside reaches to the panel's border. */
const WITHOUT_PADDING: ReadonlySet<PanelKind> = new Set(['stat']);

/** A panel in its place: a group that bears its id, and a view of it alone. */
export function panelLines(panel: ResolvedPanel, place: Box, context: PageContext): Lines {
  return [
    element('view', {
      id: `view-${panel.id}`,
      viewBox: [place.x, place.y, place.width, place.height].map(short).join(' '),
    }),
    ...group({ id: `panel-${panel.id}`, transform: `translate(${short(place.x)} ${short(place.y)})` }, [
      ...drawnOnce(panel, place, context),
    ]),
  ];
}

/** What has been drawn, by the jobs of the model and by the panel's id: outputs of one model show mostly the same. */
const drawn = new WeakMap<KnownJobs, Map<number, readonly Drawn[]>>();

/** A drawing, and all that it depends on besides the jobs. */
interface Drawn {
  readonly of: unknown;
  readonly lines: Lines;
}

function drawnOnce(panel: ResolvedPanel, { width, height }: Box, context: PageContext): Lines {
  const { grid: _grid, where: _where, ...shown } = panel;
  const { jobs, ...around } = context;
  const of = { shown, width, height, around };
  const known = drawn.get(jobs) ?? new Map<number, readonly Drawn[]>();
  drawn.set(jobs, known);
  const alike = known.get(panel.id) ?? [];
  const found = alike.find((each) => isAlike(each.of, of)) ?? { of, lines: draw(panel, { width, height }, context) };
  if (!alike.includes(found)) known.set(panel.id, [...alike, found]);
  return found.lines;
}

function draw(panel: ResolvedPanel, size: Pick<Box, 'width' | 'height'>, context: PageContext): Lines {
  const own = { x: 0, y: 0, ...size };
  const padding = WITHOUT_PADDING.has(panel.kind) ? {} : { left: 8, right: 8, bottom: 8 };
  const box = inset(own, { top: HEADER, ...padding });
  const { lines, note } = drawInside(panel, sampleData(panel, context), box, context);
  return [ground(own, context), ...header(panel, own, noteText(panel, note), context), ...lines];
}

function noteText({ repeat }: ResolvedPanel, note: string | undefined): string {
  const repeated = repeat === undefined ? [] : [`one of many, by ${repeat.variable}`];
  return [...(note === undefined ? [] : [note]), ...repeated].join('; ');
}

function ground({ width, height }: Box, { theme }: Context): string {
  const place = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 6 };
  return element('rect', { ...place, fill: theme.panel, stroke: theme.border });
}

function header({ title, description }: ResolvedPanel, { width }: Box, note: string, { theme }: Context): Lines {
  const noteRoom = note === '' ? 0 : Math.min(textWidth(note, NOTE_SIZE), width * 0.4) + 14;
  const mark = description === '' ? 0 : MARK;
  const shown = shortened(title, { size: TITLE_SIZE, room: width - 24 - noteRoom - mark });
  const length = Math.round(textWidth(shown, TITLE_SIZE) * USUAL_SHARE);
  return [
    ...label(shown, { x: 12, y: 20, size: TITLE_SIZE, weight: 500, ...(mark === 0 ? {} : { length }) }),
    ...(mark === 0 ? [] : [descriptionMark(12 + length + 14, theme.secondary)]),
    ...label(note, { x: width - 12, y: 20, size: NOTE_SIZE, fill: theme.secondary, anchor: 'end', room: width * 0.4 }),
  ];
}

/** An i in a circle. */
function descriptionMark(x: number, stroke: string): string {
  return element('path', { d: `M${short(x)} 14a6 6 0 1 0 .1 0zm0 5v4m0-7v1`, fill: 'none', stroke });
}

const ROW_SIZE = 16;
const ROW_TITLE_X = 20;

/** The title of a row; that of a collapsed one with the number of its panels. */
export function rowLines(
  { title, collapsed, panels }: ResolvedRow,
  { x, y, width, height }: Box,
  { theme }: Context,
): Lines {
  const middle = y + height / 2;
  const arrow = collapsed ? `M${x + 4} ${middle - 4}l4 4-4 4` : `M${x + 2} ${middle - 2}l4 4 4-4`;
  const count = `(${panels.length} ${panels.length === 1 ? 'panel' : 'panels'})`;
  const room = width - 2 * ROW_TITLE_X - textWidth(count, USUAL_SIZE);
  const after = collapsed ? { after: { text: count, fill: theme.secondary } } : {};
  return [
    element('path', { d: arrow, fill: 'none', stroke: theme.text, 'stroke-width': 1.5 }),
    ...label(title, { x: x + ROW_TITLE_X, y: middle, size: ROW_SIZE, weight: 500, room, ...after }),
  ];
}
