/**
 * Histogram: how often which value occurred in the time shown.
 * It counts the values of a signal; the buckets that a service counts itself are shown by a heatmap.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/histogram/
 *
 * @example panel.histogram(memoryUsed, { bucketSize: 5 })
 */
import type { Kind } from './kind.ts';
import { type CompleteLegend, completeLegend, type LegendOptions } from './options.ts';

export interface HistogramOptions {
  /** The width of a bucket, in the panel's unit. It goes before `bucketCount`. */
  readonly bucketSize?: number;
  /** How many buckets the values are sorted into. */
  readonly bucketCount?: number;
  readonly legendStyle?: LegendOptions;
}

export type CompleteHistogram = HistogramOptions &
  Required<Pick<HistogramOptions, 'bucketCount'>> & { readonly legendStyle: CompleteLegend };

/** As many as Grafana itself makes. */
const USUAL_BUCKETS = 30;

export const histogram: Kind<HistogramOptions, CompleteHistogram> = {
  shows: 'signals',
  format: 'range',
  height: 8,
  complete: (panel) => ({
    bucketCount: USUAL_BUCKETS,
    ...panel.options,
    legendStyle: completeLegend(panel, panel.options.legendStyle),
  }),
};
