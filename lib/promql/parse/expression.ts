/** Expressions, read by the binding of their operators. Where Prometheus would not read on, neither does this. */
import { AGGREGATIONS, FUNCTIONS } from '../functions.ts';
import type { AggregateNode, BinaryOperator, Node } from '../node.ts';
import { isRightFirst, NEGATION, PRECEDENCE } from '../precedence.ts';
import { DIGIT, NAME, readDuration } from './literal.ts';
import { isVariable } from './mask.ts';
import { need, peek, type Reader, refuse, skip, take, unexpected } from './reader.ts';
import { isStringNext, readGrouping, readModifiers, readSelector, readString } from './selector.ts';
import { type Primary, readSuffixes } from './suffix.ts';

const OPERATOR = /<=|>=|<\/|>\/|==|!=|[-+*/%^<>]|(?:and|or|unless|atan2)(?![\w:$])/iy;
const SIGN = /[-+]/y;
const OPEN = /\(/y;
const CLOSE = /\)/y;
const COMMA = /,/y;
const BRACE = /\{/y;
const GROUPING = /(?:by|without)(?![\w:$])/iy;
/** Words that are never the name of a metric. */
const NO_METRIC = /^(?:atan2|bool|group_left|group_right|ignoring|on)$/i;
const NUMBER_WORD = /^(?:inf|nan)$/i;
/** Every bracket takes a place on the stack. */
const DEEPEST = 500;

/**
 * Reads one expression, all of whose operators bind at least as tightly as `least`.
 *
 * @throws Unexpected where the text cannot go on as it does; Unreadable for what the tree has no form for.
 */
export function readExpression(reader: Reader, least = 0): Node {
  let left = readOperand(reader);
  for (;;) {
    const operator = nextOperator(reader);
    if (operator === undefined || PRECEDENCE[operator] < least) return left;
    need(reader, OPERATOR);
    const modifiers = readModifiers(reader);
    const right = readExpression(reader, PRECEDENCE[operator] + (isRightFirst(operator) ? 0 : 1));
    left = Object.freeze({ kind: 'binary', operator, left, right, ...modifiers });
  }
}

function nextOperator(reader: Reader): BinaryOperator | undefined {
  // The pattern has exactly those that the table of precedence has.
  return peek(reader, OPERATOR)?.toLowerCase() as BinaryOperator | undefined;
}

function readOperand(reader: Reader): Node {
  skip(reader);
  const { at } = reader;
  const sign = take(reader, SIGN);
  if (sign === undefined) return readSuffixes(reader, readPrimary(reader));
  const of = nested(reader, at, () => readExpression(reader, NEGATION + 1));
  if (sign === '-') return negated(of);
  // A plus leaves no trace in the tree, so that nobody could object later.
  return of.kind === 'string' || of.kind === 'range' || of.kind === 'subquery'
    ? refuse(reader, at, 'no sign before a text or a range')
    : of;
}

function negated(of: Node): Node {
  return Object.freeze(of.kind === 'number' ? { kind: 'number', value: -of.value } : { kind: 'negation', of });
}

function nested<T>(reader: Reader, at: number, read: () => T): T {
  if (reader.depth === DEEPEST) return refuse(reader, at, `at most ${DEEPEST} brackets and signs within one another`);
  reader.depth += 1;
  const found = read();
  reader.depth -= 1;
  return found;
}

function readPrimary(reader: Reader): Primary {
  if (peek(reader, OPEN) !== undefined) {
    const { at } = reader;
    need(reader, OPEN);
    const node = nested(reader, at, () => readExpression(reader));
    need(reader, CLOSE);
    return { node, bracketed: true };
  }
  if (peek(reader, DIGIT) !== undefined) return { node: numberNode(readDuration(reader).value) };
  if (isStringNext(reader)) return { node: Object.freeze({ kind: 'string', value: readString(reader) }) };
  if (peek(reader, BRACE) !== undefined) return { node: readSelector(reader, '') };
  return { node: readNamed(reader) };
}

function numberNode(value: number): Node {
  return Object.freeze({ kind: 'number', value });
}

/** What begins with a name: an aggregation, a call, a metric, or a variable of Grafana. */
function readNamed(reader: Reader): Node {
  const name = peek(reader, NAME);
  if (name === undefined || NO_METRIC.test(name)) return unexpected(reader);
  const { at } = reader;
  reader.at += name.length;
  if (NUMBER_WORD.test(name)) return numberNode(name.toLowerCase() === 'inf' ? Number.POSITIVE_INFINITY : Number.NaN);
  const isCall = peek(reader, OPEN) !== undefined;
  const aggregation = name.toLowerCase();
  if (AGGREGATIONS.has(aggregation) && (isCall || peek(reader, GROUPING) !== undefined)) {
    return nested(reader, at, () => readAggregate(reader, aggregation, at));
  }
  if (isCall) return nested(reader, at, () => readCall(reader, name, at));
  if (isVariable(name) && peek(reader, BRACE) === undefined) {
    return Object.freeze({ kind: 'number variable', name });
  }
  return readSelector(reader, name);
}

function readCall(reader: Reader, name: string, at: number): Node {
  // These are words of the language, and so taken in capitals too.
  const known = /^(?:start|end|step|range|min_of|max_of)$/i.test(name) ? name.toLowerCase() : name;
  if (!FUNCTIONS.has(known)) return refuse(reader, at, 'a function of PromQL');
  return Object.freeze({ kind: 'call', function: known, arguments: Object.freeze(readArguments(reader)) });
}

function readArguments(reader: Reader): readonly Node[] {
  need(reader, OPEN);
  const given: Node[] = [];
  if (take(reader, CLOSE) !== undefined) return given;
  do given.push(readExpression(reader));
  while (take(reader, COMMA) !== undefined);
  need(reader, CLOSE);
  return given;
}

function readAggregate(reader: Reader, operator: string, at: number): AggregateNode {
  const before = readGrouping(reader);
  const [first, second, ...more] = readArguments(reader);
  if (first === undefined || more.length > 0) {
    return refuse(reader, at, 'an aggregation of one operand, or of a parameter and an operand');
  }
  return Object.freeze({
    kind: 'aggregate',
    operator,
    ...(second === undefined ? {} : { parameter: first }),
    of: second ?? first,
    ...(before ?? readGrouping(reader) ?? {}),
  });
}
