/**
 * Expressions, out of the parser's tree. Operands and brackets are taken as the parser found them. Operators, signs and
 * suffixes are laid out in the order of the text and put together anew, since the parser's grammar binds an `offset` or
 * a range to all that stands before it (`a + b offset 5m`) and a sign to its number (`-1 ^ 2`), unlike Prometheus.
 */
import type { SyntaxNode } from '@lezer/common';
import type { AggregateNode, BinaryOperator, Node } from '../node.ts';
import { isRightFirst, NEGATION, PRECEDENCE } from '../precedence.ts';
import { readNumber } from './literal.ts';
import { isNumberVariable, isVariable } from './mask.ts';
import { type Modifiers, readGrouping, readModifiers, readSelector, readString } from './selector.ts';
import { hasVariable, parts, refuse, type Source, textOf } from './source.ts';
import { isSuffixed, readSuffix } from './suffix.ts';

type Item =
  | { readonly type: 'sign'; readonly negative: boolean }
  | { readonly type: 'operand'; readonly node: Node; readonly bracketed: boolean }
  | { readonly type: 'suffix'; readonly node: SyntaxNode }
  | { readonly type: 'operator'; readonly operator: BinaryOperator; readonly modifiers: Modifiers };

/** The items of one expression, and how many of them are read. */
interface Cursor {
  readonly source: Source;
  readonly items: readonly Item[];
  next: number;
}

/**
 * Reads one expression.
 *
 * @throws Unreadable for what the tree has no form for.
 */
export function readExpression(source: Source, node: SyntaxNode): Node {
  const items: Item[] = [];
  layOut(source, node, items);
  return operation({ source, items, next: 0 }, 0);
}

function layOut(source: Source, node: SyntaxNode, items: Item[]): void {
  const all = parts(node);
  const [first, second] = all;
  if (node.name === 'BinaryExpr' && first !== undefined && second !== undefined) {
    layOut(source, first, items);
    items.push({ type: 'operator', operator: readOperator(source, second), modifiers: readModifiers(source, all) });
    layOut(source, all.at(-1) ?? second, items);
  } else if (node.name === 'UnaryExpr' && first !== undefined && second !== undefined) {
    items.push({ type: 'sign', negative: textOf(source, first) === '-' });
    layOut(source, second, items);
  } else if (isSuffixed(node) && first !== undefined) {
    layOut(source, first, items);
    items.push({ type: 'suffix', node });
  } else if (node.name === 'NumberDurationLiteral') {
    items.push(...signedNumber(source, node));
  } else {
    items.push({ type: 'operand', node: readOperand(source, node), bracketed: node.name === 'ParenExpr' });
  }
}

function signedNumber(source: Source, node: SyntaxNode): readonly Item[] {
  const [, sign = '', text = ''] = /^([-+]?)\s*(.*)$/s.exec(textOf(source, node)) ?? [];
  const number: Node = hasVariable(source, node)
    ? { kind: 'number variable', name: text }
    : { kind: 'number', value: readNumber(text) };
  const operand: Item = { type: 'operand', node: Object.freeze(number), bracketed: false };
  return sign === '' ? [operand] : [{ type: 'sign', negative: sign === '-' }, operand];
}

function readOperator(source: Source, node: SyntaxNode): BinaryOperator {
  const operator = textOf(source, node).toLowerCase();
  return isOperator(operator) ? operator : refuse(source, node, 'another operator: this one is experimental');
}

function isOperator(text: string): text is BinaryOperator {
  return Object.hasOwn(PRECEDENCE, text);
}

/** An operand and all operators after it that bind at least as tightly as `least`. */
function operation(cursor: Cursor, least: number): Node {
  let left = operand(cursor);
  for (;;) {
    const item = cursor.items[cursor.next];
    if (item?.type !== 'operator' || PRECEDENCE[item.operator] < least) return left;
    cursor.next += 1;
    const { operator, modifiers } = item;
    const right = operation(cursor, PRECEDENCE[operator] + (isRightFirst(operator) ? 0 : 1));
    left = Object.freeze({ kind: 'binary', operator, left, right, ...modifiers });
  }
}

function operand(cursor: Cursor): Node {
  const item = cursor.items[cursor.next];
  cursor.next += 1;
  if (item?.type === 'sign') {
    const of = operation(cursor, NEGATION + 1);
    return item.negative ? negated(of) : of;
  }
  if (item?.type !== 'operand') throw new TypeError(`the parser's tree has no operand at item ${cursor.next}.`);
  return suffixed(cursor, item.node, item.bracketed);
}

function suffixed(cursor: Cursor, of: Node, bracketed: boolean): Node {
  const { source } = cursor;
  const item = cursor.items[cursor.next];
  if (item?.type !== 'suffix') return of;
  cursor.next += 1;
  if (item.node.name === 'SubqueryExpr') return suffixed(cursor, readSuffix(source, item.node, of), false);
  if (bracketed) return refuse(source, parts(item.node)[1] ?? item.node, 'a selector without brackets before it');
  return suffixed(cursor, readSuffix(source, item.node, asSelector(of)), false);
}

/** Only a metric can have a range or a time: the variable stands for its name. */
function asSelector(node: Node): Node {
  if (node.kind !== 'number variable' || isNumberVariable(node.name)) return node;
  return Object.freeze({ kind: 'selector', metric: node.name, matchers: Object.freeze([]) });
}

function negated(of: Node): Node {
  return Object.freeze(of.kind === 'number' ? { kind: 'number', value: -of.value } : { kind: 'negation', of });
}

function readOperand(source: Source, node: SyntaxNode): Node {
  const [first] = parts(node);
  switch (node.name) {
    case 'ParenExpr':
      return readExpression(source, first ?? node);
    case 'StringLiteral':
      return Object.freeze({ kind: 'string', value: readString(source, node) });
    case 'FunctionCall':
      return readCall(source, node);
    case 'AggregateExpr':
      return readAggregate(source, node);
    case 'VectorSelector':
      return isVariable(textOf(source, node))
        ? Object.freeze({ kind: 'number variable', name: textOf(source, node) })
        : readSelector(source, node);
    default:
      return refuse(source, node, 'an expression');
  }
}

function readCall(source: Source, node: SyntaxNode): Node {
  const [name, body] = parts(node);
  const given = body === undefined ? [] : parts(body).map((argument) => readExpression(source, argument));
  return Object.freeze({ kind: 'call', function: textOf(source, name ?? node), arguments: Object.freeze(given) });
}

function readAggregate(source: Source, node: SyntaxNode): AggregateNode {
  const all = parts(node);
  const [name = node] = all;
  const body = all.find((part) => part.name === 'FunctionCallBody') ?? node;
  const [first, second, ...more] = parts(body);
  if (first === undefined || more.length > 0)
    return refuse(source, name, 'an aggregation of one operand, or of a parameter and an operand');
  const parameter = second === undefined ? {} : { parameter: readExpression(source, first) };
  return Object.freeze({
    kind: 'aggregate',
    operator: textOf(source, name).toLowerCase(),
    ...parameter,
    of: readExpression(source, second ?? first),
    ...readGrouping(
      source,
      all.find((part) => part.name === 'AggregateModifier'),
    ),
  });
}
