/** How often each value occurred over the time shown. */
import { exact } from '../axis/bounds.ts';
import { valueAxis } from '../axis/value-axis.ts';
import { extent } from '../data/reduce.ts';
import type { DrawFromData, DrawnPanel, PanelLine } from '../drawing.ts';
import { shownText } from '../format/shown.ts';
import { type BarGroup, uprightBars } from '../plot/bars.ts';
import { lineLegend, placedLegend } from '../plot/legend.ts';

const LOOK = { gap: 0.06, names: 'between' } as const;
const ROUND = [1, 2, 2.5, 5, 10];

export const histogram: DrawFromData<'histogram'> = (panel, { lines }, box, context) => {
  const [first] = lines;
  if (first === undefined) return { lines: [] };
  const look = panel.options.legendStyle;
  const { lines: legend, rest } = placedLegend(lineLegend(lines, look.calculations), look, box, context);
  const groups = buckets(panel, lines, first);
  const highest = Math.max(...groups.flatMap(({ parts }) => parts.map(({ to }) => to)));
  const axis = valueAxis({
    data: [0, highest],
    options: { min: 0 },
    field: { display: 'none', names: [] },
    length: rest.height - 36,
  });
  return { lines: [...uprightBars(groups, axis, rest, LOOK, context), ...legend] };
};

/** One bar for each bucket and series; smaller ones are drawn over larger ones. */
function buckets(
  panel: DrawnPanel<'histogram'>,
  lines: readonly PanelLine[],
  { field }: PanelLine,
): readonly BarGroup[] {
  const [min, max] = extent(lines.map(({ values }) => values));
  const size = bucketSize(
    panel.options,
    max - min,
    lines.flatMap(({ values }) => values.filter(Number.isFinite)),
  );
  const start = Math.floor(min / size);
  const count = Math.max(1, Math.floor(max / size) - start + 1);
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [exact((start + index) * size), exact((start + index + 1) * size)];
    const parts = lines.map(({ values, colour }) => ({
      from: 0,
      to: values.filter((value) => value >= from && value < to).length,
      colour,
    }));
    return { name: shownText(from, field), parts: [...parts].sort((a, b) => b.to - a.to) };
  });
}

/** As Grafana chooses it: no smaller than the values are apart, so that whole numbers have buckets of their own. */
function bucketSize(
  { bucketSize: own, bucketCount }: DrawnPanel<'histogram'>['options'],
  span: number,
  values: readonly number[],
): number {
  if (own !== undefined) return own;
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const apart = sorted.slice(1).map((value, index) => value - (sorted[index] ?? value));
  const min = Math.max((span || 1) / bucketCount, Math.min(span || 1, ...apart));
  const unit = 10 ** Math.floor(Math.log10(min));
  return exact(unit * (ROUND.find((factor) => factor * unit >= exact(min)) ?? 10));
}
