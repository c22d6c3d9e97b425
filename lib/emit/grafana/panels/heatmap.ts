/** Heatmap of a classic histogram's buckets: how many observations fell into each bucket, over time. */
import type { ShownLook } from '../../../model/look/look.ts';
import { given, shownEverywhere } from '../field.ts';
import type { Options } from '../schema.ts';
import type { PanelParts } from './parts.ts';

export function heatmap(panel: ShownLook<'heatmap'>): PanelParts<'heatmap'> {
  return {
    options: options(panel),
    custom: { hideFrom: shownEverywhere(), scaleDistribution: { type: 'linear' } },
    field: { noValue: panel.field.empty.text },
  };
}

function options(panel: ShownLook<'heatmap'>): Options<'heatmap'> {
  const { scheme, cellValue } = panel.options;
  return {
    calculate: false,
    cellGap: 1,
    cellValues: cellValue === undefined ? {} : { unit: `suffix:${cellValue}` },
    color: {
      exponent: 0.5,
      fill: 'dark-orange',
      mode: 'scheme',
      reverse: false,
      scale: 'exponential',
      scheme,
      steps: 64,
    },
    exemplars: { color: 'rgba(255,0,255,0.7)' },
    // Empty buckets stay empty instead of being painted in the lightest colour.
    filterValues: { le: 1e-9 },
    legend: { show: true },
    rowsFrame: { layout: 'auto' },
    selectionMode: 'x',
    showValue: 'never',
    tooltip: { mode: 'single', showColorScale: false, yHistogram: true },
    yAxis: given<Options<'heatmap'>['yAxis']>({
      axisPlacement: 'left',
      reverse: false,
      unit: panel.field.display,
    }),
  };
}
