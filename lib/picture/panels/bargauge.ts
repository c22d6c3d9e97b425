/** A bar for each series, with its name and its value. */
import type { ColourName } from '../../model/look/levels.ts';
import type { PanelLook } from '../../model/look/look.ts';
import { type Box, columns, inset, stacked } from '../box.ts';
import { gaugeScale, reduced } from '../data/reduce.ts';
import type { Context, Draw, PanelLine } from '../drawing.ts';
import { shown } from '../format/shown.ts';
import { type Bar, barLines } from '../plot/gauge-bar.ts';
import type { Lines } from '../svg/element.ts';
import { label } from '../svg/label.ts';
import { valueLabel, valueSize, valueWidth } from '../svg/value-label.ts';
import { textWidth } from '../text/measure.ts';
import { colourOf } from '../theme.ts';

const GAP = 10;
const MIN_HEIGHT = 26;
const TITLE_SIZE = 14;
const TITLE_HEIGHT = 21;
/** In a lower cell the name stands beside the bar, in a share of the cell's height and of its width at most. */
const ABOVE_FROM = 40;
const BESIDE = { size: 0.4, min: 12, room: 0.4, gap: 15 } as const;
const VALUE_SIZE = 18;
const VALUE_HEIGHT = 24;

export const bargauge: Draw<'bargauge'> = (panel, { lines: all }, box, context) => {
  const upright = panel.options.direction === 'vertical';
  const room = Math.max(1, Math.floor((box.height + GAP) / (MIN_HEIGHT + GAP)));
  const lines = upright ? all : all.slice(0, room);
  const value = (line: PanelLine): number => reduced(line.values, panel.options.calculation);
  const scale = gaugeScale(panel.options, [all.map(value)]);
  const cells = upright ? columns(box, lines.length, GAP) : stacked(box, lines.length, GAP);
  const widest = Math.max(0, ...lines.map((line) => valueWidth(shown(value(line), line.field), VALUE_SIZE)));
  const names = upright ? NAMES_ABOVE : namesOf(lines, cells[0] ?? box);
  const drawn = lines.flatMap((line, index) => {
    const { mode } = panel.options;
    const bar: Bar = { mode, upright, line, value: value(line), scale, id: `bar-${panel.id}-${index}` };
    const cell = cells[index] ?? box;
    return upright ? standing(bar, cell, panel, context) : lying(bar, { cell, widest, names }, panel, context);
  });
  return { lines: drawn };
};

type BarPanel = PanelLook<'bargauge'>;

/** The colour of the level that a value has reached, that of text where there are no thresholds. */
function valueColour({ thresholds }: BarPanel, level: ColourName, { theme }: Context): string {
  return thresholds === undefined ? theme.text : colourOf(theme, level);
}

interface Names {
  readonly size: number;
  /** Their height above the bar, and their width beside it. */
  readonly top: number;
  readonly left: number;
}

const NAMES_ABOVE: Names = { size: TITLE_SIZE, top: TITLE_HEIGHT, left: 0 };

/** Above the bars where there is room for that, else beside them, all in one column. */
function namesOf(lines: readonly PanelLine[], { width, height }: Box): Names {
  if (height > ABOVE_FROM) return NAMES_ABOVE;
  const size = Math.round(Math.min(TITLE_SIZE, Math.max(BESIDE.min, height * BESIDE.size)));
  const widest = Math.max(0, ...lines.map(({ name }) => textWidth(name, size)));
  return { size, top: 0, left: Math.min(widest + BESIDE.gap, width * BESIDE.room) };
}

interface LyingPlace {
  readonly cell: Box;
  /** All bars end where the longest value begins. */
  readonly widest: number;
  readonly names: Names;
}

function lying(bar: Bar, { cell, widest, names }: LyingPlace, panel: BarPanel, context: Context): Lines {
  const room = Math.min(cell.width * 0.5, Math.max(60, widest + 16));
  const { size, top, left } = names;
  const place = inset(cell, { top, left, right: room });
  const text = shown(bar.value, bar.line.field);
  const name =
    left === 0
      ? { x: cell.x, y: cell.y + top / 2, size, room: cell.width }
      : { x: place.x - 8, y: cell.y + cell.height / 2, size, room: left - 8, anchor: 'end' as const };
  const look = {
    x: cell.x + cell.width - 4,
    y: place.y + place.height / 2,
    size: valueSize(text, { room: room - 12, height: place.height, max: VALUE_SIZE }),
    fill: valueColour(panel, text.colour, context),
    anchor: 'end',
    room: room - 8,
  } as const;
  return [...label(bar.line.name, name), ...barLines(bar, place, context), ...valueLabel(text, look)];
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
