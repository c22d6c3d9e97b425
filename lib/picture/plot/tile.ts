/**
 * A tile of a stat: a number, its name above or beside it, and its history below both.
 * Source of the measures: BigValueLayout of @grafana/ui 13 (described, not copied).
 */
import { type Box, inset } from '../box.ts';
import { extent } from '../data/reduce.ts';
import type { Context } from '../drawing.ts';
import { element, type Lines } from '../svg/element.ts';
import { label } from '../svg/label.ts';
import { polygon, polyline, simplified } from '../svg/path.ts';
import { type ValueText, valueLabel, valueSize } from '../svg/value-label.ts';
import { largestSize } from '../text/measure.ts';

/** The values over time, on an axis that begins at `min` or at a lower value, and ends at `max` or at a higher one. */
export interface History {
  readonly values: readonly number[];
  readonly min: number | undefined;
  readonly max?: number | undefined;
}

export interface Tile {
  readonly value: ValueText;
  /** The line's name; nothing where it is not shown. */
  readonly title: string;
  /** The height of its letters; as the tile has room for it unless told. */
  readonly nameSize?: number;
  /** The colour of the level that the value has reached. */
  readonly level: string;
  /** The gradient that the tile is filled with. */
  readonly ground?: string;
  readonly text: string;
  readonly history?: History;
}

const LINE_HEIGHT = 1.2;
const WIDE = 2.5;
const MIN_TITLE = 10;
const MAX_TITLE = 30;
/** A name above the number takes this share of the height, one beside it this share of the width. */
const TITLE_HEIGHT = 0.19;
const TITLE_WIDTH = 0.58;
/** What a history takes of the height at least: below name and number, and where the name stands beside the number. */
const HISTORY_BELOW = 0.25;
const HISTORY_OF_WIDE = 0.5;
/** Lower tiles have no room for a history. */
const LOWEST_WITH_HISTORY = { wide: 50, stacked: 100 } as const;

function inside(cell: Box): Box {
  const padding = cell.height > 100 ? 12 : 8;
  return inset(cell, { left: padding, right: padding, top: padding, bottom: padding });
}

function isWide({ width, height }: Box): boolean {
  return width / height > WIDE;
}

function hasHistory({ history }: Tile, cell: Box): boolean {
  return history !== undefined && cell.height > LOWEST_WITH_HISTORY[isWide(cell) ? 'wide' : 'stacked'];
}

function titleHeight({ nameSize }: Tile, { height }: Box): number {
  return (nameSize ?? Math.min(MAX_TITLE, Math.max(12, (height * TITLE_HEIGHT) / LINE_HEIGHT))) * LINE_HEIGHT;
}

/** The height that is left for the number. */
function valueHeight(tile: Tile, cell: Box): number {
  const place = inside(cell);
  const above = tile.title === '' || isWide(cell) ? 0 : titleHeight(tile, place);
  if (!hasHistory(tile, cell)) return place.height - above;
  return isWide(cell) ? place.height * HISTORY_OF_WIDE : place.height - cell.height * HISTORY_BELOW - above;
}

/** The largest size of the number that its tile has room for. */
export function tileSize(tile: Tile, cell: Box): number {
  const { width } = inside(cell);
  const room = tile.title !== '' && isWide(cell) ? width * (0.96 - TITLE_WIDTH) : width;
  return valueSize(tile.value, { room, height: valueHeight(tile, cell) / LINE_HEIGHT });
}

const EDGE = { left: 1, right: 1, bottom: 1 };

/** The drawing of a tile, its number in a given size. */
export function drawTile(tile: Tile, cell: Box, size: number, context: Context): Lines {
  const ground =
    tile.ground === undefined ? [] : [element('rect', { ...inset(cell, EDGE), rx: 3, fill: `url(#${tile.ground})` })];
  const behind = hasHistory(tile, cell) ? historyLines(tile, historyPlace(tile, cell, size)) : [];
  return [...ground, ...behind, ...texts(tile, cell, size, context)];
}

function texts(tile: Tile, cell: Box, size: number, { theme }: Context): Lines {
  const { value, title, text, ground } = tile;
  const place = inside(cell);
  const fill = ground === undefined ? theme.text : theme.onColour;
  if (title === '') {
    const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2, anchor: 'middle' } as const;
    return valueLabel(value, { ...middle, size, fill: text, room: place.width });
  }
  if (isWide(cell)) {
    const height = valueHeight(tile, cell);
    const middle = place.y + (hasHistory(tile, cell) ? size * LINE_HEIGHT : height) / 2;
    const room = place.width * TITLE_WIDTH;
    const max = tile.nameSize ?? Math.min(MAX_TITLE, Math.max(12, size * 0.7));
    const right = { x: place.x + place.width, y: middle, anchor: 'end' } as const;
    return [
      ...name(title, { x: place.x, y: middle, room, height, max, fill }),
      ...valueLabel(value, { ...right, size, fill: text, room: place.width - room }),
    ];
  }
  const above = titleHeight(tile, place);
  const height = hasHistory(tile, cell) ? size * LINE_HEIGHT : place.height - above;
  return [
    ...name(title, {
      ...{ x: place.x, y: place.y + above / 2, fill },
      ...{ room: place.width, height: above, max: above / LINE_HEIGHT },
    }),
    ...valueLabel(value, { x: place.x, y: place.y + above + height / 2, size, fill: text, room: place.width }),
  ];
}

interface NamePlace {
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly height: number;
  readonly max: number;
  readonly fill: string;
}

/** The name, smaller where it is long; shortened where it could not be read any more. */
function name(title: string, { x, y, room, height, max, fill }: NamePlace): Lines {
  const size = Math.max(MIN_TITLE, largestSize(title, { room, height: height / LINE_HEIGHT, max }));
  return label(title, { x, y, size, fill, room });
}

/**
 * Where the history is drawn. Below a name and its number, so that it goes through neither; a number without its name
 * stands in the middle, and the history behind it.
 */
function historyPlace(tile: Tile, cell: Box, size: number): Box {
  if (isWide(cell)) return inset(cell, { top: cell.height * (1 - HISTORY_OF_WIDE) });
  const place = inside(cell);
  const above = tile.title === '' ? 0 : titleHeight(tile, place) + place.y - cell.y;
  return inset(cell, { top: above + size * LINE_HEIGHT });
}

/** The values over time. */
function historyLines({ history, level, ground }: Tile, place: Box): Lines {
  if (history === undefined) return [];
  const { values, min: low = Infinity, max: high = -Infinity } = history;
  const colour = ground === undefined ? level : '#fff';
  const [min, max] = extent([values, [low, high]]);
  const bottom = place.y + place.height - 1;
  const span = max - min || Math.max(1, 2 * Math.abs(max));
  const points = values.map((value, moment) => ({
    x: Math.round(place.x + 1 + ((place.width - 2) * moment) / (values.length - 1)),
    y: bottom - 1 - ((place.height - 3) * (value - min)) / span,
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
