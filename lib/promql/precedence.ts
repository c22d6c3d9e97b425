/**
 * How tightly operators bind, and what arithmetic comes to. Printing leaves out every bracket that this makes superfluous, parsing puts the operands
 * together by it.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#binary-operator-precedence
 */
import type { BinaryOperator, SpanOperator } from './node.ts';

/** Higher binds tighter. */
export const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '>': 3,
  '<': 3,
  '>=': 3,
  '<=': 3,
  '</': 3,
  '>/': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  atan2: 5,
  '^': 7,
};

/** A sign before an operand: weaker than ^ alone, so that `-2 ^ 2` is −4. */
export const NEGATION = 6;

/** What needs no bracket anywhere: selectors, calls, aggregations. */
export const ATOM = 9;

/** Operators are grouped from the left, `^` alone from the right. */
export function isRightFirst(operator: BinaryOperator): boolean {
  return operator === '^';
}

/** What an operator makes of two numbers. */
export type Calculation = (left: number, right: number) => number;

/** The remainder has the sign of the left side, as in Go's math.Mod. */
export const CALCULATIONS: Readonly<Record<SpanOperator, Calculation>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '^': (left, right) => left ** right,
};
