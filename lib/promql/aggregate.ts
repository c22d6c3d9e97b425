/**
 * Aggregations: many series become fewer, and the labels that are not named go.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#aggregation-operators
 */
import { count as countOf, type Unit } from '../units/unit.ts';
import type {
  AnyVector,
  Buckets,
  Derived,
  Expr,
  HistogramVector,
  LabelsOf,
  Literal,
  OnlyOptions,
  Refusal,
  UnitOf,
} from './expr.ts';
import { derived, labelSet, namesAfter, unitOf } from './expr.ts';
import type { AggregateNode, Grouping as GroupingNode, Node } from './node.ts';

/** Which labels an aggregation keeps (`by`) or drops (`without`). */
export type Grouping<L extends string> =
  | { readonly by: readonly L[]; readonly without?: never }
  | { readonly without: readonly L[]; readonly by?: never };

/** A grouping with no other option beside it. */
export type GroupingOnly<G> = G & OnlyOptions<G, 'by' | 'without'>;

/** The labels that are left: none without a grouping. */
export type Grouped<L extends string, G> = G extends { readonly by: readonly (infer K)[] }
  ? K & string
  : G extends { readonly without: readonly (infer K)[] }
    ? Exclude<L, K>
    : never;

type ValueType = 'instant vector' | Buckets<string>['type'] | HistogramVector<string>['type'];

/** Refuses what is no value yet, such as a raw counter. */
export type ValueOnly<V> = V extends { readonly type: ValueType }
  ? unknown
  : V extends { readonly type: `counter${string}` }
    ? Refusal<'a raw counter only tells when it was last restarted: take its rate() or increase() first'>
    : V extends { readonly type: infer T extends string }
      ? Refusal<`this is no value yet, but a ${T}`>
      : Refusal<'this is no vector'>;

/**
 * The result of an aggregation. A grouping that is one or another at run time makes a vector that is one or another.
 * It takes the labels from the grouping itself: with `Expr<Grouped<L, G>, U>` the compiler works an operation on the
 * result out again for each grouping that is written, and needs three times as many instantiations.
 */
export type GroupedExpr<L extends string, G, U extends Unit> = Derived<
  G extends { readonly by: readonly (infer K)[] }
    ? Expr<K & string, U>
    : G extends { readonly without: readonly (infer K)[] }
      ? Expr<Exclude<L, K>, U>
      : Expr<never, U>
>;

/** As `GroupedExpr`, where buckets and native histograms stay what they are. */
type Aggregated<V extends AnyVector, G> = Derived<
  G extends { readonly by: readonly (infer K)[] }
    ? Relabelled<V, K & string>
    : G extends { readonly without: readonly (infer K)[] }
      ? Relabelled<V, Exclude<LabelsOf<V>, K>>
      : Relabelled<V, never>
>;

/** A vector of the same kind and unit with other labels. */
type Relabelled<V, L extends string> = V extends { readonly type: Buckets<string>['type'] }
  ? Buckets<L, UnitOf<V>>
  : V extends { readonly type: HistogramVector<string>['type'] }
    ? HistogramVector<L, UnitOf<V>>
    : Expr<L, UnitOf<V>>;

/** The grouping as a node; nothing where none was given. */
export function groupingNode(grouping: Grouping<string> | undefined): { readonly grouping?: GroupingNode } {
  if (grouping?.by !== undefined) return { grouping: Object.freeze({ kind: 'by', labels: grouping.by }) };
  if (grouping?.without === undefined) return {};
  return { grouping: Object.freeze({ kind: 'without', labels: grouping.without }) };
}

function aggregateNode(
  operator: string,
  of: Node,
  grouping: Grouping<string> | undefined,
  parameter?: Node,
): AggregateNode {
  return Object.freeze({
    kind: 'aggregate',
    operator,
    of,
    ...(parameter === undefined ? {} : { parameter }),
    ...groupingNode(grouping),
  });
}

type Aggregation = <V extends AnyVector, const G extends Grouping<LabelsOf<V>> | undefined = undefined>(
  of: V & ValueOnly<V>,
  grouping?: GroupingOnly<G>,
) => Aggregated<V, G>;

function aggregation(operator: string): Aggregation {
  // The result has the type of the operand with the labels of the grouping: Aggregated<> says so, the fields follow it.
  return ((of: AnyVector, grouping?: Grouping<string>) => {
    const node = aggregateNode(operator, of.node, grouping);
    return Object.freeze({ type: of.type, node, labels: labelSet(namesAfter(node, [of])), unit: of.unit });
  }) as Aggregation;
}

/**
 * The sum over all series, or for each combination of the labels in `by`. Unit: the operand's. Buckets and native
 * histograms stay what they are.
 *
 * @example sum(rate(redis_commands_total, '5m'), { by: ['cmd'] }) // sum by (cmd) (rate(redis_commands_total{job="redis"}[5m]))
 */
export const sum: Aggregation = aggregation('sum');
/**
 * The average. Unit: the operand's.
 *
 * @example avg(redis_memory_used_bytes, { by: ['service'] }) // avg by (service) (redis_memory_used_bytes{job="redis"})
 */
export const avg: Aggregation = aggregation('avg');

type Reduction = <V extends AnyVector, const G extends Grouping<LabelsOf<V>> | undefined = undefined>(
  of: V & ValueOnly<V> & NumbersOnly<V>,
  grouping?: GroupingOnly<G>,
) => GroupedExpr<LabelsOf<V>, G, UnitOf<V>>;

/** Refuses histograms, which have no order. */
type NumbersOnly<V> = V extends { readonly type: Buckets<string>['type'] | HistogramVector<string>['type'] }
  ? Refusal<'histograms can only be summed or averaged: take histogramQuantile() first'>
  : unknown;

function reduction(operator: string): Reduction {
  return (of, grouping) => reduced(operator, of, grouping, of.unit as UnitOf<typeof of>);
}

function reduced<V extends AnyVector, G extends Grouping<LabelsOf<V>> | undefined, U extends Unit>(
  operator: string,
  of: V,
  grouping: G | undefined,
  unit: U,
  parameter?: Node,
): GroupedExpr<LabelsOf<V>, G, U> {
  const node = aggregateNode(operator, of.node, grouping, parameter);
  // derived() finds at run time what Grouped<> says.
  return derived(node, [of], unit) as unknown as GroupedExpr<LabelsOf<V>, G, U>;
}

/** The smallest value. @example min(redis_key_size) // min(redis_key_size{job="redis"}) */
export const min: Reduction = reduction('min');
/** The largest value. @example max(redis_key_size, { by: ['job'] }) // max by (job) (redis_key_size{job="redis"}) */
export const max: Reduction = reduction('max');
/** The standard deviation over series. @example stddev(redis_memory_used_bytes) // stddev(redis_memory_used_bytes{job="redis"}) */
export const stddev: Reduction = reduction('stddev');

/** How many series there are. Any vector, counters too. @example count(up.of(redis)) // count(up{job="redis"}) */
export function count<V extends AnyVector, const G extends Grouping<LabelsOf<V>> | undefined = undefined>(
  of: V,
  grouping?: GroupingOnly<G>,
): GroupedExpr<LabelsOf<V>, G, Unit<'series', ''>> {
  return reduced('count', of, grouping, countOf('series'));
}

/**
 * 1 for each combination of the labels. Any vector.
 *
 * @example group(http_requests_total, { by: ['method'] }) // group by (method) (http_requests_total{job="shop"})
 */
export function group<V extends AnyVector, const G extends Grouping<LabelsOf<V>> | undefined = undefined>(
  of: V,
  grouping?: GroupingOnly<G>,
): GroupedExpr<LabelsOf<V>, G, Unit<'series', ''>> {
  return reduced('group', of, grouping, countOf('series'));
}

/**
 * The variance over series; a plain number, being a square.
 *
 * @example stdvar(redis_memory_used_bytes) // stdvar(redis_memory_used_bytes{job="redis"})
 */
export function stdvar<V extends AnyVector, const G extends Grouping<LabelsOf<V>> | undefined = undefined>(
  of: V & ValueOnly<V> & NumbersOnly<V>,
  grouping?: GroupingOnly<G>,
): GroupedExpr<LabelsOf<V>, G, Unit<'variance', ''>> {
  return reduced<V, G, Unit<'variance', ''>>('stdvar', of, grouping, countOf('variance'));
}

/**
 * The φ-quantile over series, 0 ≤ φ ≤ 1. Of a histogram's buckets take `histogramQuantile()`.
 *
 * @example quantile(0.9, redis_key_size) // quantile(0.9, redis_key_size{job="redis"})
 */
export function quantile<V extends AnyVector, const G extends Grouping<LabelsOf<V>> | undefined = undefined>(
  phi: number,
  of: V & ValueOnly<V> & NumbersOnly<V>,
  grouping?: GroupingOnly<G>,
): GroupedExpr<LabelsOf<V>, G, UnitOf<V>> {
  return reduced<V, G, UnitOf<V>>('quantile', of, grouping, unitOf<V>(of), { kind: 'number', value: phi });
}

/**
 * How many series have each value, which becomes the label `label`.
 *
 * @example countValues('length', redis_key_size) // count_values("length", redis_key_size{job="redis"})
 */
export function countValues<
  const N extends string,
  V extends AnyVector,
  const G extends Grouping<LabelsOf<V>> | undefined = undefined,
>(
  label: N & Literal<N>,
  of: V & ValueOnly<V> & NumbersOnly<V>,
  grouping?: GroupingOnly<G>,
): CountedValues<LabelsOf<V>, G, N> {
  const node = aggregateNode('count_values', of.node, grouping, { kind: 'string', value: label });
  return derived(node, [of], countOf('series')) as unknown as CountedValues<LabelsOf<V>, G, N>;
}

type CountedValues<L extends string, G, N extends string> = Derived<
  G extends unknown ? Expr<Grouped<L, G> | N, Unit<'series', ''>> : never
>;

type Selection = <V extends AnyVector, const G extends Grouping<LabelsOf<V>> | undefined = undefined>(
  k: number,
  of: V & ValueOnly<V> & NumbersOnly<V>,
  grouping?: GroupingOnly<G>,
) => Expr<LabelsOf<V>, UnitOf<V>>;

function selection(operator: string): Selection {
  return <V extends AnyVector, G extends Grouping<LabelsOf<V>> | undefined>(k: number, of: V, grouping?: G) =>
    derived(aggregateNode(operator, of.node, grouping, { kind: 'number', value: k }), [of], unitOf<V>(of));
}

/**
 * The `k` largest series, with all their labels; of each group, where a grouping is given.
 *
 * @example topk(5, rate(redis_commands_total, '5m')) // topk(5, rate(redis_commands_total{job="redis"}[5m]))
 */
export const topk: Selection = selection('topk');
/**
 * The `k` smallest series, with all their labels.
 *
 * @example bottomk(3, node_filesystem_avail_bytes) // bottomk(3, node_filesystem_avail_bytes{job="node"})
 */
export const bottomk: Selection = selection('bottomk');
/**
 * Any `k` series, the same ones from one evaluation to the next. Needs experimental functions.
 *
 * @example limitk(3, redis_memory_used_bytes) // limitk(3, redis_memory_used_bytes{job="redis"})
 */
export const limitk: Selection = selection('limitk');
