/** A number within its bounds, as a dial with its thresholds around it. */
import { type Box, cellsOf, inset } from '../box.ts';
import { type GaugeScale, gaugeScale, reduced } from '../data/reduce.ts';
import type { Context, DrawFromData, DrawnPanel, PanelLine } from '../drawing.ts';
import { shown } from '../format/shown.ts';
import { element, type Lines } from '../svg/element.ts';
import { label } from '../svg/label.ts';
import { arc } from '../svg/path.ts';
import { valueLabel, valueSize } from '../svg/value-label.ts';
import { colourOf } from '../theme.ts';

export const gauge: DrawFromData<'gauge'> = (panel, { lines }, box, context) => {
  const scale = gaugeScale(
    panel.options,
    lines.map(({ values }) => values),
  );
  const cells = cellsOf(box, lines.length, 'auto');
  return {
    lines: lines.flatMap((line, index) =>
      dial(panel, line, { cell: cells[index] ?? box, scale, named: lines.length > 1 }, context),
    ),
  };
};

/** The dial is open at the bottom: parts of a turn, clockwise from the right. */
const START = 0.42;
const END = 1.08;
const BAR = 0.24;
const TITLE = 20;

interface DialPlace {
  readonly cell: Box;
  readonly scale: GaugeScale;
  readonly named: boolean;
}

function dial(
  panel: DrawnPanel<'gauge'>,
  line: PanelLine,
  { cell, scale, named }: DialPlace,
  { theme }: Context,
): Lines {
  const inside = inset(cell, { top: 4, bottom: named ? TITLE : 2, left: 4, right: 4 });
  const radius = Math.min(inside.width / 2, inside.height / (1 + 0.48));
  const centre = { x: inside.x + inside.width / 2, y: inside.y + (inside.height - radius * 1.48) / 2 + radius };
  const value = reduced(line.values, panel.options.calculation);
  const text = shown(value, line.field);
  const fill = colourOf(theme, text.colour);
  const ring = { centre, outer: radius * 0.9, inner: radius * (0.9 - BAR) };
  const at = (share: number): number => START + (END - START) * share;
  const size = valueSize(text, { room: ring.inner * 1.75, height: radius * 0.42 });
  return [
    ...markers(line, { centre, outer: radius, inner: radius * 0.94 }, scale, theme),
    element('path', { d: arc(ring, START, END), fill: theme.track }),
    ...(Number.isNaN(value)
      ? []
      : [element('path', { d: arc(ring, START, Math.max(START + 0.004, at(scale.at(value)))), fill })]),
    ...valueLabel(text, { x: centre.x, y: centre.y, size, fill, anchor: 'middle', room: ring.inner * 1.75 }),
    ...(named
      ? label(line.name, { x: centre.x, y: cell.y + cell.height - TITLE / 2, anchor: 'middle', room: cell.width - 8 })
      : []),
  ];
}

type Ring = Parameters<typeof arc>[0];

/** The thresholds' colours around the dial; nothing where there are none. */
function markers({ field }: PanelLine, ring: Ring, scale: GaugeScale, theme: Context['theme']): Lines {
  if (field.steps.length < 2) return [];
  return field.steps.flatMap(({ from, colour }, index) => {
    const [a, b] = [scale.at(from), scale.at(field.steps[index + 1]?.from ?? Infinity)];
    if (b - a <= 0) return [];
    return [
      element('path', {
        d: arc(ring, START + (END - START) * a, START + (END - START) * b),
        fill: colourOf(theme, colour),
      }),
    ];
  });
}
