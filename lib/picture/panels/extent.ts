/** Where the scale of a gauge begins and ends. */
import type { Scale } from '../../model/look/scale.ts';
import { extent } from '../data/reduce.ts';

export interface GaugeScale {
  readonly min: number;
  readonly max: number;
  /** Where a value stands, 0 to 1. */
  at(value: number): number;
}

/** What the look leaves open is the least and the largest value there is, as in Grafana. */
export function gaugeScale(look: Scale, values: readonly (readonly number[])[]): GaugeScale {
  const [low, high] = extent(values);
  const { min = Math.min(low, high), max: most = high } = look;
  const max = most > min ? most : min + 1;
  return { min, max, at: (value) => Math.min(1, Math.max(0, (value - min) / (max - min))) };
}
