/** Aggregations over the samples of one moment. */
import type { LogAggregateNode } from '../node.ts';
import { stddev, stdvar } from './over-time.ts';
import { keptLabels, keyOf } from './series.ts';

/** A number, with the labels of what it is about. */
export interface Sample {
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

export type Vector = readonly Sample[];

function total(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** A NaN is passed over, as long as there is any number. */
function extreme(values: readonly number[], isBetter: (a: number, b: number) => boolean): number {
  let best = Number.NaN;
  for (const value of values) if (Number.isNaN(best) || isBetter(value, best)) best = value;
  return best;
}

/** What is made of the values of a group. */
const REDUCED: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum: total,
  avg: (values) => total(values) / values.length,
  min: (values) => extreme(values, (a, b) => a < b),
  max: (values) => extreme(values, (a, b) => a > b),
  count: (values) => values.length,
  stddev,
  stdvar,
};

/** Which samples of a group are kept: with their own labels, in the order of their values. */
const ORDERED: Readonly<Record<string, (a: number, b: number) => number>> = {
  topk: (a, b) => b - a,
  bottomk: (a, b) => a - b,
  sort: (a, b) => a - b,
  sort_desc: (a, b) => b - a,
};

/** Whether the order of the answer is part of it. */
export function isOrdered(operator: string): boolean {
  return Object.hasOwn(ORDERED, operator);
}

/** The aggregation of samples. */
export function aggregate({ operator, parameter, grouping }: LogAggregateNode, of: Vector): Vector {
  const order = ORDERED[operator];
  const none = { kind: 'by' as const, labels: [] };
  const groups = new Map<string, { readonly labels: ReadonlyMap<string, string>; readonly samples: Sample[] }>();
  for (const sample of of) {
    const labels = keptLabels(sample.labels, grouping ?? none);
    const key = keyOf(labels);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { labels, samples: [sample] });
    else group.samples.push(sample);
  }
  const all = [...groups.values()];
  if (order !== undefined) return all.flatMap(({ samples }) => first(samples, order, parameter));
  const reduce = REDUCED[operator];
  if (reduce === undefined) throw new TypeError(`${operator}() is no aggregation.`);
  return all.map(({ labels, samples }) => ({ labels, value: reduce(samples.map(({ value }) => value)) }));
}

/** NaN comes last, in whatever order. */
function first(
  samples: readonly Sample[],
  order: (a: number, b: number) => number,
  many: number | undefined,
): readonly Sample[] {
  const isNone = ({ value }: Sample): number => Number(Number.isNaN(value));
  const sorted = [...samples].sort((a, b) => isNone(a) - isNone(b) || order(a.value, b.value));
  return sorted.slice(0, many);
}
