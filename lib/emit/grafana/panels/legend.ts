/** Legends and tooltips, the same words for every kind that has them. */
import type { CompleteLegend } from '../../../panels/options.ts';
import type { Legend, Tooltip } from '../schema.ts';

/** A legend. Grafana's table is a way to display it, and none at all is not. */
export function legend({ show, place, calculations }: CompleteLegend): Legend {
  return {
    calcs: [...calculations],
    displayMode: show === 'table' ? 'table' : 'list',
    placement: place,
    showLegend: show !== 'none',
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
