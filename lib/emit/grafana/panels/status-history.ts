/** Status history: which state a thing was in, at regular moments. */

import type { ShownLook } from '../../../model/look/look.ts';
import { axis, colouredByLevel, numbers, shownEverywhere } from '../field.ts';
import { type PanelParts, statesOptions } from './parts.ts';

export function statusHistory(panel: ShownLook<'status-history'>): PanelParts<'status-history'> {
  return {
    options: { colWidth: 0.9, ...statesOptions(panel.options) },
    custom: { fillOpacity: 70, hideFrom: shownEverywhere(), lineWidth: 1, ...axis() },
    field: { ...numbers(panel), ...colouredByLevel(panel) },
  };
}
