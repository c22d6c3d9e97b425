/** Bar chart. */

import type { ShownLook } from '../../../model/look/look.ts';
import { hasBarPerSeries } from '../../../panels/barchart.ts';
import { colouredByLine, numbers } from '../field.ts';
import { type GrafanaTransformation, transformationsOf } from '../transformation.ts';
import { BARS, legend, type PanelParts, tooltipOfOne } from './parts.ts';

export function barchart(panel: ShownLook<'barchart'>): PanelParts<'barchart'> {
  const { options } = panel;
  return {
    options: {
      barRadius: 0,
      barWidth: 0.97,
      fullHighlight: false,
      groupWidth: 0.7,
      legend: legend(options.legendStyle),
      orientation: options.direction ?? 'auto',
      showValue: 'auto',
      stacking: options.stack ?? 'none',
      tooltip: tooltipOfOne(),
      xTickLabelMaxLength: 0,
      xTickLabelRotation: 0,
      xTickLabelSpacing: 0,
    },
    custom: { ...BARS, thresholdsStyle: { mode: 'off' } },
    field: { ...numbers(panel), ...colouredByLine(panel) },
    transformations: transformations(panel),
  };
}

/** Single values become one bar per series, named by its legend; else there would be one group, named by the time. */
function transformations(panel: ShownLook<'barchart'>): readonly GrafanaTransformation[] {
  if (!hasBarPerSeries(panel)) return transformationsOf(panel);
  return [{ id: 'reduce', options: { mode: 'seriesToRows', reducers: ['lastNotNull'] } }];
}
