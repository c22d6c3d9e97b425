/**
 * Time series: lines, bars or points over time.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/time-series/
 *
 * @example panel.timeseries(requests, { by: ['service'], stack: 'normal' })
 */
import type { Kind, PanelFacts } from './kind.ts';
import { type AxisOptions, type CompleteLegend, completeLegend, hasOneSeries, type LegendOptions } from './options.ts';

export interface TimeseriesOptions extends AxisOptions {
  /** Lines where nothing is said. */
  readonly draw?: 'lines' | 'bars' | 'points';
  /** How points are joined: by straight lines where nothing is said, by steps for what changes at once. */
  readonly curve?: 'linear' | 'smooth' | 'step';
  /** Areas on top of each other, as they are or as shares of their sum. */
  readonly stack?: 'normal' | 'percent';
  /** Opacity of the area below a line, 0 to 100. */
  readonly fill?: number;
  readonly lineWidth?: number;
  readonly legendStyle?: LegendOptions;
  /** How the thresholds are drawn. */
  readonly limits?: 'line' | 'dashed' | 'area' | 'none';
  /** Whether a gap is bridged. */
  readonly gaps?: 'show' | 'connect';
}

type Decided = 'draw' | 'curve' | 'fill' | 'lineWidth' | 'limits' | 'gaps' | 'scale';

/** Where a graph's axis ends, and whether it is stacked, may stay open. */
export type CompleteTimeseries = TimeseriesOptions &
  Required<Pick<TimeseriesOptions, Decided>> & { readonly legendStyle: CompleteLegend };

/** A graph tells a person on call more than a number does. */
export const timeseries: Kind<TimeseriesOptions, CompleteTimeseries> = {
  shows: 'signals',
  format: 'range',
  height: 8,
  alertRank: 0,
  complete,
};

function complete(panel: PanelFacts<TimeseriesOptions>): CompleteTimeseries {
  const { options } = panel;
  return {
    draw: 'lines',
    curve: 'linear',
    gaps: 'show',
    scale: 'linear',
    fill: usualFill(panel),
    // The outlines of stacked areas lie over each other: one of nothing would mark the whole stack.
    lineWidth: options.stack === undefined ? 1 : 0,
    ...softMax(panel),
    ...options,
    limits: panel.thresholds === undefined ? 'none' : (options.limits ?? 'dashed'),
    legendStyle: completeLegend(panel, options.legendStyle),
  };
}

/** Areas that overlap hide each other: a line alone has a light one, stacked lines and bars a strong one. */
function usualFill(panel: PanelFacts<TimeseriesOptions>): number {
  const { draw, stack } = panel.options;
  if (draw === 'bars') return 80;
  if (stack !== undefined) return 50;
  return hasOneSeries(panel) ? 10 : 0;
}

/** Where an axis ends at least, by unit: all of an idle panel's values are 0, and Grafana would draw it up to 100. */
const LEAST_END: Readonly<Record<string, number>> = { ratio: 0.05, seconds: 0.1, cores: 0.1, bytes: 1024 };
const LEAST_END_OF_COUNTS = 1;

function softMax({ options, unit }: PanelFacts<TimeseriesOptions>): { readonly softMax?: number } {
  if (options.min === undefined || options.max !== undefined || unit === undefined) return {};
  return { softMax: LEAST_END[unit.of] ?? LEAST_END_OF_COUNTS };
}
