/**
 * Aggregations: many series become fewer, and the labels that are not named go.
 * Source: https://grafana.com/docs/loki/latest/query/metric_queries/#built-in-aggregation-operators
 */
import { type Grouping, type GroupingOnly, groupingNode } from '../promql/aggregate.ts';
import type { Derived, LabelsOf, Refusal, UnitOf } from '../promql/expr.ts';
import { count as countOf, type Unit } from '../units/unit.ts';
import type { LogAggregateNode, LogNode } from './node.ts';
import { type AnyLogVector, derived, type LogVector, type Typed, type VectorOnly } from './vector.ts';

/** The result: no label is left where none is named. */
type Grouped<L extends string, G, U extends Unit> = Derived<
  G extends { readonly by: readonly (infer K)[] }
    ? LogVector<K & string, U>
    : G extends { readonly without: readonly (infer K)[] }
      ? LogVector<Exclude<L, K>, U>
      : LogVector<never, U>
>;

function aggregateNode(
  operator: string,
  of: LogNode,
  grouping: Grouping<string> | undefined,
  parameter?: number,
): LogAggregateNode {
  return Object.freeze({
    kind: 'aggregate',
    operator,
    of,
    ...(parameter === undefined ? {} : { parameter }),
    ...groupingNode(grouping),
  });
}

type Aggregation = <V extends Typed, const G extends Grouping<LabelsOf<V>> | undefined = undefined>(
  of: V & VectorOnly<V>,
  grouping?: GroupingOnly<G>,
) => Grouped<LabelsOf<V>, G, UnitOf<V>>;

function aggregation(operator: string): Aggregation {
  // VectorOnly<> has made sure that this is a vector; derived() finds the labels that Grouped<> says.
  return ((of: AnyLogVector, grouping?: Grouping<string>) =>
    derived(aggregateNode(operator, of.node, grouping), [of], of.unit)) as unknown as Aggregation;
}

/**
 * The sum over all series, or for each combination of the labels in `by`. Unit: the operand's.
 *
 * @example sum(rate(shopLogs, '5m'), { by: ['service'] }) // sum by (service) (rate({project="shop"}[5m]))
 */
export const sum: Aggregation = aggregation('sum');
/** The average. @example avg(countOverTime(shopLogs, '5m')) // avg(count_over_time({project="shop"}[5m])) */
export const avg: Aggregation = aggregation('avg');
/** The smallest value. @example min(countOverTime(shopLogs, '5m')) // min(count_over_time({project="shop"}[5m])) */
export const min: Aggregation = aggregation('min');
/** The largest value. @example max(countOverTime(shopLogs, '5m')) // max(count_over_time({project="shop"}[5m])) */
export const max: Aggregation = aggregation('max');
/** The spread over series. @example stddev(countOverTime(shopLogs, '5m')) // stddev(count_over_time({project="shop"}[5m])) */
export const stddev: Aggregation = aggregation('stddev');

type Counted<U extends Unit> = <V extends Typed, const G extends Grouping<LabelsOf<V>> | undefined = undefined>(
  of: V & VectorOnly<V>,
  grouping?: GroupingOnly<G>,
) => Grouped<LabelsOf<V>, G, U>;

function counted<U extends Unit>(operator: string, unit: U): Counted<U> {
  // As in aggregation().
  return ((of: AnyLogVector, grouping?: Grouping<string>) =>
    derived(aggregateNode(operator, of.node, grouping), [of], unit)) as unknown as Counted<U>;
}

/**
 * The variance over series; a plain number, being a square.
 *
 * @example stdvar(countOverTime(shopLogs, '5m')) // stdvar(count_over_time({project="shop"}[5m]))
 */
export const stdvar: Counted<Unit<'variance', ''>> = counted('stdvar', countOf('variance'));
/** How many series there are. @example count(rate(shopLogs, '5m')) // count(rate({project="shop"}[5m])) */
export const count: Counted<Unit<'series', ''>> = counted('count', countOf('series'));

/** Refuses what is no number of series, where the compiler knows the number. */
type HowMany<K extends number> = `${K}` extends '0' | `-${string}` | `${string}.${string}`
  ? Refusal<'Loki wants to know how many series are left: a whole number from 1 on'>
  : unknown;

type Selection = <
  const K extends number,
  V extends Typed,
  const G extends Grouping<LabelsOf<V>> | undefined = undefined,
>(
  k: K & HowMany<K>,
  of: V & VectorOnly<V>,
  grouping?: GroupingOnly<G>,
) => LogVector<LabelsOf<V>, UnitOf<V>>;

function selection(operator: string): Selection {
  return ((k: number, of: AnyLogVector, grouping?: Grouping<string>) => {
    if (!(Number.isInteger(k) && k > 0)) {
      throw new TypeError(`${operator}(${k}, …): say how many series are left, a whole number from 1 on.`);
    }
    return derived(aggregateNode(operator, of.node, grouping, k), [of], of.unit);
    // As in aggregation().
  }) as unknown as Selection;
}

/**
 * The `k` largest series, with all their labels; of each group, where a grouping is given.
 *
 * @throws TypeError for a `k` that is no whole number from 1 on.
 * @example topk(5, rate(shopLogs, '5m')) // topk(5, rate({project="shop"}[5m]))
 */
export const topk: Selection = selection('topk');
/**
 * The `k` smallest series, with all their labels.
 *
 * @throws TypeError for a `k` that is no whole number from 1 on.
 * @example bottomk(3, rate(shopLogs, '5m')) // bottomk(3, rate({project="shop"}[5m]))
 */
export const bottomk: Selection = selection('bottomk');

type Sorting = <V extends Typed>(of: V & VectorOnly<V>) => LogVector<LabelsOf<V>, UnitOf<V>>;

function sorting(operator: string): Sorting {
  // As in aggregation().
  return ((of: AnyLogVector) =>
    derived(aggregateNode(operator, of.node, undefined), [of], of.unit)) as unknown as Sorting;
}

/** Series by value, the smallest first. @example sort(rate(shopLogs, '5m')) // sort(rate({project="shop"}[5m])) */
export const sort: Sorting = sorting('sort');
/** Series by value, the largest first. @example sortDesc(rate(shopLogs, '5m')) // sort_desc(rate({project="shop"}[5m])) */
export const sortDesc: Sorting = sorting('sort_desc');
