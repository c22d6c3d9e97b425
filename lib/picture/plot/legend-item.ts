/** What every kind of legend is made of. */
import type { Box } from '../box.ts';
import { element, type Lines } from '../svg/element.ts';

/** One thing that a legend names. */
export interface LegendItem {
  readonly name: string;
  readonly colour: string;
  readonly dashed?: 'yes';
  /** What stands beside it in a table, one text for each of the legend's columns. */
  readonly cells?: readonly string[];
}

/** The items, and the titles of a table's columns. */
export interface LegendContent {
  readonly items: readonly LegendItem[];
  readonly columns: readonly string[];
}

export interface PlacedLegend {
  readonly lines: Lines;
  /** What is left for the graph. */
  readonly rest: Box;
}

/** The height of a line. */
export const ROW = 20;
/** Where a name begins, after its key. */
export const NAME_X = 26;
const KEY_X = 4;
const KEY = 14;
/** A legend takes at most this share of its panel's height. */
export const MOST_HEIGHT = 0.4;

/** The short line in an item's colour. */
export function keyLine({ colour, dashed }: LegendItem, x: number, y: number): string {
  const way = dashed === 'yes' ? 'h5m4 0h5' : `h${KEY}`;
  return element('path', { d: `M${Math.round(x + KEY_X)} ${Math.round(y)}${way}`, stroke: colour, 'stroke-width': 4 });
}
