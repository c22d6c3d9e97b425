/** One number, or several, with its history behind it. */

import type { PanelLook } from '../../model/look/look.ts';
import type { StatOptions } from '../../model/panel-options.ts';
import { darkened } from '../colour.ts';
import type { Context } from '../context.ts';
import { linesOf, type PanelLine } from '../data/lines.ts';
import { reduced } from '../data/reduce.ts';
import { shown } from '../look/field.ts';
import { container, element, type Lines } from '../svg/element.ts';
import { colourOf, type Theme } from '../theme.ts';
import { cellsOf } from './cells.ts';
import type { Draw } from './drawing.ts';
import { drawTile, type Tile, tileSize } from './stat-tile.ts';

export const stat: Draw<'stat'> = (panel, box, context) => {
  const lines = linesOf(panel, context);
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
