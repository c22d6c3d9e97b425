/**
 * Bar chart: bars by category, newest values beside each other.
 * Colours tell the bars apart and say nothing of levels; where they should, take a bar gauge.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/bar-chart/
 *
 * @example panel.barChart(requests, { by: ['service', 'status'], over: dashboardRange })
 */
import type { Kind, PanelFacts } from './kind.ts';
import { type CompleteLegend, completeLegend, type LegendOptions, NO_LEGEND } from './options.ts';

export interface BarChartOptions {
  /** Left to Grafana where nothing is said: as there is room. */
  readonly direction?: 'horizontal' | 'vertical';
  /** Bars of one category on top of each other, as they are or as shares of their sum. */
  readonly stack?: 'normal' | 'percent';
  /** None where each series is one bar, named below it. */
  readonly legendStyle?: LegendOptions;
}

export type CompleteBarChart = BarChartOptions & { readonly legendStyle: CompleteLegend };

export const barchart: Kind<BarChartOptions, CompleteBarChart> = {
  shows: 'signals',
  format: 'instant',
  height: 8,
  complete: (panel) => ({
    ...panel.options,
    legendStyle: hasBarPerSeries(panel) ? NO_LEGEND : completeLegend(panel, panel.options.legendStyle),
  }),
};

/** True where each series is one bar, named below it: single values that the definition does not reshape. */
export function hasBarPerSeries({ queries, transformations }: Omit<PanelFacts<unknown>, 'options'>): boolean {
  return transformations.length === 0 && queries.every(({ format }) => format === 'instant');
}
