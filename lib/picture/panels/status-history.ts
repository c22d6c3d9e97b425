/** Which state a thing was in at regular moments. */
import type { Draw } from '../drawing.ts';
import { shown } from '../format/shown.ts';
import { drawStates } from '../plot/states.ts';

const CELLS = 30;
const CELL_SHARE = 0.9;

export const statusHistory: Draw<'status-history'> = (panel, box, context) =>
  drawStates(panel, box, context, ({ values, field }) =>
    Array.from({ length: CELLS }, (_, cell) => {
      const value = values[Math.round((cell * (values.length - 1)) / (CELLS - 1))] ?? 0;
      return { from: cell / CELLS, to: (cell + CELL_SHARE) / CELLS, state: shown(value, field) };
    }),
  );
