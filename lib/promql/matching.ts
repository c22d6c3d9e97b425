/**
 * Which series of two vectors belong together. Without a matching both sides must carry the same labels, and the
 * compiler says which label only one of them has: in Prometheus such an operation silently returns nothing.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#vector-matching
 */
import type { AnyExpr, AnyVector, LabelsOf, OnlyOptions, Refusal, Scalar } from './expr.ts';
import type { Matching as MatchingNode } from './node.ts';

/** A side of an operation: a vector, a scalar, or a number, which takes the other side's unit. */
export type Operand = AnyExpr | Scalar | number;

/** What has labels: a vector of any language. */
export type Labelled = Pick<AnyVector, 'labels'>;

/** The labels that match, and for many-to-one the labels copied from the "one" side. */
export type Matching<L extends string, M extends string> = (On<L & M> | Ignoring<L | M>) & Group<L, M>;

interface On<Both extends string> {
  readonly on: readonly Both[];
  readonly ignoring?: never;
}

interface Ignoring<Either extends string> {
  readonly ignoring: readonly Either[];
  readonly on?: never;
}

type Group<L extends string, M extends string> =
  | { readonly groupLeft?: readonly M[]; readonly groupRight?: never }
  | { readonly groupRight?: readonly L[]; readonly groupLeft?: never };

/** Every option of a matching, absent. */
export interface NoMatching {
  readonly on?: never;
  readonly ignoring?: never;
  readonly groupLeft?: never;
  readonly groupRight?: never;
}

/** A matching with no other option beside it. */
export type MatchingOnly<G, More extends string = never> = G & OnlyOptions<G, keyof NoMatching | More>;

/** A matching whose labels the compiler no longer looks at. */
export interface AnyMatching {
  readonly on?: readonly string[];
  readonly ignoring?: readonly string[];
  readonly groupLeft?: readonly string[];
  readonly groupRight?: readonly string[];
}

type Only<L extends string, M extends string> = Exclude<L, M> | Exclude<M, L>;

type Differing<K extends string> =
  Refusal<`only one side has the label '${K}': aggregate both sides to the same labels, or match with { on: [...] } or { ignoring: [...] }`>;

type Same<L extends string, M extends string> = [Only<L, M>] extends [never] ? unknown : Differing<Only<L, M>>;

/** Refuses two vectors that cannot match. */
export type Matches<A, B, G> = A extends Labelled
  ? B extends Labelled
    ? G extends { readonly on: readonly string[] }
      ? unknown
      : G extends { readonly ignoring: readonly (infer I)[] }
        ? G extends { readonly groupLeft: unknown } | { readonly groupRight: unknown }
          ? unknown
          : Same<Exclude<LabelsOf<A>, I>, Exclude<LabelsOf<B>, I>>
        : Same<LabelsOf<A>, LabelsOf<B>>
    : unknown
  : unknown;

/** The labels of the result of arithmetic and comparisons. */
export type MatchedLabels<A, B, G> = A extends Labelled
  ? B extends Labelled
    ? G extends { readonly groupLeft: readonly (infer C)[] }
      ? LabelsOf<A> | (C & string)
      : G extends { readonly groupRight: readonly (infer C)[] }
        ? LabelsOf<B> | (C & string)
        : G extends { readonly on: readonly (infer K)[] }
          ? K & string
          : G extends { readonly ignoring: readonly (infer I)[] }
            ? Exclude<LabelsOf<A>, I>
            : LabelsOf<A>
    : LabelsOf<A>
  : LabelsOf<B>;

/** The matching as a node; nothing where none was given. */
export function matchingNode(matching: AnyMatching | undefined): { readonly matching?: MatchingNode } {
  if (matching === undefined) return {};
  const kind = matching.on === undefined ? 'ignoring' : 'on';
  const labels = matching.on ?? matching.ignoring ?? [];
  return { matching: Object.freeze({ kind, labels: Object.freeze([...labels]), ...groupNode(matching) }) };
}

function groupNode({ groupLeft, groupRight }: AnyMatching): Pick<MatchingNode, 'group'> {
  if (groupLeft !== undefined) return { group: Object.freeze({ side: 'left', include: groupLeft }) };
  if (groupRight !== undefined) return { group: Object.freeze({ side: 'right', include: groupRight }) };
  return {};
}
