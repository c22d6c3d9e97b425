/** Many values as one, as an extent, or as stretches of the same value. */

import type { Calculation, Scale } from '../../panels/options.ts';

type Reducer = (values: readonly number[]) => number;

const last: Reducer = (values) => values.at(-1) ?? Number.NaN;
const first: Reducer = (values) => values[0] ?? Number.NaN;
const sum: Reducer = (values) => values.reduce((total, value) => total + value, 0);

const REDUCERS: Readonly<Record<Calculation, Reducer>> = {
  last,
  lastNotNull: last,
  first,
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  mean: (values) => sum(values) / values.length,
  sum,
  range: (values) => Math.max(...values) - Math.min(...values),
  delta: (values) => last(values) - first(values),
};

/** What Grafana writes above a column of a legend. */
export const CALCULATION_NAMES: Readonly<Record<Calculation, string>> = {
  last: 'Last',
  lastNotNull: 'Last *',
  first: 'First',
  min: 'Min',
  max: 'Max',
  mean: 'Mean',
  sum: 'Total',
  range: 'Range',
  delta: 'Delta',
};

/** The values of a series as one; moments without a value count for `last` alone. */
export function reduced(values: readonly number[], calculation: Calculation = 'lastNotNull'): number {
  if (calculation === 'last' || !values.some(Number.isNaN)) return REDUCERS[calculation](values);
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? Number.NaN : REDUCERS[calculation](known);
}

/** The lowest and the highest of all values; infinite where there is none. */
export function extent(series: readonly (readonly number[])[]): readonly [number, number] {
  const all = series.flat().filter(Number.isFinite);
  return [all.reduce((a, b) => Math.min(a, b), Infinity), all.reduce((a, b) => Math.max(a, b), -Infinity)];
}

export interface GaugeScale {
  readonly min: number;
  readonly max: number;
  /** Where a value stands, 0 to 1. */
  at(value: number): number;
}

/** The end of Grafana's scale where there is no value. */
const EMPTY_SCALE = 100;

/** The scale of a gauge; an end that is not set is the lowest or highest value there is, as in Grafana. */
export function gaugeScale(look: Scale, values: readonly (readonly number[])[]): GaugeScale {
  const [low, high] = extent(values);
  const { min = low <= high ? low : 0, max: end = low <= high ? high : EMPTY_SCALE } = look;
  const max = end > min ? end : min + 1;
  return { min, max, at: (value) => Math.min(1, Math.max(0, (value - min) / (max - min))) };
}

export interface Run {
  /** The first place, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/**
 * Stretches of the same value.
 *
 * @example runs([1, 1, 0]) // [{ from: 0, to: 2, value: 1 }, { from: 2, to: 3, value: 0 }]
 */
export function runs(values: readonly number[]): readonly Run[] {
  const found: Run[] = [];
  for (const [index, value] of values.entries()) {
    const last = found.at(-1);
    if (last !== undefined && Object.is(last.value, value)) found[found.length - 1] = { ...last, to: index + 1 };
    else found.push({ from: index, to: index + 1, value });
  }
  return found;
}
