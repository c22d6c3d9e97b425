/**
 * Comparisons and set operators. A comparison keeps the series for which it holds, with the left side's value; with
 * `{ bool: true }` it keeps all of them and the value is 1 or 0.
 */

import { type Ratio, ratio, sameUnit, unitText } from '../units/unit.ts';
import { binaryNode, type Combined, combined, type MatchingOf } from './arithmetic.ts';
import {
  type AnyExpr,
  derived,
  type Expr,
  expr,
  type LabelsOf,
  type OnlyOptions,
  type Refusal,
  type UnitOf,
  unitOf,
} from './expr.ts';
import type { AnyMatching, Matches, MatchingOnly, NoMatching, Operand } from './matching.ts';
import type { BinaryOperator, Node } from './node.ts';
import { call, numberNode } from './node.ts';
import { certainIn, either, exactly } from './result/labels.ts';

type UnitKey<A> = A extends {
  readonly unit: { readonly of: infer Of extends string; readonly per: infer P extends string };
}
  ? P extends 'second'
    ? `${Of}/s`
    : Of
  : never;

/** Refuses to compare different units. A number takes the other side's. */
export type Comparable<A, B> = A extends number
  ? unknown
  : B extends number
    ? unknown
    : UnitKey<A> extends UnitKey<B>
      ? unknown
      : Refusal<`${UnitKey<A>} cannot be compared with ${UnitKey<B>}: convert one side first`>;

/** Whether a comparison answers with 1 and 0 for every series instead of keeping some. */
export interface AsBool {
  readonly bool: true;
}

type Comparison = <
  A extends AnyExpr,
  B extends Operand,
  const G extends ((MatchingOf<A, B> | NoMatching) & Partial<AsBool>) | undefined = undefined,
>(
  left: A,
  right: B & Comparable<A, B> & Matches<A, B, G>,
  options?: MatchingOnly<G, 'bool'>,
) => Combined<A, B, G, G extends AsBool ? Ratio : UnitOf<A>>;

function comparison(name: string, operator: BinaryOperator): Comparison {
  // As in arithmetic(): Combined<> says what is computed here.
  return ((left: AnyExpr, right: Operand, options?: AnyMatching & Partial<AsBool>) => {
    assertComparable(name, left, right);
    const matching = options?.on === undefined && options?.ignoring === undefined ? undefined : options;
    const node = binaryNode(operator, left, right, matching, options?.bool);
    return combined(node, left, right, options?.bool ? ratio : left.unit);
  }) as unknown as Comparison;
}

function assertComparable(name: string, left: AnyExpr, right: Operand): void {
  if (typeof right === 'number' || sameUnit(left.unit, right.unit)) return;
  throw new TypeError(`${name}(): ${unitText(left.unit)} cannot be compared with ${unitText(right.unit)}.`);
}

/** a > b. @example gt(max(redis_key_size), 100) // max(redis_key_size{job="redis"}) > 100 */
export const gt: Comparison = comparison('gt', '>');
/** a ≥ b. @example gte(redis_key_size, 100) // redis_key_size{job="redis"} >= 100 */
export const gte: Comparison = comparison('gte', '>=');
/** a < b. @example lt(node_filesystem_avail_bytes, 1e9) // node_filesystem_avail_bytes{job="node"} < 1000000000 */
export const lt: Comparison = comparison('lt', '<');
/** a ≤ b. @example lte(node_filesystem_avail_bytes, 1e9) // node_filesystem_avail_bytes{job="node"} <= 1000000000 */
export const lte: Comparison = comparison('lte', '<=');
/** a = b. @example eq(redis_up, 0) // redis_up{job="redis"} == 0 */
export const eq: Comparison = comparison('eq', '==');
/** a ≠ b. @example neq(redis_up, 1) // redis_up{job="redis"} != 1 */
export const neq: Comparison = comparison('neq', '!=');

type SetOperation = <A extends AnyExpr, B extends AnyExpr, const G extends SetMatching<A, B> | undefined = undefined>(
  left: A,
  right: B & Matches<A, B, G>,
  matching?: G & OnlyOptions<G, 'on' | 'ignoring'>,
) => Expr<LabelsOf<A>, UnitOf<A>>;

type SetMatching<A, B> =
  | { readonly on: readonly (LabelsOf<A> & LabelsOf<B>)[]; readonly ignoring?: never }
  | { readonly ignoring: readonly (LabelsOf<A> | LabelsOf<B>)[]; readonly on?: never };

function setOperation(operator: 'and' | 'unless'): SetOperation {
  return <A extends AnyExpr>(left: A, right: AnyExpr, matching?: AnyMatching) =>
    derived(binaryNode(operator, left, right, matching), [left, right], unitOf<A>(left));
}

/**
 * The series of the left side that have a partner on the right.
 *
 * @example and(gt(redis_key_size, 100), gt(redis_key_size, 0)) // redis_key_size{job="redis"} > 100 and redis_key_size{job="redis"} > 0
 */
export const and: SetOperation = setOperation('and');
/**
 * The series of the left side that have no partner on the right.
 *
 * @example unless(redis_up, gt(redis_memory_used_bytes, 1e9)) // redis_up{job="redis"} unless redis_memory_used_bytes{job="redis"} > 1000000000
 */
export const unless: SetOperation = setOperation('unless');

/**
 * The left side's series, and those of the right side that have no partner on the left. Same unit on both sides; with a
 * matching, only the labels that both sides have are counted on.
 *
 * @example or(max(redis_key_size), min(redis_key_size)) // max(redis_key_size{job="redis"}) or min(redis_key_size{job="redis"})
 */
export function or<A extends AnyExpr, B extends AnyExpr, const G extends SetMatching<A, B> | undefined = undefined>(
  left: A,
  right: B & Comparable<A, B> & Matches<A, B, G>,
  matching?: G & OnlyOptions<G, 'on' | 'ignoring'>,
): Expr<LabelsOf<A> & LabelsOf<B>, UnitOf<A>> {
  assertComparable('or', left, right);
  // A label of one side alone is there on some series: nothing may count on it.
  const certain = certainIn(either(exactly(left.labels.names), exactly(right.labels.names)));
  const node = binaryNode('or', left, right, matching);
  return expr(node, certain as readonly (LabelsOf<A> & LabelsOf<B>)[], unitOf<A>(left));
}

/**
 * The value, or 0 where there is none. Only for a vector without labels: for any other the zero would be a series of
 * its own.
 *
 * @example orZero(sum(rate(http_requests_total, '5m'))) // sum(rate(http_requests_total{job="shop"}[5m])) or vector(0)
 */
export function orZero<V extends AnyExpr>(of: V & NoLabels<V>): Expr<never, UnitOf<V>> {
  return expr(orZeroNode(of.node), [], unitOf<V>(of));
}

/** `tree or vector(0)`: how an expression without labels says that nothing happened. */
export function orZeroNode(tree: Node): Node {
  return Object.freeze({ kind: 'binary', operator: 'or', left: tree, right: call('vector', numberNode(0)) });
}

/** Refuses a vector with labels. */
export type NoLabels<V> = [LabelsOf<V>] extends [never]
  ? unknown
  : Refusal<`this vector still has the label '${LabelsOf<V>}': aggregate it to one series first`>;
