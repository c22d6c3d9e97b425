/** A bar for each series, with its name and its value. */
import type { ColourName } from '../../model/look/levels.ts';
import type { ResolvedPanel } from '../../model/resolved.ts';
import { type Box, columns, inset, stacked } from '../box.ts';
import type { Context } from '../context.ts';
import { linesOf, type PanelLine } from '../data/lines.ts';
import { reduced } from '../data/reduce.ts';
import { shown } from '../look/field.ts';
import type { Lines } from '../svg/element.ts';
import { label } from '../svg/label.ts';
import { valueLabel, valueSize, valueWidth } from '../svg/value-label.ts';
import { colourOf } from '../theme.ts';
import { type Bar, barLines } from './bargauge-bar.ts';
import type { Draw } from './drawing.ts';
import { gaugeScale } from './extent.ts';

const GAP = 10;
const LEAST_HEIGHT = 26;
const TITLE_SIZE = 14;
const TITLE_HEIGHT = 21;
const VALUE_SIZE = 18;
const VALUE_HEIGHT = 24;

export const bargauge: Draw<'bargauge'> = (panel, box, context) => {
  const all = linesOf(panel, context);
  const upright = panel.options.direction === 'vertical';
  const most = Math.max(1, Math.floor((box.height + GAP) / (LEAST_HEIGHT + GAP)));
  const lines = upright ? all : all.slice(0, most);
  const value = (line: PanelLine): number => reduced(line.values, panel.options.calculation);
  const scale = gaugeScale(panel, { min: 0, ...panel.options }, [all.map(value)]);
  const cells = upright ? columns(box, lines.length, GAP) : stacked(box, lines.length, GAP);
  const widest = Math.max(0, ...lines.map((line) => valueWidth(shown(value(line), line.field), VALUE_SIZE)));
  const drawn = lines.flatMap((line, index) => {
    const { mode = 'basic' } = panel.options;
    const bar: Bar = { mode, upright, line, value: value(line), scale, id: `bar-${panel.id}-${index}` };
    const cell = cells[index] ?? box;
    return upright ? standing(bar, cell, panel, context) : lying(bar, { cell, widest }, panel, context);
  });
  return { lines: drawn };
};

type BarPanel = ResolvedPanel<'bargauge'>;

/** A value without thresholds is neither good nor bad. */
function valueColour({ thresholds }: BarPanel, level: ColourName, { theme }: Context): string {
  return thresholds === undefined ? theme.text : colourOf(theme, level);
}

interface LyingPlace {
  readonly cell: Box;
  /** All bars end where the longest value begins. */
  readonly widest: number;
}

function lying(bar: Bar, { cell, widest }: LyingPlace, panel: BarPanel, context: Context): Lines {
  const room = Math.min(cell.width * 0.5, Math.max(60, widest + 16));
  const place = inset(cell, { top: TITLE_HEIGHT, right: room });
  const text = shown(bar.value, bar.line.field);
  const look = {
    x: cell.x + cell.width - 4,
    y: place.y + place.height / 2,
    size: valueSize(text, { room: room - 12, height: place.height, most: VALUE_SIZE }),
    fill: valueColour(panel, text.colour, context),
    anchor: 'end',
    room: room - 8,
  } as const;
  return [
    ...label(bar.line.name, { x: cell.x, y: cell.y + TITLE_HEIGHT / 2, size: TITLE_SIZE, room: cell.width }),
    ...barLines(bar, place, context),
    ...valueLabel(text, look),
  ];
}

function standing(bar: Bar, cell: Box, panel: BarPanel, context: Context): Lines {
  const text = shown(bar.value, bar.line.field);
  const middle = cell.x + cell.width / 2;
  const look = {
    x: middle,
    y: cell.y + VALUE_HEIGHT / 2,
    size: valueSize(text, { room: cell.width, height: VALUE_SIZE }),
    fill: valueColour(panel, text.colour, context),
    anchor: 'middle',
    room: cell.width,
  } as const;
  return [
    ...valueLabel(text, look),
    ...barLines(bar, inset(cell, { top: VALUE_HEIGHT, bottom: TITLE_HEIGHT }), context),
    ...label(bar.line.name, { x: middle, y: cell.y + cell.height - 9, anchor: 'middle', room: cell.width }),
  ];
}
