/** Pie chart: the parts of a whole at one time. */
import type { ShownLook } from '../../../model/look/look.ts';
import { colouredByLine, numbers, shownEverywhere } from '../field.ts';
import type { PanelParts } from './parts.ts';
import { legend, reduceOptions, tooltipOfOne } from './parts.ts';

export function piechart(panel: ShownLook<'piechart'>): PanelParts<'piechart'> {
  const { options } = panel;
  return {
    options: {
      displayLabels: [...options.labels],
      legend: { ...legend(options.legendStyle), values: ['value', 'percent'] },
      orientation: 'auto',
      pieType: options.shape,
      reduceOptions: reduceOptions(options.calculation),
      sort: 'desc',
      tooltip: tooltipOfOne(),
    },
    custom: { hideFrom: shownEverywhere() },
    field: { ...numbers(panel), ...colouredByLine(panel) },
  };
}
