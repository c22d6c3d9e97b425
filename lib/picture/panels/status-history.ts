/** Which state a thing was in at regular moments. */
import type { DrawFromData } from '../drawing.ts';
import { shown } from '../format/shown.ts';
import { drawStates } from '../plot/states.ts';

const CELLS = 30;
const CELL_SHARE = 0.9;

export const statusHistory: DrawFromData<'status-history'> = (panel, { lines }, box, context) =>
  drawStates({ panel, lines, box, context }, ({ values, field }) =>
    Array.from({ length: CELLS }, (_, cell) => {
      const value = values[Math.round((cell * (values.length - 1)) / (CELLS - 1))] ?? Number.NaN;
      return { from: cell / CELLS, to: (cell + CELL_SHARE) / CELLS, value };
    })
      .filter(({ value }) => !Number.isNaN(value))
      .map(({ from, to, value }) => ({ from, to, state: shown(value, field) })),
  );
