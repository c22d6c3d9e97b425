/** Places in a picture, in pixels, and how several values share one. */

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

const CELL_GAP = 8;

/**
 * Cells as square as they can be, so that their texts are as large as they can be.
 * Source: calculateGridDimensions() of @grafana/ui 13 (described, not copied).
 */
export function gridCells(box: Box, count: number): readonly Box[] {
  const across = columnsOf(box, count);
  const rows = stacked(box, Math.ceil(count / across), CELL_GAP);
  return rows.flatMap((row, index) => columns(row, Math.min(across, count - index * across), CELL_GAP));
}

function columnsOf({ width, height }: Box, count: number): number {
  const sizes = Array.from({ length: count }, (_, index) => index + 1).map((across) => {
    const down = Math.ceil(count / across);
    return { across, size: Math.min(width / across, height / down) };
  });
  return sizes.reduce((best, each) => (each.size > best.size ? each : best)).across;
}

/** Cells in a row, in a column, or as they fit best. */
export function cellsOf(box: Box, count: number, direction: 'auto' | 'horizontal' | 'vertical'): readonly Box[] {
  if (count === 0) return [];
  if (direction === 'auto') return gridCells(box, count);
  // Grafana's "vertical" stands values upright, beside each other.
  return direction === 'vertical' ? columns(box, count, CELL_GAP) : stacked(box, count, CELL_GAP);
}
