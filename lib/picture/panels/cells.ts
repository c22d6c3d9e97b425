/** How several values share a panel. */
import { type Box, columns, stacked } from '../box.ts';

const GAP = 8;

/**
 * Cells as square as they can be, so that their texts are as large as they can be.
 * Source: calculateGridDimensions() of @grafana/ui 13 (described, not copied).
 */
export function gridCells(box: Box, count: number): readonly Box[] {
  const across = columnsOf(box, count);
  const rows = stacked(box, Math.ceil(count / across), GAP);
  return rows.flatMap((row, index) => columns(row, Math.min(across, count - index * across), GAP));
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
  return direction === 'vertical' ? columns(box, count, GAP) : stacked(box, count, GAP);
}
