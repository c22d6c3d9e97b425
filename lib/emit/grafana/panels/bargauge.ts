/** Bar gauge: one bar for each series. */

import type { ShownLook } from '../../../model/look/look.ts';
import { colouredByLevel, numbers } from '../field.ts';
import type { PanelParts } from './parts.ts';
import { ends, reduceOptions } from './parts.ts';

export function bargauge(panel: ShownLook<'bargauge'>): PanelParts<'bargauge'> {
  const { options } = panel;
  return {
    options: {
      displayMode: options.mode,
      legend: { calcs: [], displayMode: 'list', placement: 'bottom', showLegend: false },
      maxVizHeight: 300,
      minVizHeight: 16,
      minVizWidth: 8,
      namePlacement: 'auto',
      orientation: options.direction,
      reduceOptions: reduceOptions(options.calculation),
      showUnfilled: true,
      sizing: 'auto',
      text: { titleSize: 14, valueSize: 18 },
      valueMode: panel.thresholds === undefined ? 'text' : 'color',
    },
    field: { ...numbers(panel), ...colouredByLevel(panel), ...ends(options) },
  };
}
