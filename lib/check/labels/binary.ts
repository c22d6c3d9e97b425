/**
 * What operators between vectors do to labels, and whether two vectors can match at all.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#vector-matching
 */
import type { BinaryNode, Matching } from '../../promql/node.ts';
import { either, type Label, type Labels, labelIn, only, withLabels, without } from './labels.ts';

/** The labels of an operation's result; undefined for two numbers. */
export function binaryLabels(
  { operator, matching }: BinaryNode,
  left: Labels | undefined,
  right: Labels | undefined,
): Labels | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  if (operator === 'and' || operator === 'unless') return left;
  return operator === 'or' ? either(left, right) : matchedLabels(left, right, matching);
}

function matchedLabels(left: Labels, right: Labels, matching: Matching | undefined): Labels {
  if (matching === undefined) return left;
  const { kind, labels, group } = matching;
  if (group !== undefined) {
    const [many, one] = group.side === 'left' ? [left, right] : [right, left];
    return withLabels(
      many,
      group.include.map((name) => [name, labelIn(one, name)]),
    );
  }
  return kind === 'on' ? only(left, labels) : without(left, labels);
}

/** A label that keeps every series of the left side from matching one of the right. */
export interface Conflict {
  readonly label: string;
  readonly left: Label;
  readonly right: Label;
}

/** The labels by which two vectors can never match. */
export function conflicts(left: Labels, right: Labels, matching: Matching | undefined): readonly Conflict[] {
  return compared(left, right, matching)
    .map((label) => ({ label, left: labelIn(left, label), right: labelIn(right, label) }))
    .filter(isConflict);
}

function compared(left: Labels, right: Labels, matching: Matching | undefined): readonly string[] {
  if (matching?.kind === 'on') return matching.labels;
  const ignored = new Set(matching?.labels);
  return [...new Set([...left.named.keys(), ...right.named.keys()])].filter((label) => !ignored.has(label));
}

function isConflict({ left, right }: Conflict): boolean {
  if (left.presence === 'always' && right.presence === 'always') {
    return left.value !== undefined && right.value !== undefined && left.value !== right.value;
  }
  return (
    (left.presence === 'always' && right.presence === 'never') ||
    (left.presence === 'never' && right.presence === 'always')
  );
}
