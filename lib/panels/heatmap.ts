/**
 * Heatmap: how values are distributed over time, one column for each moment.
 * It shows a distribution, which keeps the buckets of a histogram; a quantile of it is a time series.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/heatmap/
 *
 * @example panel.heatmap(latencyDistribution, { scheme: 'Blues' })
 */
import type { Kind } from './kind.ts';

export interface HeatmapOptions {
  /** Grafana's scheme of colours, from few to many; Oranges where nothing is said. */
  readonly scheme?: 'Oranges' | 'Blues' | 'Greens' | 'Spectral' | 'Turbo';
  /** What a cell's number counts. */
  readonly cellValue?: 'observations/s';
}

export type CompleteHeatmap = HeatmapOptions & Required<Pick<HeatmapOptions, 'scheme'>>;

export const heatmap: Kind<HeatmapOptions, CompleteHeatmap, 'distribution'> = {
  shows: 'distribution',
  format: 'heatmap',
  height: 8,
  complete: ({ options }) => ({ scheme: 'Oranges', ...options }),
};
