/**
 * Gauge: a number within its bounds, coloured by the level that it has reached.
 * Take it for a share of something that ends, as the memory of a container; a number without an end is a stat.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/gauge/
 *
 * It goes from 0 to 1 where the unit is a ratio, which ends at the whole.
 *
 * @example panel.gauge(memoryShare)
 */
import type { Kind } from './kind.ts';
import { type Calculation, type Scale, scaleOfUnit } from './options.ts';

export interface GaugeOptions extends Scale {
  /** Which of a series' values is shown; the newest where nothing is said. */
  readonly calculation?: Calculation;
}

export type CompleteGauge = GaugeOptions & Required<Pick<GaugeOptions, 'calculation'>>;

export const gauge: Kind<GaugeOptions, CompleteGauge> = {
  shows: 'signals',
  format: 'instant',
  height: 5,
  levelColours: 'numbers',
  complete: ({ options, unit }) => ({ calculation: 'lastNotNull', ...scaleOfUnit(unit), ...options }),
};
