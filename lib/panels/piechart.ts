/** Pie chart: the parts of a whole at one time. */
import type { Kind } from './kind.ts';
import { type Calculation, type CompleteLegend, completeLegend, type LegendOptions } from './options.ts';

export interface PieChartOptions {
  readonly shape?: 'pie' | 'donut';
  readonly calculation?: Calculation;
  readonly labels?: readonly ('name' | 'value' | 'percent')[];
  readonly legendStyle?: LegendOptions;
}

export type CompletePieChart = Required<PieChartOptions> & { readonly legendStyle: CompleteLegend };

export const piechart: Kind<PieChartOptions, CompletePieChart> = {
  shows: 'signals',
  format: 'instant',
  height: 7,
  complete: (panel) => ({
    calculation: 'lastNotNull',
    shape: 'pie',
    labels: [],
    ...panel.options,
    legendStyle: completeLegend(panel, panel.options.legendStyle),
  }),
};
