/** State timeline and status history: which state a thing was in, over time. */
import type { PanelLook } from '../../../model/look/look.ts';
import type { CompleteByKind } from '../../../panels/kinds.ts';
import { axis, shownEverywhere } from '../field/axis.ts';
import { colouredByLevel, numbers } from '../field/defaults.ts';
import { legend, tooltipOfOne } from './legend.ts';
import type { PanelParts } from './parts.ts';

export function stateTimeline(panel: PanelLook<'state-timeline'>): PanelParts<'state-timeline'> {
  const { options } = panel;
  return {
    options: {
      alignValue: 'left',
      mergeValues: options.mergeSame,
      ...shared(options),
    },
    custom: { fillOpacity: 70, hideFrom: shownEverywhere(), lineWidth: 0, ...axis() },
    field: { ...numbers(panel), ...colouredByLevel(panel) },
  };
}

export function statusHistory(panel: PanelLook<'status-history'>): PanelParts<'status-history'> {
  return {
    options: { colWidth: 0.9, ...shared(panel.options) },
    custom: { fillOpacity: 70, hideFrom: shownEverywhere(), lineWidth: 1, ...axis() },
    field: { ...numbers(panel), ...colouredByLevel(panel) },
  };
}

function shared({ legendStyle, rowHeight, showValue }: CompleteByKind['state-timeline']) {
  return { legend: legend(legendStyle), perPage: 20, rowHeight, showValue, tooltip: tooltipOfOne() };
}
