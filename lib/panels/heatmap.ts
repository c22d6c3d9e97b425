/** Heatmap: how values are distributed over time, one column for each moment. */
import type { Kind } from './kind.ts';

export interface HeatmapOptions {
  readonly colours?: 'Oranges' | 'Blues' | 'Greens' | 'Spectral' | 'Turbo';
  /** What a cell's number counts. */
  readonly cellValue?: 'observations/s';
}

export type CompleteHeatmap = HeatmapOptions & Required<Pick<HeatmapOptions, 'colours'>>;

export const heatmap: Kind<HeatmapOptions, CompleteHeatmap, 'distribution'> = {
  shows: 'distribution',
  format: 'heatmap',
  height: 8,
  complete: ({ options }) => ({ colours: 'Oranges', ...options }),
};
