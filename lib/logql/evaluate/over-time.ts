/** What a range aggregation makes of the values in its window. */

/** The values of a window: `values[from]` up to, and not with, `values[to]`. At least one. */
export interface Window {
  readonly values: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  readonly parameter: number;
}

type OverTime = (window: Window) => number;

function reduce({ values, from, to }: Window, step: (result: number, value: number) => number, start: number): number {
  let result = start;
  for (let i = from; i < to; i += 1) result = step(result, values[i] ?? 0);
  return result;
}

const sum: OverTime = (window) => reduce(window, (total, value) => total + value, 0);

function each({ values, from, to }: Window): readonly number[] {
  return values.slice(from, to);
}

/** By name. `absent_over_time` looks at all series at once, and is none of these. */
export const OVER_TIME: Readonly<Record<string, OverTime>> = {
  rate: (window) => sum(window) / window.seconds,
  count_over_time: sum,
  bytes_rate: (window) => sum(window) / window.seconds,
  bytes_over_time: sum,
  sum_over_time: sum,
  avg_over_time: (window) => sum(window) / (window.to - window.from),
  min_over_time: (window) => reduce(window, Math.min, Number.POSITIVE_INFINITY),
  max_over_time: (window) => reduce(window, Math.max, Number.NEGATIVE_INFINITY),
  first_over_time: ({ values, from }) => values[from] ?? 0,
  last_over_time: ({ values, to }) => values[to - 1] ?? 0,
  stddev_over_time: (window) => stddev(each(window)),
  stdvar_over_time: (window) => stdvar(each(window)),
  quantile_over_time: (window) => quantile(window.parameter, each(window)),
  rate_counter: (window) => increase(window) / window.seconds,
};

/** How far a counter rose: where it fell, it began anew. One value alone says nothing. */
function increase({ values, from, to }: Window): number {
  let risen = 0;
  for (let i = from + 1; i < to; i += 1) {
    const [before = 0, value = 0] = [values[i - 1], values[i]];
    risen += value < before ? value : value - before;
  }
  return risen;
}

/** Between two values in proportion, as Prometheus has it; beyond 0 and 1 infinite. */
function quantile(q: number, values: readonly number[]): number {
  if (q < 0) return Number.NEGATIVE_INFINITY;
  if (q > 1) return Number.POSITIVE_INFINITY;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = q * (sorted.length - 1);
  const below = Math.floor(rank);
  const above = Math.min(below + 1, sorted.length - 1);
  const weight = rank - below;
  return (sorted[below] ?? Number.NaN) * (1 - weight) + (sorted[above] ?? Number.NaN) * weight;
}

/*
 * Spread, of all the values that there are, not of a sample of them.
 */

/** The mean of the squared distances from the mean, in one pass. */
export function stdvar(values: readonly number[]): number {
  let mean = 0;
  let squares = 0;
  for (const [i, value] of values.entries()) {
    const distance = value - mean;
    mean += distance / (i + 1);
    squares += distance * (value - mean);
  }
  return squares / values.length;
}

/** In the unit of the values. */
export function stddev(values: readonly number[]): number {
  return Math.sqrt(stdvar(values));
}
