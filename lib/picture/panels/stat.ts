/**
 * One number, or several, with its history behind it, and its name beside or above it as the tile's shape allows.
 * Source of the measures: BigValueLayout of @grafana/ui 13 (described, not copied).
 */
import type { PanelLook } from '../../model/look/look.ts';
import type { StatOptions } from '../../panels/stat.ts';
import { type Box, cellsOf, inset } from '../box.ts';
import { darkened } from '../colour.ts';
import { extent, reduced } from '../data/reduce.ts';
import type { Context, Draw, PanelLine } from '../drawing.ts';
import { shown } from '../format/shown.ts';
import { container, element, type Lines } from '../svg/element.ts';
import { label } from '../svg/label.ts';
import { polygon, polyline, simplified } from '../svg/path.ts';
import { type ValueText, valueLabel, valueSize } from '../svg/value-label.ts';
import { largestSize } from '../text/measure.ts';
import { colourOf, type Theme } from '../theme.ts';

export const stat: Draw<'stat'> = (panel, { lines }, box, context) => {
  const cells = cellsOf(box, lines.length, panel.options.direction);
  const tiles = lines.map((line) => tileOf(panel, line, lines.length, context));
  const ground = panel.options.colour === 'background' ? gradients(panel.id, tiles, context.theme) : [];
  // Numbers that stand side by side are of one size.
  const size = Math.min(...tiles.map((tile, index) => tileSize(tile, cells[index] ?? box)));
  return { lines: [...ground, ...tiles.flatMap((tile, index) => drawTile(tile, cells[index] ?? box, size, context))] };
};

type Colouring = NonNullable<StatOptions['colour']>;

const TEXT: Readonly<Record<Colouring, (level: string, theme: Theme) => string>> = {
  value: (level) => level,
  background: (_, { onColour }) => onColour,
  none: (_, { text }) => text,
};

function tileOf(panel: PanelLook<'stat'>, line: PanelLine, count: number, { theme }: Context): Tile {
  const { calculation, colour: colouring, show, sparkline } = panel.options;
  const { text, suffix, colour } = shown(reduced(line.values, calculation), line.field);
  const level = colourOf(theme, colour);
  const both = show === 'value and name' || (show === 'auto' && count > 1);
  return {
    values: line.values,
    value: show === 'name' ? { text: line.name, suffix: '' } : { text, suffix },
    title: both ? line.name : '',
    level,
    ...(colouring === 'background' ? { ground: groundId(panel.id, level) } : {}),
    text: TEXT[colouring](level, theme),
    sparkline,
  };
}

function groundId(panel: number, colour: string): string {
  return `ground-${panel}-${colour.slice(1)}`;
}

/** The ground of each level, from one corner to the other. */
function gradients(panel: number, tiles: readonly Tile[], { name }: Theme): Lines {
  const factor = name === 'dark' ? 1 : -0.7;
  return [...new Set(tiles.map(({ level }) => level))].flatMap((colour) =>
    container('linearGradient', { id: groundId(panel, colour), x2: '1', y2: '1' }, [
      element('stop', { 'stop-color': darkened(colour, 0.15 * factor, 8) }),
      element('stop', { offset: '1', 'stop-color': darkened(colour, 0.05 * factor, -8) }),
    ]),
  );
}

export interface Tile {
  readonly values: readonly number[];
  readonly value: ValueText;
  /** The line's name; nothing where it is not shown. */
  readonly title: string;
  /** The colour of the level that the value has reached. */
  readonly level: string;
  /** The gradient that the tile is filled with. */
  readonly ground?: string;
  readonly text: string;
  readonly sparkline: 'area' | 'none';
}

const LINE_HEIGHT = 1.2;
const WIDE = 2.5;
const MIN_TITLE = 12;
const MAX_TITLE = 30;
/** A name above the number takes this share of the height, one beside it this share of the width. */
const TITLE_HEIGHT = 0.19;
const TITLE_WIDTH = 0.58;
/** The share of the height that a sparkline leaves for the number. */
const BESIDE_HISTORY = { centred: 0.5, above: 0.7 } as const;

function inside(cell: Box): Box {
  const padding = cell.height > 100 ? 12 : 8;
  return inset(cell, { left: padding, right: padding, top: padding, bottom: padding });
}

function isWide({ width, height }: Box): boolean {
  return width / height > WIDE;
}

function titleHeight({ height }: Box): number {
  return Math.min(MAX_TITLE, Math.max(MIN_TITLE, (height * TITLE_HEIGHT) / LINE_HEIGHT)) * LINE_HEIGHT;
}

/** The largest size of the number that its tile has room for. */
export function tileSize({ value, title, sparkline }: Tile, cell: Box): number {
  const { width, height } = inside(cell);
  const share = (of: keyof typeof BESIDE_HISTORY): number => (sparkline === 'area' ? BESIDE_HISTORY[of] : 1);
  if (title === '') return valueSize(value, { room: width, height: (height * share('centred')) / LINE_HEIGHT });
  if (isWide(cell)) return valueSize(value, { room: width * (0.96 - TITLE_WIDTH), height: height / LINE_HEIGHT });
  const left = (height - titleHeight({ ...cell, height })) * share('above');
  return valueSize(value, { room: width, height: left / LINE_HEIGHT });
}

const EDGE = { left: 1, right: 1, bottom: 1 };

/** The drawing of a tile, its number in a given size. */
export function drawTile(tile: Tile, cell: Box, size: number, context: Context): Lines {
  const ground =
    tile.ground === undefined ? [] : [element('rect', { ...inset(cell, EDGE), rx: 3, fill: `url(#${tile.ground})` })];
  return [...ground, ...history(tile, cell), ...texts(tile, cell, size, context)];
}

function texts(tile: Tile, cell: Box, size: number, { theme }: Context): Lines {
  const { value, title, text, ground } = tile;
  const place = inside(cell);
  const middle = place.y + place.height / 2;
  const fill = ground === undefined ? theme.text : theme.onColour;
  if (title === '') {
    return valueLabel(value, {
      x: place.x + place.width / 2,
      y: middle,
      size,
      fill: text,
      anchor: 'middle',
      room: place.width,
    });
  }
  if (isWide(cell)) {
    const room = place.width * TITLE_WIDTH;
    const max = Math.min(MAX_TITLE, Math.max(MIN_TITLE, size * 0.7));
    const titleSize = Math.max(MIN_TITLE, largestSize(title, { room, height: place.height / LINE_HEIGHT, max }));
    return [
      ...label(title, { x: place.x, y: middle, size: titleSize, fill, room }),
      ...valueLabel(value, {
        x: place.x + place.width,
        y: middle,
        size,
        fill: text,
        anchor: 'end',
        room: place.width - room,
      }),
    ];
  }
  const above = titleHeight(place);
  const left = (place.height - above) * (tile.sparkline === 'area' ? BESIDE_HISTORY.above : 1);
  return [
    ...label(title, { x: place.x, y: place.y + above / 2, size: above / LINE_HEIGHT, fill, room: place.width }),
    ...valueLabel(value, { x: place.x, y: place.y + above + left / 2, size, fill: text, room: place.width }),
  ];
}

/** The values over time, in the lower half. */
function history({ values, level, ground, sparkline }: Tile, cell: Box): Lines {
  if (sparkline === 'none') return [];
  const colour = ground === undefined ? level : '#fff';
  const [min, max] = extent([values]);
  const bottom = cell.y + cell.height - 1;
  const span = max - min || Math.max(1, 2 * Math.abs(max));
  const points = values.map((value, moment) => ({
    x: Math.round(cell.x + 1 + ((cell.width - 2) * moment) / (values.length - 1)),
    y: bottom - 1 - ((cell.height * 0.5 - 3) * (value - min)) / span,
  }));
  const curve = simplified(points);
  const corners = [curve.at(-1), curve[0]].flatMap((point) => (point === undefined ? [] : [{ x: point.x, y: bottom }]));
  return [
    element('path', { d: polygon([...curve, ...corners]), fill: colour, 'fill-opacity': '.2' }),
    element('path', {
      d: polyline(curve),
      fill: 'none',
      stroke: colour,
      'stroke-opacity': ground === undefined ? undefined : '.7',
    }),
  ];
}
