/**
 * Bar gauge: a bar for each series, named beside it and coloured by the level that it has reached.
 * Take it to compare few values of one moment; over time they are a time series.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/bar-gauge/
 *
 * @example panel.barGauge(memoryUsed, { by: ['service'] })
 */
import type { Kind } from './kind.ts';
import { type Calculation, type Scale, scaleOfBar } from './options.ts';

export interface BarGaugeOptions extends Scale {
  /** Which of a series' values is shown; the newest where nothing is said. */
  readonly calculation?: Calculation;
  /** Where the bars grow to: horizontal where nothing is said, so that names have room. */
  readonly direction?: 'horizontal' | 'vertical';
  /** Plain bars where nothing is said. */
  readonly mode?: 'basic' | 'gradient' | 'lcd';
}

export type CompleteBarGauge = BarGaugeOptions &
  Required<Pick<BarGaugeOptions, 'calculation' | 'direction' | 'mode' | 'min'>>;

export const bargauge: Kind<BarGaugeOptions, CompleteBarGauge> = {
  shows: 'signals',
  format: 'instant',
  height: 6,
  levelColours: 'numbers',
  complete: ({ options, unit }) => ({
    calculation: 'lastNotNull',
    direction: 'horizontal',
    mode: 'basic',
    ...scaleOfBar(unit),
    ...options,
  }),
};
