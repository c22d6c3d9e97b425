/**
 * Typed expressions: a node with the labels and the unit of its result, at type level and at run time.
 *
 * `Expr<L, U>` is invariant in `L`: a vector with more labels is not a vector with fewer, since joins and legends
 * depend on the exact set.
 */
import type { Unit } from '../units/unit.ts';
import type { Node } from './node.ts';
import { exactly, namesIn } from './result/labels.ts';
import { labelsAfter, type OperationNode } from './result/operations.ts';

/** The labels that the series of a vector carry. */
export interface LabelSet<in out L extends string> {
  readonly names: readonly L[];
}

/** An instant vector: one number per series. What panels show and alerts compare. */
export interface Expr<in out L extends string, out U extends Unit = Unit> {
  readonly type: 'instant vector';
  readonly node: Node;
  readonly labels: LabelSet<L>;
  readonly unit: U;
}

/** One number without labels. */
export interface Scalar<out U extends Unit = Unit> {
  readonly type: 'scalar';
  readonly node: Node;
  readonly unit: U;
}

/** Counts of a classic histogram per bucket, label `le` included; `unit` is what the histogram observed. */
export interface Buckets<in out L extends string, out U extends Unit = Unit> {
  readonly type: 'buckets: take histogramQuantile() or histogramFraction() of them';
  readonly node: Node;
  readonly labels: LabelSet<L>;
  readonly unit: U;
}

/** Whole native histograms, one per series; `unit` is what they observed. */
export interface HistogramVector<in out L extends string, out U extends Unit = Unit> {
  readonly type: 'native histograms: take histogramQuantile() or histogramAvg() of them';
  readonly node: Node;
  readonly labels: LabelSet<L>;
  readonly unit: U;
}

/** Any vector, its labels unknown to the compiler: what the functions below infer from. */
export interface AnyVector {
  readonly type: string;
  readonly node: Node;
  readonly labels: { readonly names: readonly string[] };
  readonly unit: Unit;
}

/** Any instant vector, its labels unknown to the compiler. */
export interface AnyExpr extends AnyVector {
  readonly type: 'instant vector';
}

/** The labels of a vector, as a union. */
export type LabelsOf<V> = V extends { readonly labels: LabelSet<infer L> } ? L : never;

/** The unit of a vector or scalar. */
export type UnitOf<V> = V extends { readonly unit: infer U extends Unit } ? U : never;

/** A type that no value has, whose only key is what to tell the author. */
export type Refusal<Message extends string> = { readonly [K in Message]: never };

/**
 * The type of a result, which follows from the arguments. The compiler would look for type arguments in it, twice a call
 * and in every branch of a conditional type: that was an eighth of all it did for a large system. Behind `infer` it looks
 * no further. `NoInfer` has it stop too, but stays in the type of the result.
 */
export type Derived<T> = T extends infer Known ? Known : never;

/** Refuses options that there are not, such as a misspelled one, which an inferred type would take without a word. */
export type OnlyOptions<G, K extends string> = NoOption<Exclude<keyof G, K>>;

/** By the names alone, mostly none: the compiler works that out once, and not for each list of options anew. */
type NoOption<K extends PropertyKey> = [K] extends [never]
  ? unknown
  : { readonly [P in K]: Refusal<`there is no option '${P & string}' here`> };

/** Refuses a label whose name the compiler does not know: it would then take any name for one of the vector's. */
export type Literal<N extends string> = string extends N
  ? Refusal<"write the label's name out, as a literal: the compiler has to know it">
  : unknown;

/** Labels in a fixed order, each once. */
export function labelSet<L extends string>(labels: Iterable<L>): LabelSet<L> {
  return Object.freeze({ names: Object.freeze([...new Set(labels)].sort()) });
}

/** An instant vector over a node. For this room only: its caller vouches for labels and unit. */
export function expr<L extends string, U extends Unit>(node: Node, labels: Iterable<L>, unit: U): Expr<L, U> {
  return Object.freeze({ type: 'instant vector', node: Object.freeze(node), labels: labelSet(labels), unit });
}

/**
 * The vector that an operation makes of its operands, those of a binary operation from left to right: its labels follow
 * from theirs as `result/operations.ts` says, which is what the types say. For this room only: its caller vouches for
 * the unit.
 */
export function derived<L extends string, U extends Unit>(
  node: OperationNode,
  operands: readonly (AnyVector | Scalar | number)[],
  unit: U,
): Expr<L, U> {
  // The compiler cannot follow the table; the tests of each function hold its type and the table to the same labels.
  const labels: LabelSet<L> = Object.freeze({ names: Object.freeze(namesAfter(node, operands) as readonly L[]) });
  return Object.freeze({ type: 'instant vector', node: Object.freeze(node), labels, unit });
}

/** The names of the labels of an operation's result. */
export function namesAfter(node: OperationNode, operands: readonly (AnyVector | Scalar | number)[]): readonly string[] {
  const labels = labelsAfter(node, operands.map(operandLabels));
  return labels === undefined ? [] : namesIn(labels);
}

function operandLabels(operand: AnyVector | Scalar | number) {
  return typeof operand === 'number' || !('labels' in operand) ? undefined : exactly(operand.labels.names);
}

/** A scalar over a node. For this room only. */
export function scalarOf<U extends Unit>(node: Node, unit: U): Scalar<U> {
  return Object.freeze({ type: 'scalar', node: Object.freeze(node), unit });
}

/** The labels of a vector at run time, typed as the compiler knows them. */
export function labelsOf<V extends AnyVector>(vector: V): readonly LabelsOf<V>[] {
  // AnyVector forgets the union that V has; the names are the very ones that V was made with.
  return vector.labels.names as readonly LabelsOf<V>[];
}

/** The unit of a vector at run time, typed as the compiler knows it. */
export function unitOf<V extends AnyVector>(vector: V): UnitOf<V> {
  // As in labelsOf(): AnyVector forgets which unit V has.
  return vector.unit as UnitOf<V>;
}
