/** Places in a picture, in pixels. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is left of a box inside a margin. */
export function inset(
  { x, y, width, height }: Box,
  by: Partial<Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>>,
): Box {
  const { left = 0, right = 0, top = 0, bottom = 0 } = by;
  return {
    x: x + left,
    y: y + top,
    width: Math.max(0, width - left - right),
    height: Math.max(0, height - top - bottom),
  };
}

/** Boxes beside each other, of the same width. */
export function columns({ x, y, width, height }: Box, count: number, gap: number): readonly Box[] {
  const each = (width - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({ x: x + index * (each + gap), y, width: each, height }));
}

/** Boxes below each other, of the same height. */
export function stacked({ x, y, width, height }: Box, count: number, gap: number): readonly Box[] {
  const each = (height - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({ x, y: y + index * (each + gap), width, height: each }));
}
