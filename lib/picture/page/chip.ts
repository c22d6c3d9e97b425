/** Texts in boxes, as controls stand above a dashboard. */
import type { Context } from '../context.ts';
import { element, type Lines } from '../svg/element.ts';
import { label, USUAL_SIZE } from '../svg/label.ts';
import { textWidth } from '../text/measure.ts';

export interface PlacedChip {
  readonly lines: Lines;
  readonly start: number;
  readonly end: number;
}

const HEIGHT = 30;
const PADDING = 8;

function ground(x: number, y: number, width: number, { theme }: Context): string {
  const place = { x: x + 0.5, y: y - HEIGHT / 2 + 0.5, width, height: HEIGHT, rx: 2 };
  return element('rect', { ...place, fill: theme.panel, stroke: theme.border });
}

/** One text; `end` is its right border. */
export function chip(text: string, end: number, y: number, context: Context): PlacedChip {
  const width = Math.round(textWidth(text, USUAL_SIZE)) + 2 * PADDING;
  const start = end - width;
  const lines = [ground(start, y, width, context), ...label(text, { x: start + width / 2, y, anchor: 'middle' })];
  return { lines, start, end };
}

const LEAST_VALUE = 24;
const MOST_VALUE = 160;

/** A name and what is chosen for it; `start` is its left border. */
export function choice(name: string, value: string, start: number, y: number, context: Context): PlacedChip {
  const nameWidth = Math.round(textWidth(name, USUAL_SIZE)) + 2 * PADDING;
  const room = Math.min(MOST_VALUE, Math.max(LEAST_VALUE, Math.round(textWidth(value, USUAL_SIZE)) + 1));
  const width = nameWidth + room + 2 * PADDING;
  const { theme } = context;
  const valueLook = { x: start + (nameWidth + width) / 2, y, fill: theme.secondary, anchor: 'middle', room } as const;
  return {
    lines: [
      ground(start, y, width, context),
      element('path', { d: `M${start + nameWidth + 0.5} ${y - HEIGHT / 2}v${HEIGHT}`, stroke: theme.border }),
      ...label(name, { x: start + nameWidth / 2, y, weight: 500, anchor: 'middle' }),
      ...label(value, valueLook),
    ],
    start,
    end: start + width,
  };
}
