/** Whether a panel has a legend, and of which kind. */
import type { LegendOptions } from '../panel-options.ts';
import type { ResolvedPanel } from '../resolved.ts';
import { hasOneLine } from './names.ts';

export type LegendLook = Required<LegendOptions>;

/** Where the drawing itself says what is what. */
export const NO_LEGEND: LegendLook = { show: 'none', place: 'bottom', calculations: [] };

/**
 * A legend. Calculations make it a table; a panel with one line in all has none, since its title says what the line is.
 *
 * @example legendLook(panel, { calculations: ['mean', 'max'] }) // a table below the graph, with mean and max
 */
export function legendLook(panel: ResolvedPanel, options: LegendOptions = {}): LegendLook {
  const { show, place = 'bottom', calculations = [] } = options;
  const usual = hasOneLine(panel) ? 'none' : 'list';
  return { show: show ?? (calculations.length > 0 ? 'table' : usual), place, calculations };
}
