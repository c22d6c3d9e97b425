/** Log lines with their times and levels. */

import type { LogLine } from '../../sample/neutral-lines.ts';
import type { Box } from '../box.ts';
import type { Context, DrawFromData } from '../drawing.ts';
import type { Lines } from '../svg/element.ts';
import { label } from '../svg/label.ts';
import { colourOf } from '../theme.ts';

const COLOURS = { crit: 'purple', error: 'red', warn: 'yellow', info: 'green', debug: 'blue', '': 'text' } as const;

const ROW = 20;
const SIZE = 12;
const TIME_WIDTH = 190;
/** A level is a word of five letters at most, in its colour. */
const LEVEL_WIDTH = 50;

export const logs: DrawFromData<'logs'> = (panel, { logs: lines = [] }, box, context) => {
  const { order, time } = panel.options;
  const count = Math.max(1, Math.floor(box.height / ROW));
  const newestFirst = lines.slice(0, count);
  const ordered = order === 'oldest first' ? [...newestFirst].reverse() : newestFirst;
  const look = { box, time, context };
  return {
    lines: ordered.flatMap((line, index) => drawLine(line, box.y + (index + 0.5) * ROW, look)),
    note: 'lines invented',
  };
};

interface LineLook {
  readonly box: Box;
  readonly time: 'show' | 'hide';
  readonly context: Context;
}

function drawLine({ before, level, text }: LogLine, y: number, { box, time, context }: LineLook): Lines {
  const { theme, range } = context;
  const levelStart = box.x + 2 + (time === 'show' ? TIME_WIDTH : 0);
  const start = levelStart + LEVEL_WIDTH;
  const look = { y, size: SIZE, face: 'mono' } as const;
  const stamp = new Date(range.to - before).toISOString().replace('T', ' ').slice(0, 23);
  return [
    ...(time === 'show' ? label(stamp, { ...look, x: box.x + 2, fill: theme.secondary, room: TIME_WIDTH - 8 }) : []),
    ...label(level, { ...look, x: levelStart, fill: colourOf(theme, COLOURS[level]), room: LEVEL_WIDTH - 4 }),
    ...label(text, { ...look, x: start, room: box.x + box.width - start }),
  ];
}
