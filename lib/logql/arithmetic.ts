/**
 * Arithmetic between log vectors and numbers. Units follow the same algebra as those of metrics; a plain number takes the
 * unit of the other side.
 * Source: https://grafana.com/docs/loki/latest/query/#binary-operators
 */
import { type Algebra, type AsUnit, type HasUnit, type ResultUnit, resultUnit } from '../promql/arithmetic.ts';
import type { Derived, LabelsOf, Refusal } from '../promql/expr.ts';
import {
  type AnyMatching,
  type MatchedLabels,
  type Matches,
  type Matching,
  type MatchingOnly,
  matchingNode,
} from '../promql/matching.ts';
import { difference, product, quotient, sum } from '../units/algebra.ts';
import { type Ratio, ratio, type Unit } from '../units/unit.ts';
import type { LogBinaryNode, LogNode } from './node.ts';
import { type AnyLogVector, derived, type LogVector, logVector, type Typed, type VectorOnly } from './vector.ts';

/** A side of an operation: a vector, or a number, which takes the other side's unit. */
export type LogOperand = AnyLogVector | number;

/** What may be tried as a side; `OperandOnly` says of the rest what is missing. */
export type Side = Typed | number;

/** Refuses what is neither vector nor number. */
export type OperandOnly<A> = A extends number ? unknown : VectorOnly<A>;

type OneVector<A, B> = A extends number
  ? B extends number
    ? Refusal<'two numbers need no query: one side is a log vector'>
    : unknown
  : unknown;

/** The matchings between two sides. */
export type MatchingOf<A, B> = A extends number ? never : B extends number ? never : Matching<LabelsOf<A>, LabelsOf<B>>;

/** A vector; one or the other where the matching is one or the other. */
export type Combined<A, B, G, U> = Derived<G extends unknown ? LogVector<MatchedLabels<A, B, G>, AsUnit<U>> : never>;

type Arithmetic<Two extends 'sum' | 'difference' | 'product' | 'quotient'> = <
  A extends Side,
  B extends Side,
  const G extends MatchingOf<A, B> | undefined = undefined,
>(
  left: A & OperandOnly<A>,
  right: B & OperandOnly<B> & OneVector<A, B> & HasUnit<ResultUnit<Two, A, B>> & Matches<A, B, G>,
  matching?: MatchingOnly<G>,
) => Combined<A, B, G, ResultUnit<Two, A, B>>;

function operandNode(operand: LogOperand): LogNode {
  return typeof operand === 'number' ? Object.freeze({ kind: 'number', value: operand }) : operand.node;
}

/** A binary node over two operands. */
export function binaryNode(
  operator: LogBinaryNode['operator'],
  left: LogOperand,
  right: LogOperand,
  matching?: AnyMatching,
  bool?: true,
): LogBinaryNode {
  return Object.freeze({
    kind: 'binary',
    operator,
    left: operandNode(left),
    right: operandNode(right),
    ...(bool === undefined ? {} : { bool }),
    ...matchingNode(matching),
  });
}

function arithmetic<Two extends 'sum' | 'difference' | 'product' | 'quotient'>(
  name: string,
  operator: LogBinaryNode['operator'],
  algebra: Algebra,
): Arithmetic<Two> {
  // Combined<> says at type level what resultUnit() and derived() find; arithmetic.test.ts holds both to one table.
  return ((left: LogOperand, right: LogOperand, matching?: AnyMatching) =>
    derived(
      binaryNode(operator, left, right, matching),
      [left, right],
      resultUnit(name, left, right, algebra),
    )) as unknown as Arithmetic<Two>;
}

/** a + b, of the same unit. @example add(sum(countOverTime(shopLogs, '5m')), 1) // sum(count_over_time({project="shop"}[5m])) + 1 */
export const add: Arithmetic<'sum'> = arithmetic('add', '+', sum);
/** a − b, of the same unit. @example sub(sum(countOverTime(shopLogs, '5m')), 1) // sum(count_over_time({project="shop"}[5m])) - 1 */
export const sub: Arithmetic<'difference'> = arithmetic('sub', '-', difference);
/** a × b. One side is a ratio or a number. @example mul(-1, sum(rate(shopLogs, '5m'))) // -1 * sum(rate({project="shop"}[5m])) */
export const mul: Arithmetic<'product'> = arithmetic('mul', '*', product);
/**
 * a ÷ b. Same units give a ratio.
 *
 * @example
 * div(sum(rate(shopLogs.contains('ERROR'), '5m')), sum(rate(shopLogs, '5m')))
 * // sum(rate({project="shop"} |= "ERROR" [5m])) / sum(rate({project="shop"}[5m]))
 */
export const div: Arithmetic<'quotient'> = arithmetic('div', '/', quotient);
/** The remainder of a ÷ b. @example mod(sum(countOverTime(shopLogs, '5m')), 10) // sum(count_over_time({project="shop"}[5m])) % 10 */
export const mod: Arithmetic<'sum'> = arithmetic('mod', '%', sum);

interface AnyRatio extends AnyLogVector {
  readonly unit: Ratio;
}

/**
 * A ratio raised to a power.
 *
 * @example pow(div(sum(rate(shopLogs, '5m')), sum(rate(shopLogs, '1h'))), 2)
 * // (sum(rate({project="shop"}[5m])) / sum(rate({project="shop"}[1h]))) ^ 2
 */
export function pow<V extends AnyRatio>(base: V, exponent: number): LogVector<LabelsOf<V>, Ratio> {
  return derived(binaryNode('^', base, exponent), [base, exponent], ratio);
}

/**
 * A fixed number as a vector without labels: what stands where nothing was found.
 *
 * @param unit what the number measures
 * @example or(sum(rate(shopLogs, '5m')), vector(0, unit.perSecond('lines'))) // sum(rate({project="shop"}[5m])) or vector(0)
 */
export function vector<U extends Unit>(value: number, unit: U): LogVector<never, U> {
  return logVector({ kind: 'vector', value }, [], unit);
}
