/** The legend of a panel's lines. */
import type { Calculation } from '../../model/panel-options.ts';
import type { PanelLine } from '../data/lines.ts';
import { CALCULATION_NAMES, reduced } from '../data/reduce.ts';
import { shownText } from '../look/field.ts';
import type { LegendContent, LegendItem } from './legend-item.ts';

/** Each line that is to be named, with what its values come to. */
export function lineLegend(lines: readonly PanelLine[], calculations: readonly Calculation[]): LegendContent {
  const named = lines.filter(({ override }) => override.legend !== 'hide');
  return {
    items: named.map((line) => legendItem(line, calculations)),
    columns: calculations.map((calculation) => CALCULATION_NAMES[calculation]),
  };
}

function legendItem(
  { name, colour, values, field, override }: PanelLine,
  calculations: readonly Calculation[],
): LegendItem {
  const cells = calculations.map((calculation) => shownText(reduced(values, calculation), field));
  return { name, colour, cells, ...(override.style === 'dashed' ? { dashed: 'yes' } : {}) };
}
