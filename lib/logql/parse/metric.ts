/**
 * Queries whose answer is numbers, out of the parser's tree. Brackets are taken as the parser found them; operators are
 * put together anew, since Grafana's grammar groups all of them from the left, whatever binds tighter in Loki.
 */
import type { SyntaxNode } from '@lezer/common';
import type { Grouping, Matching } from '../../promql/node.ts';
import { isRightFirst, PRECEDENCE } from '../../promql/precedence.ts';
import type { LogBinaryNode, LogNode, LogRangeNode, RangeAggregateNode, Unwrap, UnwrapConversion } from '../node.ts';
import { readCondition } from './condition.ts';
import { readLines } from './lines.ts';
import type { LogSource } from './source.ts';
import { below, named, only, readLabels, readNumber, readSpan, readText, readWindow } from './tokens.ts';
import { parts, refuse, textOf } from './tree.ts';

type Operator = Pick<LogBinaryNode, 'operator' | 'bool' | 'matching'>;
type Item = { readonly operand: LogNode } | { readonly operation: Operator };

/** Reads an expression whose answer is numbers. */
export function readMetric(source: LogSource, node: SyntaxNode): LogNode {
  const items: Item[] = [];
  layOut(source, node, items);
  let next = 0;
  const operand = (): LogNode => {
    const item = items[next];
    next += 1;
    if (item === undefined || !('operand' in item)) throw new TypeError(`the parser's tree has no operand at ${next}.`);
    return item.operand;
  };
  /** An operand and all operators after it that bind at least as tightly as `least`. */
  const operation = (least: number): LogNode => {
    let left = operand();
    for (;;) {
      const item = items[next];
      if (item === undefined || !('operation' in item)) return left;
      const { operator } = item.operation;
      if (PRECEDENCE[operator] < least) return left;
      next += 1;
      const right = operation(PRECEDENCE[operator] + (isRightFirst(operator) ? 0 : 1));
      left = Object.freeze({ kind: 'binary', ...item.operation, left, right });
    }
  };
  return operation(0);
}

/** The operands and operators of one expression, in the order of the text. */
function layOut(source: LogSource, node: SyntaxNode, items: Item[]): void {
  const body = bodyOf(node);
  if (body.name !== 'BinOpExpr') {
    items.push({ operand: readOperand(source, body) });
    return;
  }
  const [left = body, operator = body, modifier = body, right = body] = parts(body);
  layOut(source, left, items);
  items.push({ operation: readOperator(source, operator, modifier) });
  layOut(source, right, items);
}

/** What an expression consists of; a bracketed one stays as it is. */
function bodyOf(node: SyntaxNode): SyntaxNode {
  if (node.name !== 'Expr' && node.name !== 'MetricExpr') return node;
  const [inner = node] = parts(node);
  return node.name === 'MetricExpr' && inner.name === 'MetricExpr' ? node : bodyOf(inner);
}

function readOperand(source: LogSource, node: SyntaxNode): LogNode {
  const reader = OPERANDS[node.name];
  if (reader === undefined) return refuse(source, node, 'an expression whose answer is numbers: rate({…}[5m])');
  return Object.freeze(reader(source, node));
}

/** By the name of the grammar's node. */
const OPERANDS: Readonly<Record<string, (source: LogSource, node: SyntaxNode) => LogNode>> = {
  // Only a bracketed expression gets here as such.
  MetricExpr: (source, node) => readMetric(source, only(node, 'MetricExpr')),
  LiteralExpr: (source, node) => ({ kind: 'number', value: readNumber(source, node) }),
  VectorExpr: (source, node) => ({ kind: 'vector', value: readNumber(source, only(node, 'Number')) }),
  RangeAggregationExpr: readRangeAggregate,
  VectorAggregationExpr: (source, node) => ({
    kind: 'aggregate',
    operator: textOf(source, only(node, 'VectorOp')).toLowerCase(),
    ...readParameter(source, node),
    of: readMetric(source, only(node, 'MetricExpr')),
    ...readGrouping(source, node, { emptyIsNone: true }),
  }),
  LabelReplaceExpr: (source, node) => {
    const [to = '', replacement = '', from = '', regexp = ''] = named(node, 'String').map((text) =>
      readText(source, text),
    );
    return { kind: 'label replace', of: readMetric(source, only(node, 'MetricExpr')), to, replacement, from, regexp };
  },
};

function readRangeAggregate(source: LogSource, node: SyntaxNode): RangeAggregateNode {
  return {
    kind: 'range aggregate',
    operator: textOf(source, only(node, 'RangeOp')),
    ...readParameter(source, node),
    of: readRange(source, only(node, 'LogRangeExpr')),
    ...readGrouping(source, node, { emptyIsNone: false }),
  };
}

function readParameter(source: LogSource, node: SyntaxNode): { readonly parameter?: number } {
  const [parameter] = named(node, 'Number');
  return parameter === undefined ? {} : { parameter: readNumber(source, parameter) };
}

function readRange(source: LogSource, node: SyntaxNode): LogRangeNode {
  const [range = node] = named(node, 'Range');
  const [unwrap] = named(node, 'UnwrapExpr');
  const offset = source.offsets.get(range.to);
  const span = offset === undefined ? undefined : readSpan(source, offset.from, offset.text);
  return Object.freeze({
    kind: 'log range',
    lines: readLines(source, node),
    ...(unwrap === undefined ? {} : { unwrap: readUnwrap(source, unwrap) }),
    window: readWindow(source, range),
    ...(span === undefined || span.ms === 0 ? {} : { offset: span }),
  });
}

/** Conditions behind the unwrapping hold it inside them, as the parser has it. */
function readUnwrap(source: LogSource, node: SyntaxNode): Unwrap {
  const [inner] = named(node, 'UnwrapExpr');
  if (inner !== undefined) {
    const before = readUnwrap(source, inner);
    const behind = named(node, 'LabelFilter').map((filter) => readCondition(source, filter));
    return Object.freeze({ ...before, filters: Object.freeze([...before.filters, ...behind]) });
  }
  const label = textOf(source, only(node, 'Identifier'));
  const [conversion] = named(node, 'ConvOp');
  const filters = Object.freeze([]);
  if (conversion === undefined) return Object.freeze({ label, filters });
  // The grammar has exactly the three.
  return Object.freeze({ label, conversion: textOf(source, conversion) as UnwrapConversion, filters });
}

/** Without labels, `by ()` of an aggregation is the same as none at all; behind a range it is not. */
function readGrouping(
  source: LogSource,
  node: SyntaxNode,
  { emptyIsNone }: { readonly emptyIsNone: boolean },
): { readonly grouping?: Grouping } {
  const [group] = named(node, 'Grouping');
  if (group === undefined) return {};
  const kind = named(group, 'By').length > 0 ? 'by' : 'without';
  const labels = readLabels(source, group);
  return emptyIsNone && kind === 'by' && labels.length === 0 ? {} : { grouping: Object.freeze({ kind, labels }) };
}

function readOperator(source: LogSource, node: SyntaxNode, modifier: SyntaxNode): Operator {
  const matching = readMatching(source, modifier);
  return {
    // The grammar has LogQL's own only.
    operator: textOf(source, node).toLowerCase() as LogBinaryNode['operator'],
    ...(named(modifier, 'Bool').length > 0 ? { bool: true } : {}),
    ...(matching === undefined ? {} : { matching }),
  };
}

function readMatching(source: LogSource, modifier: SyntaxNode): Matching | undefined {
  const [on] = named(modifier, 'OnOrIgnoringModifier');
  if (on === undefined) return undefined;
  const kind = named(on, 'On').length > 0 ? 'on' : 'ignoring';
  const labels = readLabels(source, on);
  const [group] = below(modifier, ['GroupLeft', 'GroupRight']);
  // Ignoring no label is what an operator does anyway.
  if (kind === 'ignoring' && labels.length === 0 && group === undefined) return undefined;
  if (group === undefined) return Object.freeze({ kind, labels });
  const [include] = named(modifier, 'GroupingLabels');
  const copied = include === undefined ? Object.freeze([]) : readLabels(source, include);
  const side = group.name === 'GroupLeft' ? 'left' : 'right';
  return Object.freeze({ kind, labels, group: Object.freeze({ side, include: copied }) });
}
