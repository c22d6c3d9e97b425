/**
 * What is counted and measured in log lines: one number per series, with its labels and its unit, as `Expr` is for
 * metrics. The two are different types, since no query asks Prometheus and Loki at once.
 */
import type { AnyVector, LabelSet, Refusal } from '../promql/expr.ts';
import { labelSet } from '../promql/expr.ts';
import { exactly, type Labels, namesIn } from '../promql/result/labels.ts';
import type { Unit } from '../units/unit.ts';
import type { LogNode } from './node.ts';
import { type LogOperationNode, labelsAfter } from './result.ts';

/** An instant vector out of log lines: what panels show and alerts compare. */
export interface LogVector<in out L extends string, out U extends Unit = Unit> {
  readonly type: 'log vector';
  readonly node: LogNode;
  readonly labels: LabelSet<L>;
  readonly unit: U;
}

/** Any log vector, its labels unknown to the compiler. */
export interface AnyLogVector {
  readonly type: 'log vector';
  readonly node: LogNode;
  readonly labels: AnyVector['labels'];
  readonly unit: Unit;
}

/** Anything that one may take for a vector: the functions say of it what is missing. */
export interface Typed {
  readonly type: string;
}

/** Refuses what is no log vector, with the way to one. */
export type VectorOnly<V> = V extends { readonly type: 'log vector' }
  ? unknown
  : V extends { readonly type: `lines${string}` }
    ? Refusal<'these are lines, and no numbers yet: take their rate() or countOverTime() first'>
    : V extends { readonly type: `values${string}` }
      ? Refusal<'these are the values of single lines: take their avgOverTime(), sumOverTime() or quantileOverTime() first'>
      : V extends { readonly type: `streams${string}` }
        ? Refusal<'no stream is chosen yet: name a label of the streams, with where({ … })'>
        : Refusal<'this is asked of Prometheus and not of Loki, and no query asks both: show the two as queries of one panel'>;

/** A vector over a node. For this room only: its caller vouches for labels and unit. */
export function logVector<L extends string, U extends Unit>(
  node: LogNode,
  labels: Iterable<L>,
  unit: U,
): LogVector<L, U> {
  return Object.freeze({ type: 'log vector', node: Object.freeze(node), labels: labelSet(labels), unit });
}

/**
 * The vector that an operation makes of its operands, from left to right; its labels follow from theirs, which is what
 * the types say. For this room only: its caller vouches for the unit.
 */
export function derived<L extends string, U extends Unit>(
  node: LogOperationNode,
  operands: readonly (AnyLogVector | number)[],
  unit: U,
): LogVector<L, U> {
  const labels = labelsAfter(node, operands.map(operandLabels));
  // The compiler cannot follow the table; the tests of each function hold its type and the table to the same labels.
  return logVector(node, namesIn(labels) as readonly L[], unit);
}

function operandLabels(operand: AnyLogVector | number): Labels | undefined {
  return typeof operand === 'number' ? undefined : exactly(operand.labels.names);
}
