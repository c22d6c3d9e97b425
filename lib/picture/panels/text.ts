/** Markdown as a person reads it. */
import type { Box } from '../box.ts';
import type { Context, DrawFromData } from '../drawing.ts';
import { element, type Lines } from '../svg/element.ts';
import { label } from '../svg/label.ts';
import { type Block, blocks, isSimplified } from '../text/markdown.ts';
import { wrapped } from '../text/measure.ts';

const HEADINGS = [22, 18, 16] as const;
const SIZE = 14;
const CODE_SIZE = 12;
const LINE_HEIGHT = 1.5;
const INDENT = 6;

/** What is left free below a block. */
const AFTER: Readonly<Record<Block['kind'], number>> = { heading: 8, text: 8, item: 2, row: 2, code: 0 };

export const text: DrawFromData<'text'> = ({ options }, _, box, context) => {
  const lines: string[] = [];
  let y = box.y;
  for (const block of blocks(options.markdown)) {
    const rows = rowsOf(block, box);
    const height = sizeOf(block) * LINE_HEIGHT;
    for (const row of rows) {
      // What is below the panel's border is reached by scrolling.
      if (y + height > box.y + box.height) return { lines, ...noteOf(options.markdown) };
      lines.push(...drawRow(block, row, { ...box, y, height }, context));
      y += height;
    }
    y += AFTER[block.kind];
  }
  return { lines, ...noteOf(options.markdown) };
};

function noteOf(markdown: string): { readonly note?: string } {
  return isSimplified(markdown) ? { note: 'Markdown simplified' } : {};
}

function sizeOf({ kind, level = 1 }: Block): number {
  if (kind === 'heading') return HEADINGS[level - 1] ?? SIZE;
  return kind === 'code' ? CODE_SIZE : SIZE;
}

function rowsOf(block: Block, { width }: Box): readonly string[] {
  const face = block.kind === 'code' ? ({ face: 'mono' } as const) : {};
  return wrapped(block.text, { size: sizeOf(block), room: width - 2 * INDENT, ...face });
}

function drawRow(block: Block, row: string, place: Box, { theme }: Context): Lines {
  const at = { x: place.x + INDENT, y: place.y + place.height / 2, size: sizeOf(block) };
  if (block.kind === 'code')
    return [element('rect', { ...place, fill: theme.track }), ...label(row, { ...at, face: 'mono' })];
  return label(row, block.kind === 'heading' ? { ...at, weight: 500 } : at);
}
