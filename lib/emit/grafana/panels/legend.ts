/** Legends and tooltips, the same words for every kind that has them. */
import type { LegendOptions } from '../../../model/panel-options.ts';
import type { ResolvedPanel } from '../../../model/resolved.ts';
import { hasOneLine } from '../line.ts';
import type { Legend, Tooltip } from '../schema.ts';

/**
 * A legend. Calculations make it a table; a panel with one line in all has none, since its title says what it is.
 *
 * @example legend(panel, { calculations: ['mean', 'max'] }) // a table below the graph, with mean and max
 */
export function legend(panel: ResolvedPanel, { show, place, calculations = [] }: LegendOptions = {}): Legend {
  const wanted = show ?? (calculations.length > 0 ? 'table' : undefined) ?? (hasOneLine(panel) ? 'none' : 'list');
  return {
    calcs: [...calculations],
    displayMode: wanted === 'table' ? 'table' : 'list',
    placement: place ?? 'bottom',
    showLegend: wanted !== 'none',
  };
}

/** All lines at the time under the pointer, the largest first. */
export function tooltipOfAll(): Tooltip {
  return { hideZeros: false, mode: 'multi', sort: 'desc' };
}

/** The one thing under the pointer. */
export function tooltipOfOne(): Tooltip {
  return { hideZeros: false, mode: 'single', sort: 'none' };
}
