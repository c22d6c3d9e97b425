/** Folded rows as they stand when somebody opens them. */
import type { ResolvedRow } from '../../model/resolved.ts';

/** The rows of a dashboard that open folded, opened and moved up below each other. */
export function unfolded(rows: readonly ResolvedRow[]): readonly ResolvedRow[] {
  let y = 0;
  return rows
    .filter(({ collapsed, panels }) => collapsed === 'yes' && panels.length > 0)
    .map((row) => {
      const shift = y + 1 - Math.min(...row.panels.map(({ grid }) => grid.y));
      const panels = row.panels.map((panel) => ({ ...panel, grid: { ...panel.grid, y: panel.grid.y + shift } }));
      const moved: ResolvedRow = { ...row, collapsed: 'no', y, panels };
      y = Math.max(...panels.map(({ grid }) => grid.y + grid.h));
      return moved;
    });
}
