/**
 * Spans of time: within square brackets, and after `offset`. Prometheus computes with them: `[5m + step()]`,
 * `offset -(2 * 5m)`.
 */

import type { ComputedSpan, OffsetNode, SpanOperator, SpanTerm, WindowNode } from '../node.ts';
import { isRightFirst, PRECEDENCE } from '../precedence.ts';
import { DIGIT, type Literal, readDuration } from './literal.ts';
import { VARIABLE } from './mask.ts';
import { need, peek, type Reader, refuse, skip, take, unexpected } from './reader.ts';

/** Prometheus counts spans in nanoseconds, in 64 bits: 292 years. */
const LONGEST_S = 2 ** 63 / 1e9;

/** What stands between a square bracket, or a colon, and the next. */
export function readWindow(reader: Reader): WindowNode {
  skip(reader);
  const from = reader.at;
  const term = sum(reader, 0);
  if (isLiteral(term) ? term.value <= 0 : isNegativeVariable(term)) {
    return refuse(reader, from, 'a duration greater than 0');
  }
  return plain(term) ?? computed(term);
}

/** What stands after `offset`: one span, of which a sign is part. Arithmetic goes on after a bracket only. */
export function readOffset(reader: Reader): OffsetNode | undefined {
  const span = single(reader) ?? sum(reader, 0);
  if (isLiteral(span)) {
    const ms = span.value * 1000;
    if (ms === 0) return undefined;
    return Number.isInteger(ms) ? Object.freeze({ ms }) : computed(span);
  }
  return span.kind === 'variable' ? span : computed(span);
}

/** A span that ends where it ends; undefined where arithmetic may follow. */
function single(reader: Reader): SpanTerm | undefined {
  const start = reader.at;
  const sign = take(reader, SIGN);
  const isOpen = peek(reader, OPEN) !== undefined;
  if (sign !== undefined && isOpen) return signed(sign, bracketed(reader));
  if (isOpen || peek(reader, SIGN) !== undefined) {
    reader.at = start;
    return undefined;
  }
  const of = operand(reader);
  return sign === undefined ? of : signed(sign, of);
}

const SIGN = /[-+]/y;
const OPEN = /\(/y;
const CLOSE = /\)/y;
const COMMA = /,/y;
const OPERATOR = /[-+*/%^]/y;

/** As in expressions, a sign binds as tightly as a multiplication. */
function sum(reader: Reader, least: number): SpanTerm {
  let left = operand(reader);
  for (;;) {
    // The pattern takes nothing else.
    const operator = peek(reader, OPERATOR) as SpanOperator | undefined;
    if (operator === undefined || PRECEDENCE[operator] < least) return left;
    const { at } = reader;
    need(reader, OPERATOR);
    const right = sum(reader, PRECEDENCE[operator] + (isRightFirst(operator) ? 0 : 1));
    if ((operator === '/' || operator === '%') && isLiteral(right) && right.value === 0) {
      return refuse(reader, at, 'a divisor other than 0');
    }
    left = Object.freeze({ kind: 'span operation', operator, left, right });
  }
}

function operand(reader: Reader): SpanTerm {
  const sign = take(reader, SIGN);
  if (sign !== undefined) return signed(sign, sum(reader, PRECEDENCE['*'] + 1));
  if (peek(reader, OPEN) !== undefined) return bracketed(reader);
  const variable = take(reader, VARIABLE_SPAN);
  if (variable !== undefined) return Object.freeze({ kind: 'variable', name: variable });
  return peek(reader, DIGIT) === undefined ? call(reader) : literal(reader);
}

function bracketed(reader: Reader): SpanTerm {
  need(reader, OPEN);
  const of = sum(reader, 0);
  need(reader, CLOSE);
  return of;
}

function literal(reader: Reader): SpanTerm {
  const from = reader.at;
  const found = readDuration(reader);
  if (found.value > LONGEST_S) return refuse(reader, from, 'a span of at most 292 years');
  return term(found);
}

function term({ value, duration }: Literal): SpanTerm {
  return Object.freeze({ kind: 'span', value, as: duration ? 'duration' : 'seconds' });
}

/** `$w`, or a part of a duration: `${n}m`, `5$unit`. */
const VARIABLE_SPAN = new RegExp(`\\d*(?:${VARIABLE})(?:(?<=[}\\]])[a-z]+(?!\\w))?`, 'y');
const WORD = /[a-z_]+/iy;

function call(reader: Reader): SpanTerm {
  const word = (peek(reader, WORD) ?? '').toLowerCase();
  if (!['step', 'range', 'min_of', 'max_of'].includes(word)) return unexpected(reader);
  need(reader, WORD);
  need(reader, OPEN);
  if (word === 'step' || word === 'range') {
    need(reader, CLOSE);
    return Object.freeze({ kind: word === 'step' ? 'step' : 'query range' });
  }
  const left = sum(reader, 0);
  need(reader, COMMA);
  const right = sum(reader, 0);
  need(reader, CLOSE);
  return Object.freeze({ kind: 'span operation', operator: word === 'min_of' ? 'min_of' : 'max_of', left, right });
}

function signed(sign: string, of: SpanTerm): SpanTerm {
  if (sign === '+') return of;
  if (isLiteral(of)) return Object.freeze({ ...of, value: -of.value });
  return Object.freeze({ kind: 'span negation', of });
}

function isLiteral(of: SpanTerm): of is Extract<SpanTerm, { readonly kind: 'span' }> {
  return of.kind === 'span';
}

/** Once Grafana has filled it in, it is less than 0. */
function isNegativeVariable(of: SpanTerm): boolean {
  return of.kind === 'span negation' && of.of.kind === 'variable';
}

/** What needs no computing: a variable, or a duration in whole milliseconds. */
function plain(of: SpanTerm): WindowNode | undefined {
  if (of.kind === 'variable') return of;
  if (!isLiteral(of)) return undefined;
  // 0.29 * 1000 is a little less than 290.
  const ms = Math.round(of.value * 1e6) / 1000;
  return Number.isInteger(ms) && ms > 0
    ? Object.freeze({ kind: 'duration', duration: Object.freeze({ ms }) })
    : undefined;
}

function computed(of: SpanTerm): ComputedSpan {
  return Object.freeze({ kind: 'computed', of });
}
