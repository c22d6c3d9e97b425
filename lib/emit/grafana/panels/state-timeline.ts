/** State timeline: which state a thing was in, over time. */

import type { ShownLook } from '../../../model/look/look.ts';
import { axis, colouredByLevel, numbers, shownEverywhere } from '../field.ts';
import { type PanelParts, statesOptions } from './parts.ts';

export function stateTimeline(panel: ShownLook<'state-timeline'>): PanelParts<'state-timeline'> {
  const { options } = panel;
  return {
    options: {
      alignValue: 'left',
      mergeValues: options.mergeSame,
      ...statesOptions(options),
    },
    custom: { fillOpacity: 70, hideFrom: shownEverywhere(), lineWidth: 0, ...axis() },
    field: { ...numbers(panel), ...colouredByLevel(panel) },
  };
}
