/** Bar gauge: a bar for each series, named beside it. */
import type { Kind } from './kind.ts';
import { type Calculation, type Scale, scaleOfBar } from './options.ts';

export interface BarGaugeOptions extends Scale {
  readonly calculation?: Calculation;
  readonly direction?: 'horizontal' | 'vertical';
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
