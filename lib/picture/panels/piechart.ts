/** The parts of a whole at one time. */
import type { CompleteByKind } from '../../panels/kinds.ts';
import type { Box } from '../box.ts';
import { darkened } from '../colour.ts';
import { reduced } from '../data/reduce.ts';
import type { Context, DrawFromData, PanelLine } from '../drawing.ts';
import { fixed } from '../format/number.ts';
import { shownText } from '../format/shown.ts';
import { placedLegend } from '../plot/legend.ts';
import type { LegendContent } from '../plot/legend-table.ts';
import { element, type Lines } from '../svg/element.ts';
import { label, USUAL_SIZE } from '../svg/label.ts';
import { arc } from '../svg/path.ts';
import { textWidth } from '../text/measure.ts';

type PieLook = CompleteByKind['piechart'];

export const piechart: DrawFromData<'piechart'> = (panel, { lines }, box, context) => {
  const slices = slicesOf(lines, panel.options);
  const look = panel.options.legendStyle;
  const legend = placedLegend(look.show === 'table' ? inColumns(slices) : inNames(slices), look, box, context);
  return {
    lines: [...slices.flatMap((slice) => drawSlice(slice, panel.options, legend.rest, context)), ...legend.lines],
  };
};

function inColumns(slices: readonly Slice[]): LegendContent {
  const items = slices.map(({ line: { name, colour }, text, percent }) => ({ name, colour, cells: [text, percent] }));
  return { items, columns: ['Value', 'Percent'] };
}

function inNames(slices: readonly Slice[]): LegendContent {
  const items = slices.map(({ line, text, percent }) => ({
    name: `${line.name} ${text} ${percent}`,
    colour: line.colour,
  }));
  return { items, columns: [] };
}

interface Slice {
  readonly line: PanelLine;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly percent: string;
}

/** The largest first, clockwise from the top; what has no value is no part of the whole. */
function slicesOf(lines: readonly PanelLine[], { calculation }: PieLook): readonly Slice[] {
  const valued = lines
    .map((line) => ({ line, value: Math.max(0, reduced(line.values, calculation)) }))
    .filter(({ value }) => Number.isFinite(value));
  const sum = valued.reduce((total, { value }) => total + value, 0) || 1;
  let from = 0;
  return [...valued]
    .sort((a, b) => b.value - a.value)
    .map(({ line, value }) => {
      const to = from + value / sum;
      const slice = {
        line,
        from,
        to,
        text: shownText(value, line.field),
        percent: `${fixed((100 * value) / sum, 0)}%`,
      };
      from = to;
      return slice;
    });
}

const TOP = 0.75;
/** Grafana's measures: what stays free around a pie, and how thick a donut is. */
const MARGIN = 16;
const THICKNESS = { share: 1 / 3, min: 20 } as const;
/** The middle of the gradient that Grafana fills slices with: texts can be read on it. */
const SHADED = { dark: 0.15, light: -0.1 } as const;

function drawSlice(slice: Slice, { shape, labels }: PieLook, box: Box, { theme }: Context): Lines {
  const { from, to, line } = slice;
  if (to - from <= 0) return [];
  const outer = Math.max(4, Math.min(box.width, box.height) / 2 - MARGIN);
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const thickness = Math.max(outer * THICKNESS.share, THICKNESS.min);
  const inner = shape === 'donut' ? Math.max(0, outer - thickness) : 0;
  const d = arc({ centre, outer, inner }, TOP + from, TOP + to);
  const texts = { name: line.name, value: slice.text, percent: slice.percent };
  return [
    element('path', { d, fill: darkened(line.colour, SHADED[theme.name], 0), stroke: theme.panel }),
    ...inside(
      labels.map((each) => texts[each]),
      { centre, radius: (outer + (inner || outer / 6)) / 2, slice, outer, fill: theme.text },
    ),
  ];
}

interface InsidePlace {
  readonly centre: { readonly x: number; readonly y: number };
  readonly radius: number;
  readonly outer: number;
  readonly slice: Slice;
  readonly fill: string;
}

/** Texts stand in their slice where it is large enough for them. */
function inside(texts: readonly string[], { centre, radius, outer, fill, slice: { from, to } }: InsidePlace): Lines {
  const height = texts.length * 15;
  const width = Math.max(0, ...texts.map((text) => textWidth(text, USUAL_SIZE)));
  const chord = 2 * radius * Math.sin(Math.PI * Math.min(0.5, to - from));
  if (chord < Math.max(width, height) || width > outer * 0.75) return [];
  const angle = (TOP + (from + to) / 2) * 2 * Math.PI;
  const [x, y] = [centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle)];
  return texts.flatMap((text, index) =>
    label(text, { x, y: y - height / 2 + 7.5 + index * 15, anchor: 'middle', fill, weight: 500 }),
  );
}
