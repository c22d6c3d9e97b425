/** Histogram. */

import type { ShownLook } from '../../../model/look/look.ts';
import { colouredByLine, numbers } from '../field.ts';
import { BARS, legend, type PanelParts, tooltipOfAll } from './parts.ts';

export function histogram(panel: ShownLook<'histogram'>): PanelParts<'histogram'> {
  const { bucketCount, bucketSize, legendStyle } = panel.options;
  return {
    options: {
      ...(bucketSize === undefined ? { bucketCount } : { bucketSize }),
      bucketOffset: 0,
      combine: false,
      legend: legend(legendStyle),
      tooltip: tooltipOfAll(),
    },
    custom: { ...BARS, stacking: { group: 'A', mode: 'none' } },
    field: { ...numbers(panel), ...colouredByLine(panel) },
  };
}
