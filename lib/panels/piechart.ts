/**
 * Pie chart: the parts of a whole at one time.
 * Take it for few parts; more than five are read from a bar gauge.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/pie-chart/
 *
 * @example panel.pieChart(requests, { by: ['status'], shape: 'donut' })
 */
import type { Kind } from './kind.ts';
import { type Calculation, type CompleteLegend, completeLegend, type LegendOptions } from './options.ts';

export interface PieChartOptions {
  /** A pie where nothing is said. */
  readonly shape?: 'pie' | 'donut';
  /** Which of a series' values is its part; the newest where nothing is said. */
  readonly calculation?: Calculation;
  /** What stands on the slices; nothing where nothing is said. */
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
