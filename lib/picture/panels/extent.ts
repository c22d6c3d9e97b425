/** Where the scale of a gauge begins and ends. */
import type { GaugeOptions } from '../../model/panel-options.ts';
import type { ResolvedPanel } from '../../model/resolved.ts';
import { extent } from '../data/reduce.ts';

export interface GaugeScale {
  readonly min: number;
  readonly max: number;
  /** Where a value stands, 0 to 1. */
  at(value: number): number;
}

/** A share of a whole ends at the whole; else the largest value there is ends the scale, as in Grafana. */
export function gaugeScale(
  { unit }: ResolvedPanel,
  options: GaugeOptions,
  values: readonly (readonly number[])[],
): GaugeScale {
  const [low, high] = extent(values);
  const whole = unit?.of === 'ratio';
  const min = options.min ?? (whole ? 0 : Math.min(low, high));
  const most = options.max ?? (whole ? 1 : high);
  const max = most > min ? most : min + 1;
  return { min, max, at: (value) => Math.min(1, Math.max(0, (value - min) / (max - min))) };
}
