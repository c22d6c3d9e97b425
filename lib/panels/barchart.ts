/** Bar chart: bars by category. */
import type { Kind, PanelFacts } from './kind.ts';
import { type CompleteLegend, completeLegend, type LegendOptions, NO_LEGEND } from './options.ts';

export interface BarChartOptions {
  readonly direction?: 'horizontal' | 'vertical';
  readonly stack?: 'normal' | 'percent';
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
