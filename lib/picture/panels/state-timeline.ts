/** Which state a thing was in, as long as it lasted. */
import { runs } from '../data/reduce.ts';
import type { DrawFromData } from '../drawing.ts';
import { shown } from '../format/shown.ts';
import { drawStates } from '../plot/states.ts';

export const stateTimeline: DrawFromData<'state-timeline'> = (panel, { lines }, box, context) =>
  drawStates({ panel, lines, box, context }, ({ values, field }) => {
    const same = panel.options.mergeSame ? runs(values) : values.map((value, at) => ({ from: at, to: at + 1, value }));
    return same
      .filter(({ value }) => !Number.isNaN(value))
      .map(({ from, to, value }) => ({
        from: from / values.length,
        to: to / values.length,
        state: shown(value, field),
      }));
  });
