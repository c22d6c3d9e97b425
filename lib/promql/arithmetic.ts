/**
 * Arithmetic between vectors, scalars and numbers. Units follow the algebra of `lib/units`; a plain number takes the
 * unit of the other side, so that `mul(x, 2)` keeps it.
 */

import type { Difference, Product, Quotient, Sum } from '../units/algebra.ts';
import { difference, isNoUnit, type NoUnit, product, quotient, sum } from '../units/algebra.ts';
import { count, type Ratio, ratio, type Unit } from '../units/unit.ts';
import {
  type AnyExpr,
  type Derived,
  derived,
  type Expr,
  type LabelsOf,
  type Refusal,
  type Scalar,
  scalarOf,
  type UnitOf,
  unitOf,
} from './expr.ts';
import type { Labelled, MatchedLabels, Matches, Matching, MatchingOnly, Operand } from './matching.ts';
import { type AnyMatching, matchingNode } from './matching.ts';
import type { BinaryNode, BinaryOperator, Node } from './node.ts';

/** The unit of a result: of the side that has one where the other is a number; two numbers make a ratio. */
type Of<A, B, Both> = A extends number ? (B extends number ? Ratio : UnitOf<B>) : B extends number ? UnitOf<A> : Both;
type OfQuotient<A, B> = A extends number
  ? UnitOf<B> extends Ratio
    ? Ratio
    : NoUnit<'a number ÷ a quantity has no unit: say what it means with inUnit()'>
  : B extends number
    ? UnitOf<A>
    : Quotient<UnitOf<A>, UnitOf<B>>;

/** Refuses operands whose result has no unit, with the algebra's own words. */
export type HasUnit<U> = [Extract<U, NoUnit>] extends [never]
  ? unknown
  : Extract<U, NoUnit> extends NoUnit<infer Message>
    ? Refusal<Message>
    : never;

export type MatchingOf<A, B> = A extends Labelled
  ? B extends Labelled
    ? Matching<LabelsOf<A>, LabelsOf<B>>
    : never
  : never;

/** Tells the compiler what `HasUnit` has made sure of. */
export type AsUnit<U> = U extends Unit ? U : never;

/** A vector when a side is one, else a scalar; one or the other vector where the matching is one or the other. */
export type Combined<A, B, G, U> = Derived<
  G extends unknown
    ? A extends AnyExpr
      ? Expr<MatchedLabels<A, B, G>, AsUnit<U>>
      : B extends AnyExpr
        ? Expr<MatchedLabels<A, B, G>, AsUnit<U>>
        : Scalar<AsUnit<U>>
    : never
>;

type Arithmetic<Two extends 'sum' | 'difference' | 'product' | 'quotient'> = <
  A extends Operand,
  B extends Operand,
  const G extends MatchingOf<A, B> | undefined = undefined,
>(
  left: A,
  right: B & HasUnit<ResultUnit<Two, A, B>> & Matches<A, B, G>,
  matching?: MatchingOnly<G>,
) => Combined<A, B, G, ResultUnit<Two, A, B>>;

/** The unit of a result, or why it has none. */
export type ResultUnit<Two, A, B> = Two extends 'quotient'
  ? OfQuotient<A, B>
  : Of<
      A,
      B,
      Two extends 'sum'
        ? Sum<UnitOf<A>, UnitOf<B>>
        : Two extends 'difference'
          ? Difference<UnitOf<A>, UnitOf<B>>
          : Product<UnitOf<A>, UnitOf<B>>
    >;

export type Algebra = (a: Unit, b: Unit) => Unit | NoUnit;

/** The node of a side. */
export function operandNode(operand: Operand): Node {
  return typeof operand === 'number' ? Object.freeze({ kind: 'number', value: operand }) : operand.node;
}

function isVector(operand: Operand): operand is AnyExpr {
  return typeof operand !== 'number' && operand.type === 'instant vector';
}

/** A binary node over two operands. */
export function binaryNode(
  operator: BinaryOperator,
  left: Operand,
  right: Operand,
  matching?: AnyMatching,
  bool?: true,
): BinaryNode {
  return Object.freeze({
    kind: 'binary',
    operator,
    left: operandNode(left),
    right: operandNode(right),
    ...(bool === undefined ? {} : { bool }),
    ...matchingNode(matching),
  });
}

/** What an operation yields: a vector where a side is one, else a scalar. */
export function combined(node: BinaryNode, left: Operand, right: Operand, unit: Unit): Expr<string> | Scalar {
  return isVector(left) || isVector(right) ? derived(node, [left, right], unit) : scalarOf(node, unit);
}

/** A number, which takes the unit of the other side, or what has one. */
type Measured = number | { readonly unit: Unit };

/**
 * The unit of a result.
 *
 * @throws TypeError where the algebra finds none.
 */
export function resultUnit(name: string, left: Measured, right: Measured, algebra: Algebra): Unit {
  if (typeof left === 'number') {
    if (typeof right === 'number') return ratio;
    if (name === 'div' && right.unit.of !== 'ratio') throw new TypeError('div(): a number ÷ a quantity has no unit.');
    return right.unit;
  }
  if (typeof right === 'number') return left.unit;
  const unit = algebra(left.unit, right.unit);
  if (isNoUnit(unit)) throw new TypeError(`${name}(): ${unit.noUnit}.`);
  return unit;
}

function arithmetic<Two extends 'sum' | 'difference' | 'product' | 'quotient'>(
  name: string,
  operator: BinaryOperator,
  algebra: Algebra,
): Arithmetic<Two> {
  // Combined<> says at type level what resultUnit() and combined() find; matching.test.ts holds both to one table.
  return ((left: Operand, right: Operand, matching?: AnyMatching) =>
    combined(
      binaryNode(operator, left, right, matching),
      left,
      right,
      resultUnit(name, left, right, algebra),
    )) as unknown as Arithmetic<Two>;
}

/**
 * a + b. Both sides have the same unit, or one is a point in time and the other a time span.
 *
 * @example add(max(redis_memory_used_bytes), 1024) // max(redis_memory_used_bytes{job="redis"}) + 1024
 */
export const add: Arithmetic<'sum'> = arithmetic('add', '+', sum);
/** a − b. The difference of two points in time is a time span. @example sub(time(), process_start_time_seconds.of(redis)) // time() - process_start_time_seconds{job="redis"} */
export const sub: Arithmetic<'difference'> = arithmetic('sub', '-', difference);
/** a × b. One side is a ratio or a number, or a rate times seconds. @example mul(node_load1, 2) // node_load1{job="node"} * 2 */
export const mul: Arithmetic<'product'> = arithmetic('mul', '*', product);
/**
 * a ÷ b. Same units give a ratio, an amount ÷ a rate gives seconds.
 *
 * @example div(redis_memory_used_bytes, redis_memory_max_bytes) // redis_memory_used_bytes{job="redis"} / redis_memory_max_bytes{job="redis"}
 * @example div(value(ordersWaiting), value(ordersStored)).unit // seconds
 */
export const div: Arithmetic<'quotient'> = arithmetic('div', '/', quotient);
/** The remainder of a ÷ b. @example mod(redis_key_size, 10) // redis_key_size{job="redis"} % 10 */
export const mod: Arithmetic<'sum'> = arithmetic('mod', '%', sum);

/**
 * The angle of the point whose height is `y` and whose width is `x`, in radians. Both have the same unit.
 *
 * @example atan2(max(redis_memory_used_bytes), max(redis_memory_max_bytes)) // max(redis_memory_used_bytes{job="redis"}) atan2 max(redis_memory_max_bytes{job="redis"})
 */
export function atan2<
  A extends AnyExpr,
  B extends AnyExpr & { readonly labels: A['labels']; readonly unit: A['unit'] },
>(y: A, x: B): Expr<LabelsOf<A>, Unit<'radians', ''>> {
  return derived(binaryNode('atan2', y, x), [y, x], count('radians'));
}

/**
 * A ratio raised to a power.
 *
 * @example
 * pow(div(redis_memory_used_bytes, redis_memory_max_bytes), 2)
 * // (redis_memory_used_bytes{job="redis"} / redis_memory_max_bytes{job="redis"}) ^ 2
 */
export function pow<E extends AnyRatio>(base: E, exponent: number): Expr<LabelsOf<E>, Ratio> {
  return derived(binaryNode('^', base, exponent), [base, exponent], ratio);
}

interface AnyRatio extends AnyExpr {
  readonly unit: Ratio;
}

/** −a. @example neg(redis_key_size) // -redis_key_size{job="redis"} */
export function neg<E extends AnyExpr>(of: E): Expr<LabelsOf<E>, UnitOf<E>> {
  return derived(Object.freeze({ kind: 'negation', of: of.node }), [of], unitOf<E>(of));
}
