/** Gauge: a number within its bounds. */
import type { Kind } from './kind.ts';
import { type Calculation, type Scale, scaleOfUnit } from './options.ts';

export interface GaugeOptions extends Scale {
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
