/** Whether an expression can have an answer at all, and whether what it asks is always so: both are read off its form. */
import type { BinaryNode, Node } from '../../promql/node.ts';
import { print } from '../../promql/print.ts';
import { children, selectors } from '../../promql/walk.ts';
import type { RuleRecord } from '../../read/records.ts';
import { listed, short } from '../words.ts';
import { isUnconditional, promqlNode } from './firing.ts';
import { isComparison, mirrored } from './limit.ts';
import { rangeOf } from './range.ts';

type Expression = Pick<RuleRecord, 'expr' | 'language'>;

/** Why an expression never has an answer: the end of a sentence; undefined where it may have one. */
export function neverAnswers({ expr, language }: Expression): string | undefined {
  const node = promqlNode(expr, language);
  return node === undefined ? undefined : emptiness(node);
}

/** Whether an expression compares, and what it compares always fulfils it: nothing is dropped by it. */
export function alwaysHolds({ expr, language }: Expression): boolean {
  const node = promqlNode(expr, language);
  if (node?.kind !== 'binary') return false;
  const { left, right } = node;
  const of = print(right.kind === 'number' ? left : right);
  return holds(node) === 'always' && isUnconditional({ expr: of, language });
}

/** Whether an expression has an answer at any time, whatever is scraped: `vector(1)`. */
export function alwaysAnswers({ expr, language }: Expression): boolean {
  const node = promqlNode(expr, language);
  return node !== undefined && selectors(node).length === 0 && isUnconditional({ expr, language });
}

/** Functions that answer where there is nothing. */
const OF_NOTHING = new Set(['absent', 'absent_over_time', 'vector', 'time', 'scalar']);

function emptiness(node: Node): string | undefined {
  if (node.kind === 'call' && OF_NOTHING.has(node.function)) return undefined;
  if (node.kind !== 'binary')
    return children(node)
      .map(emptiness)
      .find((each) => each !== undefined);
  const [left, right] = [emptiness(node.left), emptiness(node.right)];
  if (node.operator === 'or') return left === undefined ? undefined : right;
  if (node.operator === 'unless') return left;
  return left ?? right ?? (holds(node) === 'never' ? outside(node) : undefined) ?? unpaired(node);
}

/** Whether a comparison with a number holds, by what can be compared. */
function holds({ operator, bool, left, right }: BinaryNode): 'never' | 'always' | 'perhaps' {
  const number = right.kind === 'number' ? right : left;
  const of = number === right ? left : right;
  if (bool === true || !isComparison(operator) || number.kind !== 'number' || of.kind === 'number') return 'perhaps';
  const limit = { operator, value: number.value };
  const { operator: is, value } = number === right ? limit : mirrored(limit);
  const { min, max } = rangeOf(of);
  const [never, always] = VERDICTS[is]?.(value, min, max) ?? [false, false];
  return never ? 'never' : always ? 'always' : 'perhaps';
}

type Verdict = (value: number, min: number, max: number) => readonly [never: boolean, always: boolean];

const VERDICTS: Readonly<Record<string, Verdict>> = {
  '>': (value, min, max) => [max <= value, min > value],
  '>=': (value, min, max) => [max < value, min >= value],
  '<': (value, min, max) => [min >= value, max < value],
  '<=': (value, min, max) => [min > value, max <= value],
  '==': (value, min, max) => [value < min || value > max, min === value && max === value],
  '!=': (value, min, max) => [min === value && max === value, value < min || value > max],
};

function outside({ operator, left, right }: BinaryNode): string {
  const of = right.kind === 'number' ? left : right;
  const { min, max } = rangeOf(of);
  const ends = [...(Number.isFinite(min) ? [`below ${min}`] : []), ...(Number.isFinite(max) ? [`above ${max}`] : [])];
  const limit = right.kind === 'number' ? `${operator} ${print(right)}` : `${print(left)} ${operator}`;
  return `${short(print(of), 60)} is never ${ends.join(' or ')}, and ${limit} asks for it`;
}

/** Operators that keep only what both sides have. */
const PAIRED = new Set(['+', '-', '*', '/', '%', '^', 'and', '==', '!=', '>', '<', '>=', '<=']);

/** Two sides that have no labels in common by which they could find each other. */
function unpaired({ operator, left, right, matching }: BinaryNode): string | undefined {
  const [one, other] = [labelsOf(left), labelsOf(right)];
  if (!PAIRED.has(operator) || one === undefined || other === undefined) return undefined;
  const counts = (labels: readonly string[]): readonly string[] =>
    matching === undefined
      ? labels
      : labels.filter((label) => matching.labels.includes(label) === (matching.kind === 'on'));
  const [by, on] = [counts(one), counts(other)];
  if (by.join() === on.join()) return undefined;
  const words = (labels: readonly string[]): string => (labels.length === 0 ? 'no labels' : listed(labels));
  return `the sides of ${operator} never find each other, by ${words(by)} on the left and ${words(on)} on the right`;
}

/** Functions that keep labels as they are. */
const KEEPS = /^(?:abs|ceil|floor|round|clamp(?:_min|_max)?|sort(?:_desc)?|ln|log2|log10|sqrt|exp|sgn)$/;

/** The labels of an answer, sorted, where its form says them all; undefined where only the series know. */
function labelsOf(node: Node): readonly string[] | undefined {
  if (node.kind === 'negation') return labelsOf(node.of);
  if (node.kind === 'call' && node.function === 'vector') return [];
  if (node.kind === 'call' && KEEPS.test(node.function)) {
    const [of] = node.arguments;
    return of === undefined ? undefined : labelsOf(of);
  }
  if (node.kind === 'binary') return ofSides(node);
  if (node.kind !== 'aggregate' || CHOOSING.has(node.operator) || node.operator === 'count_values') return undefined;
  if (node.grouping === undefined) return [];
  return node.grouping.kind === 'by' ? [...node.grouping.labels].sort() : undefined;
}

const CHOOSING = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

/** A number leaves the other side as it is; a pairing by some of the labels is left to the server. */
function ofSides({ left, right, matching, operator }: BinaryNode): readonly string[] | undefined {
  if (right.kind === 'number') return labelsOf(left);
  if (left.kind === 'number') return labelsOf(right);
  return matching === undefined && operator !== 'or' ? labelsOf(left) : undefined;
}
