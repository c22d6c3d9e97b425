/** State timeline and status history: which state a thing was in, over time. */
import { type Box, inset } from '../box.ts';
import type { Context, Drawing, DrawnPanel, PanelLine } from '../drawing.ts';
import type { Shown } from '../format/shown.ts';
import { element, type Lines } from '../svg/element.ts';
import { label, labels, USUAL_SIZE } from '../svg/label.ts';
import { box as outline } from '../svg/path.ts';
import { shortened, textWidth } from '../text/measure.ts';
import { colourOf } from '../theme.ts';
import { momentTexts, momentTicks, TIME_HEIGHT } from './frame.ts';
import { placedLegend } from './legend.ts';

type StatePanel = DrawnPanel<'state-timeline'> | DrawnPanel<'status-history'>;

/** A stretch of time in one state. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly state: Shown;
}

/** The height that a row needs for a text. */
const MIN_ROW = 14;
const MAX_NAME = 0.35;

interface StatesPlace {
  readonly panel: StatePanel;
  readonly lines: readonly PanelLine[];
  readonly box: Box;
  readonly context: Context;
}

/** A row for each line: the stretches of time that it was in a state, below each other in one plot. */
export function drawStates(
  { panel, lines, box, context }: StatesPlace,
  stretches: (line: PanelLine) => readonly Stretch[],
): Drawing {
  const rows = lines.map((line) => ({ line, stretches: stretches(line) }));
  const look = panel.options.legendStyle;
  const items = legendItems(
    rows.flatMap(({ stretches: each }) => each),
    context,
  );
  const { lines: legend, rest } = placedLegend({ items, columns: [] }, look, box, context);
  const widest = Math.max(0, ...lines.map(({ name }) => textWidth(name, USUAL_SIZE)));
  const names = Math.min(rest.width * MAX_NAME, widest) + 12;
  const plot = inset(rest, { left: names, right: 6, bottom: TIME_HEIGHT });
  const { rowHeight: share, showValue } = panel.options;
  const place = { plot, row: plot.height / Math.max(1, rows.length), share, showValue };
  return {
    lines: [
      ...momentTicks(plot, context),
      ...momentTexts(plot, context),
      ...bands(rows, place, context),
      ...rowNames(lines, names - 10, place),
      ...rows.flatMap((row, index) => stateTexts(row.stretches, index, place, context)),
      ...legend,
    ],
  };
}

interface Rows {
  readonly plot: Box;
  readonly row: number;
  readonly share: number;
  readonly showValue: StatePanel['options']['showValue'];
}

/** The rows' names; where rows are lower than a line of text, every second one, every third and so on. */
function rowNames(lines: readonly PanelLine[], room: number, { plot, row }: Rows): Lines {
  const every = Math.ceil(MIN_ROW / row);
  const texts = lines.map(({ name }, index) => ({
    text: shortened(name, { size: USUAL_SIZE, room }),
    y: plot.y + (index + 0.5) * row,
  }));
  const shownNames = texts.filter(({ text }, index) => index % every === 0 && text !== '');
  return labels(shownNames, { x: plot.x - 8, y: 0, anchor: 'end' });
}

/** All stretches of one colour are one path. */
function bands(
  rows: readonly { readonly stretches: readonly Stretch[] }[],
  { plot, row, share }: Rows,
  { theme }: Context,
): Lines {
  const byColour = new Map<string, string>();
  for (const [index, { stretches }] of rows.entries()) {
    for (const { from, to, state } of stretches) {
      const y = plot.y + (index + (1 - share) / 2) * row;
      const part = outline(plot.x + from * plot.width, y, (to - from) * plot.width, row * share);
      byColour.set(state.colour, (byColour.get(state.colour) ?? '') + part);
    }
  }
  return [...byColour].map(([colour, d]) =>
    element('path', { d, fill: colourOf(theme, colour), 'fill-opacity': '.7' }),
  );
}

/** The names of states, where their stretch has room for them. */
function stateTexts(
  stretches: readonly Stretch[],
  index: number,
  { plot, row, showValue }: Rows,
  { theme }: Context,
): Lines {
  if (showValue === 'never' || row < MIN_ROW) return [];
  return stretches.flatMap(({ from, to, state }) => {
    const text = state.text + state.suffix;
    const room = (to - from) * plot.width - 10;
    if (showValue === 'auto' && textWidth(text, USUAL_SIZE) > room) return [];
    return label(text, {
      x: plot.x + from * plot.width + 5,
      y: plot.y + (index + 0.5) * row,
      fill: theme.onPale,
      room,
    });
  });
}

function legendItems(stretches: readonly Stretch[], { theme }: Context) {
  const states = new Map(stretches.map(({ state }) => [state.text + state.suffix, state.colour]));
  return [...states].map(([name, colour]) => ({ name, colour: colourOf(theme, colour) }));
}
