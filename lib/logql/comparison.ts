/**
 * Comparisons and set operators. A comparison keeps the series for which it holds, with the left side's value; with
 * `{ bool: true }` it keeps all of them and the value is 1 or 0.
 * Source: https://grafana.com/docs/loki/latest/query/#comparison-operators
 */
import type { AsBool, Comparable, NoLabels } from '../promql/comparison.ts';
import type { LabelsOf, OnlyOptions, UnitOf } from '../promql/expr.ts';
import type { AnyMatching, Matches, MatchingOnly, NoMatching } from '../promql/matching.ts';
import { certainIn, either, exactly } from '../promql/result/labels.ts';
import { type Ratio, ratio, sameUnit, unitText } from '../units/unit.ts';
import {
  binaryNode,
  type Combined,
  type LogOperand,
  type MatchingOf,
  type OperandOnly,
  type Side,
  vector,
} from './arithmetic.ts';
import type { LogBinaryNode } from './node.ts';
import { type AnyLogVector, derived, type LogVector, logVector, type Typed, type VectorOnly } from './vector.ts';

type Comparison = <
  A extends Typed,
  B extends Side,
  const G extends ((MatchingOf<A, B> | NoMatching) & Partial<AsBool>) | undefined = undefined,
>(
  left: A & VectorOnly<A>,
  right: B & OperandOnly<B> & Comparable<A, B> & Matches<A, B, G>,
  options?: MatchingOnly<G, 'bool'>,
) => Combined<A, B, G, G extends AsBool ? Ratio : UnitOf<A>>;

function comparison(name: string, operator: LogBinaryNode['operator']): Comparison {
  // As in arithmetic(): Combined<> says what is found here.
  return ((left: AnyLogVector, right: LogOperand, options?: AnyMatching & Partial<AsBool>) => {
    assertComparable(name, left, right);
    const matching = options?.on === undefined && options?.ignoring === undefined ? undefined : options;
    const node = binaryNode(operator, left, right, matching, options?.bool);
    return derived(node, [left, right], options?.bool ? ratio : left.unit);
  }) as unknown as Comparison;
}

function assertComparable(name: string, left: AnyLogVector, right: LogOperand): void {
  if (typeof right === 'number' || sameUnit(left.unit, right.unit)) return;
  throw new TypeError(`${name}(): ${unitText(left.unit)} cannot be compared with ${unitText(right.unit)}.`);
}

/** a > b. @example gt(sum(rate(shopLogs, '5m')), 100) // sum(rate({project="shop"}[5m])) > 100 */
export const gt: Comparison = comparison('gt', '>');
/** a ≥ b. @example gte(sum(rate(shopLogs, '5m')), 100) // sum(rate({project="shop"}[5m])) >= 100 */
export const gte: Comparison = comparison('gte', '>=');
/** a < b. @example lt(sum(rate(shopLogs, '5m')), 1) // sum(rate({project="shop"}[5m])) < 1 */
export const lt: Comparison = comparison('lt', '<');
/** a ≤ b. @example lte(sum(rate(shopLogs, '5m')), 1, { bool: true }) // sum(rate({project="shop"}[5m])) <= bool 1 */
export const lte: Comparison = comparison('lte', '<=');
/** a = b. @example eq(sum(countOverTime(shopLogs, '5m')), 0) // sum(count_over_time({project="shop"}[5m])) == 0 */
export const eq: Comparison = comparison('eq', '==');
/** a ≠ b. @example neq(sum(countOverTime(shopLogs, '5m')), 0) // sum(count_over_time({project="shop"}[5m])) != 0 */
export const neq: Comparison = comparison('neq', '!=');

type SetMatching<A, B> =
  | { readonly on: readonly (LabelsOf<A> & LabelsOf<B>)[]; readonly ignoring?: never }
  | { readonly ignoring: readonly (LabelsOf<A> | LabelsOf<B>)[]; readonly on?: never };

type SetOperation = <A extends Typed, B extends Typed, const G extends SetMatching<A, B> | undefined = undefined>(
  left: A & VectorOnly<A>,
  right: B & VectorOnly<B> & Matches<A, B, G>,
  matching?: G & OnlyOptions<G, 'on' | 'ignoring'>,
) => LogVector<LabelsOf<A>, UnitOf<A>>;

function setOperation(operator: 'and' | 'unless'): SetOperation {
  // As in arithmetic().
  return ((left: AnyLogVector, right: AnyLogVector, matching?: AnyMatching) =>
    derived(binaryNode(operator, left, right, matching), [left, right], left.unit)) as unknown as SetOperation;
}

/**
 * The series of the left side that have a partner on the right.
 *
 * @example
 * and(sum(rate(shopLogs, '5m')), gt(sum(rate(shopLogs, '1h')), 1))
 * // sum(rate({project="shop"}[5m])) and sum(rate({project="shop"}[1h])) > 1
 */
export const and: SetOperation = setOperation('and');
/**
 * The series of the left side that have no partner on the right.
 *
 * @example
 * unless(sum(rate(shopLogs, '5m')), gt(sum(rate(shopLogs, '1h')), 1))
 * // sum(rate({project="shop"}[5m])) unless sum(rate({project="shop"}[1h])) > 1
 */
export const unless: SetOperation = setOperation('unless');

type Or = <A extends Typed, B extends Typed, const G extends SetMatching<A, B> | undefined = undefined>(
  left: A & VectorOnly<A>,
  right: B & VectorOnly<B> & Comparable<A, B> & Matches<A, B, G>,
  matching?: G & OnlyOptions<G, 'on' | 'ignoring'>,
) => LogVector<LabelsOf<A> & LabelsOf<B>, UnitOf<A>>;

/**
 * The left side's series, and those of the right side that have no partner on the left. Same unit on both sides; with a
 * matching, only the labels that both sides have are counted on.
 *
 * @example
 * or(sum(rate(shopLogs.contains('ERROR'), '5m')), sum(rate(shopLogs.contains('WARN'), '5m')))
 * // sum(rate({project="shop"} |= "ERROR" [5m])) or sum(rate({project="shop"} |= "WARN" [5m]))
 */
export const or: Or = ((left: AnyLogVector, right: AnyLogVector, matching?: AnyMatching) => {
  assertComparable('or', left, right);
  // A label of one side alone is there on some series: nothing may count on it.
  const certain = certainIn(either(exactly(left.labels.names), exactly(right.labels.names)));
  return logVector(binaryNode('or', left, right, matching), certain, left.unit);
  // As in arithmetic().
}) as unknown as Or;

type OrZero = <V extends Typed>(of: V & VectorOnly<V> & NoLabels<V>) => LogVector<never, UnitOf<V>>;

/**
 * The value, or 0 where no line was found. Only for a vector without labels: for any other the zero would be a series of
 * its own.
 *
 * @example
 * orZero(sum(countOverTime(shopLogs.contains('ERROR'), '5m')))
 * // sum(count_over_time({project="shop"} |= "ERROR" [5m])) or vector(0)
 */
export const orZero: OrZero = ((of: AnyLogVector) =>
  // As in arithmetic().
  logVector(binaryNode('or', of, vector(0, of.unit)), [], of.unit)) as unknown as OrZero;
