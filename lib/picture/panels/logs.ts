/** Log lines, invented: what they would say is known to nobody before the service runs. */

import { random, seedOf } from '../../sample/random.ts';
import type { Box } from '../box.ts';
import type { Context, Draw } from '../drawing.ts';
import type { Lines } from '../svg/element.ts';
import { label } from '../svg/label.ts';
import { colourOf } from '../theme.ts';

interface LogLine {
  readonly at: number;
  readonly level: keyof typeof COLOURS;
  readonly text: string;
}

const COLOURS = { info: 'green', warn: 'yellow', error: 'red', debug: 'blue' } as const;

const SAID: readonly Omit<LogLine, 'at'>[] = [
  { level: 'info', text: 'msg="request handled" method=GET path=/ status=200 duration=12ms' },
  { level: 'info', text: 'msg="request handled" method=POST path=/ status=200 duration=31ms' },
  { level: 'warn', text: 'msg="slow answer" path=/ duration=1204ms' },
  { level: 'info', text: 'msg="request handled" method=GET path=/ status=200 duration=9ms' },
  { level: 'debug', text: 'msg="connection kept" idle=4' },
  { level: 'error', text: 'msg="connection refused" attempt=3' },
];

const ROW = 20;
const SIZE = 12;
const TIME_WIDTH = 190;
/** A level is a word of five letters at most, in its colour. */
const LEVEL_WIDTH = 50;

export const logs: Draw<'logs'> = (panel, box, context) => {
  const { order, time } = panel.options;
  const count = Math.max(1, Math.floor(box.height / ROW));
  const newestFirst = lines(panel.id, count, context);
  const ordered = order === 'oldest first' ? [...newestFirst].reverse() : newestFirst;
  const look = { box, time, context };
  return {
    lines: ordered.flatMap((line, index) => drawLine(line, box.y + (index + 0.5) * ROW, look)),
    note: 'lines invented',
  };
};

function lines(panel: number, count: number, { range }: Context): readonly LogLine[] {
  const seed = seedOf(String(panel));
  let at = range.to - 2000;
  return Array.from({ length: count }, (_, index) => {
    at -= 400 + Math.floor(random(seed, index) * 9000);
    const said = SAID[Math.floor(random(seed, index + 1000) * SAID.length)];
    return { at, level: said?.level ?? 'info', text: said?.text ?? '' };
  });
}

interface LineLook {
  readonly box: Box;
  readonly time: 'show' | 'hide';
  readonly context: Context;
}

function drawLine({ at, level, text }: LogLine, y: number, { box, time, context: { theme } }: LineLook): Lines {
  const levelStart = box.x + 2 + (time === 'show' ? TIME_WIDTH : 0);
  const start = levelStart + LEVEL_WIDTH;
  const look = { y, size: SIZE, face: 'mono' } as const;
  const stamp = new Date(at).toISOString().replace('T', ' ').slice(0, 23);
  return [
    ...(time === 'show' ? label(stamp, { ...look, x: box.x + 2, fill: theme.secondary, room: TIME_WIDTH - 8 }) : []),
    ...label(level, { ...look, x: levelStart, fill: colourOf(theme, COLOURS[level]), room: LEVEL_WIDTH - 4 }),
    ...label(text, { ...look, x: start, room: box.x + box.width - start }),
  ];
}
