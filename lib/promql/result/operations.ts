/**
 * What each operation of PromQL does to labels: the one table that constructors, checks and invented data go by.
 * Sources: https://prometheus.io/docs/prometheus/latest/querying/operators/ and …/querying/functions/
 */
import type {
  AggregateNode,
  BinaryNode,
  CallNode,
  Grouping,
  Matching,
  NegationNode,
  Node,
  SelectorNode,
} from '../node.ts';
import {
  ALWAYS,
  either,
  type Label,
  type Labels,
  labelIn,
  matched,
  NO_LABELS,
  only,
  SOMETIMES,
  withLabels,
  without,
} from './labels.ts';

/** A node that makes a result out of those below it. */
export type OperationNode = AggregateNode | BinaryNode | CallNode | NegationNode;

/** The labels of an operand; undefined for a number or a text, which have none. */
type Operand = Labels | undefined;

/** The labels of an operation's result, given those of its operands from left to right; undefined for a number. */
export function labelsAfter(node: OperationNode, operands: readonly Operand[]): Labels | undefined {
  const vector = operands.find((labels) => labels !== undefined);
  switch (node.kind) {
    case 'aggregate':
      return aggregateLabels(node, vector ?? NO_LABELS);
    case 'binary':
      return binaryLabels(node, operands[0], operands[1]);
    case 'call':
      return callLabels(node, vector ?? NO_LABELS);
    case 'negation':
      return vector;
  }
}

/** Aggregations that pick series and leave them as they are. */
const PICKING: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

function aggregateLabels({ operator, grouping, parameter }: AggregateNode, of: Labels): Labels {
  if (PICKING.has(operator)) return of;
  const left = groupedLabels(grouping, of);
  return operator === 'count_values' && parameter?.kind === 'string'
    ? withLabels(left, [[parameter.value, ALWAYS]])
    : left;
}

/** What a grouping leaves: nothing, where there is none. */
export function groupedLabels(grouping: Grouping | undefined, of: Labels): Labels {
  if (grouping === undefined) return NO_LABELS;
  return grouping.kind === 'by' ? only(of, grouping.labels) : without(of, grouping.labels);
}

/** The labels of an operation between two operands, of this language or another that matches as it does. */
export function binaryLabels(
  { operator, matching }: Pick<BinaryNode, 'operator' | 'matching'>,
  left: Operand,
  right: Operand,
): Labels | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  if (operator === 'and' || operator === 'unless') return left;
  if (operator === 'or') return either(left, right);
  if (matching === undefined) return left;
  const { kind, labels, group } = matching;
  if (group === undefined) return kind === 'on' ? only(left, labels) : without(left, labels);
  const [many, one] = manySide(matching) === 'left' ? [left, right] : [right, left];
  return withLabels(
    many,
    group.include.map((name) => [name, labelIn(one, name)]),
  );
}

/** The side of an operation whose series the result has: the left one, unless `group_right` says otherwise. */
export function manySide(matching: Matching | undefined): 'left' | 'right' {
  return matching?.group?.side ?? 'left';
}

/** Functions that answer with a number. */
const NUMBERS: ReadonlySet<string> = new Set(['scalar', 'time', 'pi']);
const ABSENCE: ReadonlySet<string> = new Set(['absent', 'absent_over_time']);
const OF_BUCKETS: ReadonlySet<string> = new Set(['histogram_quantile', 'histogram_fraction']);
const WRITING: ReadonlySet<string> = new Set(['label_replace', 'label_join']);

/** True for a function that answers with a number, which has no labels. */
export function answersWithNumber({ function: name }: CallNode): boolean {
  return NUMBERS.has(name);
}

/** True for a function that answers when nothing is there. */
export function tellsAbsence({ function: name }: CallNode): boolean {
  return ABSENCE.has(name);
}

/** The label that a call writes: `label_replace()` and `label_join()` alone do. */
export function labelWritten({ function: name, arguments: [, to] }: CallNode): string | undefined {
  return WRITING.has(name) && to?.kind === 'string' ? to.value : undefined;
}

function callLabels(node: CallNode, of: Labels): Labels | undefined {
  if (answersWithNumber(node)) return undefined;
  if (tellsAbsence(node)) return absentLabels(node.arguments[0]);
  if (OF_BUCKETS.has(node.function)) return without(of, ['le']);
  if (node.function === 'info') return { named: of.named, others: 'sometimes' };
  const written = labelWritten(node);
  // It may come out empty.
  return written === undefined ? of : withLabels(of, [[written, SOMETIMES]]);
}

function absentLabels(of: Node | undefined): Labels {
  const selector = of?.kind === 'range' ? of.selector : of;
  return selector?.kind === 'selector' ? pinnedLabels(selector) : NO_LABELS;
}

/** What Prometheus knows of the metric, with a flag, stands in labels that no answer of absent() has. */
const METADATA: ReadonlySet<string> = new Set(['__name__', '__type__', '__unit__']);

/**
 * The labels that a selector matches by equality, which `absent()` answers with; one that is matched twice it leaves out.
 * Source: createLabelsForAbsentFunction() in Prometheus' promql/functions.go.
 */
export function pinnedLabels({ matchers }: SelectorNode): Labels {
  const once = matchers.filter(({ label }) => matchers.filter((other) => other.label === label).length === 1);
  return matched(
    NO_LABELS,
    once.filter(({ label, operator }) => operator === '=' && !METADATA.has(label)),
  );
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
