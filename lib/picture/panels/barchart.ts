/** Bars by category: one for each series, its newest value. */

import type { PanelLook } from '../../model/look/look.ts';
import { hasBarPerSeries } from '../../panels/barchart.ts';
import { valueAxis } from '../axis/value-axis.ts';
import type { Box } from '../box.ts';
import { linesOf, type PanelLine } from '../data/lines.ts';
import { reduced } from '../data/reduce.ts';
import type { Draw } from '../drawing.ts';
import { shownText } from '../format/shown.ts';
import { type BarGroup, lyingBars, uprightBars } from '../plot/bars.ts';
import { lineLegend, placedLegend } from '../plot/legend.ts';

const LOOK = { gap: 0.3, names: 'below' } as const;

export const barchart: Draw<'barchart'> = (panel, box, context) => {
  const lines = linesOf(panel, context);
  const [first] = lines;
  if (first === undefined) return { lines: [] };
  const draw = panel.options.direction === 'horizontal' ? lyingBars : uprightBars;
  if (panel.options.stack === undefined || hasBarPerSeries(panel)) {
    const groups = oneEach(lines);
    return { lines: draw(groups, axisOf(panel, first, groups, box), box, LOOK, context) };
  }
  const groups = [onTop(panel, lines)];
  const look = panel.options.legendStyle;
  const legend = placedLegend(lineLegend(lines, look.calculations), look, box, context);
  const bars = draw(groups, axisOf(panel, first, groups, legend.rest), legend.rest, LOOK, context);
  return { lines: [...bars, ...legend.lines], note: 'one bar for the newest values' };
};

function newest({ values, field }: PanelLine): number {
  return reduced(values) * field.factor;
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

function onTop({ options, title }: PanelLook<'barchart'>, lines: readonly PanelLine[]): BarGroup {
  const sum = lines.reduce((total, line) => total + newest(line), 0);
  const whole = options.stack === 'percent' && sum !== 0 ? sum : 1;
  let from = 0;
  const parts = lines.map((line) => {
    const part = { from, to: from + newest(line) / whole, colour: line.colour };
    from = part.to;
    return part;
  });
  return { name: title, parts };
}

function axisOf({ options }: PanelLook<'barchart'>, { field }: PanelLine, groups: readonly BarGroup[], box: Box) {
  const share = options.stack === 'percent';
  const ends = groups.flatMap(({ parts }) => parts.map(({ to }) => to));
  return valueAxis({
    data: [Math.min(0, ...ends), Math.max(...ends)],
    options: share ? { min: 0, max: 1 } : {},
    field: share ? { display: 'percentunit', names: [] } : field,
    length: options.direction === 'horizontal' ? box.width * 0.4 : box.height - 36,
  });
}
