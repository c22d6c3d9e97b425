/** State timeline and status history: which state a thing was in, over time. */
import type { ResolvedPanel } from '../../../model/resolved.ts';
import { axis, shownEverywhere } from '../field/axis.ts';
import { colouredByLevel, numbers } from '../field/defaults.ts';
import { legend, tooltipOfOne } from './legend.ts';
import type { PanelParts } from './parts.ts';

const ROW_HEIGHT = 0.9;

export function stateTimeline(panel: ResolvedPanel<'state-timeline'>): PanelParts<'state-timeline'> {
  const { options } = panel;
  return {
    options: {
      alignValue: 'left',
      mergeValues: options.mergeSame !== 'no',
      ...shared(panel),
    },
    custom: { fillOpacity: 70, hideFrom: shownEverywhere(), lineWidth: 0, ...axis() },
    field: { ...numbers(panel), ...colouredByLevel(panel) },
  };
}

export function statusHistory(panel: ResolvedPanel<'status-history'>): PanelParts<'status-history'> {
  return {
    options: { colWidth: 0.9, ...shared(panel) },
    custom: { fillOpacity: 70, hideFrom: shownEverywhere(), lineWidth: 1, ...axis() },
    field: { ...numbers(panel), ...colouredByLevel(panel) },
  };
}

/** The rows carry their names themselves, and the colours their states: a legend is shown where it is asked for. */
function shared(panel: ResolvedPanel<'state-timeline'> | ResolvedPanel<'status-history'>) {
  const { legendStyle = { show: 'none' }, rowHeight, showValue } = panel.options;
  return {
    legend: legend(panel, legendStyle),
    perPage: 20,
    rowHeight: rowHeight ?? ROW_HEIGHT,
    showValue: showValue ?? 'auto',
    tooltip: tooltipOfOne(),
  };
}
