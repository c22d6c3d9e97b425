/** Functions of one value: limits, rounding, logarithms. They keep the labels. */
import { type Ratio, ratio } from '../units/unit.ts';
import { type AnyExpr, derived, type Expr, type LabelsOf, type UnitOf, unitOf } from './expr.ts';
import { call, numberNode } from './node.ts';

type Keeping = <V extends AnyExpr>(of: V) => Expr<LabelsOf<V>, UnitOf<V>>;

function keeping(name: string): Keeping {
  return <V extends AnyExpr>(of: V) => derived(call(name, of.node), [of], unitOf<V>(of));
}

/** |x|. @example abs(delta(redis_memory_used_bytes, '1h')) // abs(delta(redis_memory_used_bytes{job="redis"}[1h])) */
export const abs: Keeping = keeping('abs');
/** The next whole number up. @example ceil(node_load1) // ceil(node_load1{job="node"}) */
export const ceil: Keeping = keeping('ceil');
/** The next whole number down. @example floor(node_load1) // floor(node_load1{job="node"}) */
export const floor: Keeping = keeping('floor');
/**
 * Series by value, smallest first. Only tables and instant queries keep the order.
 *
 * @example sort(redis_memory_used_bytes) // sort(redis_memory_used_bytes{job="redis"})
 */
export const sort: Keeping = keeping('sort');
/**
 * Series by value, largest first. Only tables and instant queries keep the order.
 *
 * @example sortDesc(redis_memory_used_bytes) // sort_desc(redis_memory_used_bytes{job="redis"})
 */
export const sortDesc: Keeping = keeping('sort_desc');

/**
 * The nearest whole number, or the nearest multiple of `to`.
 *
 * @example round(node_load1, 0.5) // round(node_load1{job="node"}, 0.5)
 */
export function round<V extends AnyExpr>(of: V, to?: number): Expr<LabelsOf<V>, UnitOf<V>> {
  const node = to === undefined ? call('round', of.node) : call('round', of.node, numberNode(to));
  return derived(node, [of], unitOf<V>(of));
}

/**
 * Values held between two bounds, in the value's own unit.
 *
 * @example clamp(node_load1, 0, 1) // clamp(node_load1{job="node"}, 0, 1)
 */
export function clamp<V extends AnyExpr>(of: V, least: number, most: number): Expr<LabelsOf<V>, UnitOf<V>> {
  const node = call('clamp', of.node, numberNode(least), numberNode(most));
  return derived(node, [of], unitOf<V>(of));
}

type Clamp = <V extends AnyExpr>(of: V, bound: number) => Expr<LabelsOf<V>, UnitOf<V>>;

function clamping(name: string): Clamp {
  return <V extends AnyExpr>(of: V, bound: number) =>
    derived(call(name, of.node, numberNode(bound)), [of], unitOf<V>(of));
}

/** Nothing below `bound`: the usual guard of a divisor. @example clampMin(node_load1, 0.1) // clamp_min(node_load1{job="node"}, 0.1) */
export const clampMin: Clamp = clamping('clamp_min');
/** Nothing above `bound`. @example clampMax(node_load1, 8) // clamp_max(node_load1{job="node"}, 8) */
export const clampMax: Clamp = clamping('clamp_max');

type Dimensionless = <V extends AnyExpr>(of: V) => Expr<LabelsOf<V>, Ratio>;

function dimensionless(name: string): Dimensionless {
  return <V extends AnyExpr>(of: V) => derived(call(name, of.node), [of], ratio);
}

/** The natural logarithm; a plain number. @example ln(node_load1) // ln(node_load1{job="node"}) */
export const ln: Dimensionless = dimensionless('ln');
/** The logarithm to base 2; a plain number. @example log2(node_load1) // log2(node_load1{job="node"}) */
export const log2: Dimensionless = dimensionless('log2');
/** The logarithm to base 10; a plain number. @example log10(node_load1) // log10(node_load1{job="node"}) */
export const log10: Dimensionless = dimensionless('log10');
/** e to the power of x; a plain number. @example exp(node_load1) // exp(node_load1{job="node"}) */
export const exp: Dimensionless = dimensionless('exp');
/** −1, 0 or 1; a plain number. @example sgn(node_load1) // sgn(node_load1{job="node"}) */
export const sgn: Dimensionless = dimensionless('sgn');
/** The square root; a plain number. @example sqrt(node_load1) // sqrt(node_load1{job="node"}) */
export const sqrt: Dimensionless = dimensionless('sqrt');
