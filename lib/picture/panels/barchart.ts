/** Bars by category: the newest values, one bar for each series or the series of a category on top of each other. */
import { valueAxis } from '../axis/value-axis.ts';
import type { Box } from '../box.ts';
import { reduced } from '../data/reduce.ts';
import type { DrawFromData, DrawnPanel, PanelLine } from '../drawing.ts';
import { shownText } from '../format/shown.ts';
import { type BarGroup, lyingBars, uprightBars } from '../plot/bars.ts';
import { lineLegend, placedLegend } from '../plot/legend.ts';

const LOOK = { gap: 0.3, names: 'below' } as const;

export const barchart: DrawFromData<'barchart'> = (panel, { lines }, box, context) => {
  const [first] = lines;
  if (first === undefined) return { lines: [] };
  const draw = panel.options.direction === 'horizontal' ? lyingBars : uprightBars;
  if (lines.every(({ category }) => category === undefined)) {
    const groups = oneEach(lines);
    return { lines: draw(groups, axisOf(panel, first, groups, box), box, LOOK, context) };
  }
  const look = panel.options.legendStyle;
  const legend = placedLegend(lineLegend(distinct(lines), look.calculations), look, box, context);
  const groups = byCategory(panel, lines);
  const bars = draw(groups, axisOf(panel, first, groups, legend.rest), legend.rest, LOOK, context);
  return { lines: [...bars, ...legend.lines], note: 'one bar for the newest values' };
};

/** A category without a value has a bar of no length. */
function newest({ values, field }: PanelLine): number {
  const value = reduced(values) * field.factor;
  return Number.isFinite(value) ? value : 0;
}

/** Each series is a category of its own; as in Grafana all have the colour of the first. */
function oneEach(lines: readonly PanelLine[]): readonly BarGroup[] {
  const colour = lines[0]?.colour ?? '';
  return lines.map((line) => ({
    name: line.name,
    text: shownText(reduced(line.values), line.field),
    parts: [{ from: 0, to: newest(line), colour }],
  }));
}

/** A line of several categories has one entry in the legend. */
function distinct(lines: readonly PanelLine[]): readonly PanelLine[] {
  return [...new Map(lines.map((line) => [line.name, line])).values()];
}

function byCategory({ options }: DrawnPanel<'barchart'>, lines: readonly PanelLine[]): readonly BarGroup[] {
  const categories = new Map<string, PanelLine[]>();
  for (const line of lines) {
    const { category = line.name } = line;
    categories.set(category, [...(categories.get(category) ?? []), line]);
  }
  return [...categories].map(([name, inside]) =>
    options.stack === undefined ? besideEachOther(name, inside) : onTop(name, inside, options.stack),
  );
}

function besideEachOther(name: string, lines: readonly PanelLine[]): BarGroup {
  return { name, parts: lines.map((line) => ({ from: 0, to: newest(line), colour: line.colour })), beside: true };
}

function onTop(name: string, lines: readonly PanelLine[], stack: 'normal' | 'percent'): BarGroup {
  const sum = lines.reduce((total, line) => total + newest(line), 0);
  const whole = stack === 'percent' && sum !== 0 ? sum : 1;
  let from = 0;
  const parts = lines.map((line) => {
    const part = { from, to: from + newest(line) / whole, colour: line.colour };
    from = part.to;
    return part;
  });
  return { name, parts };
}

function axisOf({ options }: DrawnPanel<'barchart'>, { field }: PanelLine, groups: readonly BarGroup[], box: Box) {
  const share = options.stack === 'percent';
  const ends = groups.flatMap(({ parts }) => parts.map(({ to }) => to));
  return valueAxis({
    data: [Math.min(0, ...ends), Math.max(...ends)],
    options: share ? { min: 0, max: 1 } : {},
    field: share ? { display: 'percentunit', names: [] } : field,
    length: options.direction === 'horizontal' ? box.width * 0.4 : box.height - 36,
  });
}
