/** One value for many. */
import type { Calculation } from '../../model/panel-options.ts';

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

/** The values of a series as one. */
export function reduced(values: readonly number[], calculation: Calculation = 'lastNotNull'): number {
  return REDUCERS[calculation](values);
}

/** The lowest and the highest of all values; infinite where there is none. */
export function extent(series: readonly (readonly number[])[]): readonly [number, number] {
  const all = series.flat().filter(Number.isFinite);
  return [all.reduce((a, b) => Math.min(a, b), Infinity), all.reduce((a, b) => Math.max(a, b), -Infinity)];
}
