/** One number, or several, each on a tile of its own. */
import type { PanelLook } from '../../model/look/look.ts';
import type { StatOptions } from '../../panels/stat.ts';
import { cellsOf } from '../box.ts';
import { darkened } from '../colour.ts';
import { reduced } from '../data/reduce.ts';
import type { Context, Draw, PanelLine } from '../drawing.ts';
import { shown } from '../format/shown.ts';
import { drawTile, type Tile, tileSize } from '../plot/tile.ts';
import { container, element, type Lines } from '../svg/element.ts';
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
  const { calculation, colour: colouring, show, sparkline, min, max, nameSize } = panel.options;
  const { text, suffix, colour } = shown(reduced(line.values, calculation), line.field);
  const level = colourOf(theme, colour);
  const both = show === 'value and name' || (show === 'auto' && count > 1);
  return {
    value: show === 'name' ? { text: line.name, suffix: '' } : { text, suffix },
    title: both ? line.name : '',
    ...(nameSize === undefined ? {} : { nameSize }),
    level,
    ...(colouring === 'background' ? { ground: groundId(panel.id, level) } : {}),
    text: TEXT[colouring](level, theme),
    ...(sparkline === 'area' ? { history: { values: line.values, min, max } } : {}),
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
