/** What follows an operand and changes it: a range, a subquery's range, `offset`, `@`, `anchored` and `smoothed`. */
import type { Node, SpanVariable, TimeShift } from '../node.ts';
import { DIGIT, readDuration } from './literal.ts';
import { isNumberVariable, VARIABLE } from './mask.ts';
import { need, peek, type Reader, refuse, skip, take } from './reader.ts';
import { readOffset, readWindow } from './span.ts';

const BRACKET = /\[/y;
const CLOSE = /\]/y;
const COLON = /:/y;
const AT = /@/y;
const OFFSET = /offset(?![\w:$])/iy;
const EXTENDED = /(?:anchored|smoothed)(?![\w:$])/iy;

/** An operand before its range, its offset and their like; only what stands by itself can have some of them. */
export interface Primary {
  readonly node: Node;
  readonly bracketed?: true;
}

/** The operand with all suffixes behind it. */
export function readSuffixes(reader: Reader, { node, bracketed }: Primary): Node {
  let of = node;
  /** A subquery may stand behind brackets, and is none itself. */
  let isBracketed = bracketed === true;
  for (;;) {
    skip(reader);
    const place: Place = { at: reader.at, bracketed: isBracketed };
    if (take(reader, BRACKET) !== undefined) {
      of = readRange(reader, of, place);
      isBracketed = false;
    } else if (take(reader, OFFSET) !== undefined) {
      of = shifted(reader, of, place, 'offset', offsetOf(reader));
    } else if (take(reader, AT) !== undefined) {
      of = shifted(reader, of, place, 'at', { at: readTime(reader) });
    } else {
      const extended = take(reader, EXTENDED)?.toLowerCase();
      if (extended !== 'anchored' && extended !== 'smoothed') return of;
      of = withExtended(reader, of, place, extended);
    }
  }
}

/** Where a suffix begins, and what it stands behind. */
interface Place {
  readonly at: number;
  readonly bracketed: boolean;
}

/** Only a metric can have a range or a time: the variable stands for its name. */
function asSelector(node: Node): Node {
  if (node.kind !== 'number variable' || isNumberVariable(node.name)) return node;
  return Object.freeze({ kind: 'selector', metric: node.name, matchers: Object.freeze([]) });
}

function readRange(reader: Reader, operand: Node, { bracketed }: Place): Node {
  const of = asSelector(operand);
  skip(reader);
  const from = reader.at;
  const window = readWindow(reader);
  if (take(reader, COLON) !== undefined) {
    const step = peek(reader, CLOSE) === undefined ? { step: readWindow(reader) } : {};
    need(reader, CLOSE);
    return Object.freeze({ kind: 'subquery', of, window, ...step });
  }
  need(reader, CLOSE);
  if (bracketed || of.kind !== 'selector')
    return refuse(reader, from, 'a step, as in [1h:1m]: only a metric has a range without');
  if (of.at !== undefined || of.offset !== undefined) return refuse(reader, from, 'the range before offset and @');
  return Object.freeze({ kind: 'range', selector: of, window });
}

function offsetOf(reader: Reader): TimeShift {
  const offset = readOffset(reader);
  return offset === undefined ? {} : { offset };
}

const VARIABLE_NAME = new RegExp(VARIABLE, 'y');
const PREPROCESSOR = /(start|end)(?=\s*\()/iy;
const OPEN = /\(/y;
const CLOSE_BRACKET = /\)/y;
const SIGN = /[-+]/y;
const WORD = /(?:inf|nan)(?![\w:$])/iy;
const TIME = 'a time in seconds, start() or end()';

function readTime(reader: Reader): number | 'start' | 'end' | SpanVariable {
  const name = take(reader, VARIABLE_NAME);
  if (name !== undefined) return Object.freeze({ kind: 'variable', name });
  const word = take(reader, PREPROCESSOR)?.toLowerCase();
  if (word !== undefined) {
    need(reader, OPEN);
    need(reader, CLOSE_BRACKET);
    return word === 'start' ? 'start' : 'end';
  }
  const sign = take(reader, SIGN);
  skip(reader);
  const { at } = reader;
  if (take(reader, WORD) !== undefined) return refuse(reader, at, 'a finite time in seconds');
  if (peek(reader, DIGIT) === undefined) return refuse(reader, at, TIME);
  const { value } = readDuration(reader);
  if (value >= 2 ** 63) return refuse(reader, at, 'a time of fewer than 2 ^ 63 seconds');
  return sign === '-' ? -value : value;
}

/** Puts the shift where the tree has it: on the selector, within a range too, or on the subquery. */
function shifted(
  reader: Reader,
  operand: Node,
  { at, bracketed }: Place,
  key: keyof TimeShift,
  shift: TimeShift,
): Node {
  if (bracketed) return refuse(reader, at, 'a selector without brackets before it');
  const of = asSelector(operand);
  const before = of.kind === 'range' ? of.selector : of;
  if (before.kind !== 'selector' && before.kind !== 'subquery') {
    return refuse(reader, at, 'a selector or a subquery before it');
  }
  if (before[key] !== undefined) return refuse(reader, at, 'it only once');
  if (of.kind !== 'range') return Object.freeze({ ...of, ...shift });
  return Object.freeze({ ...of, selector: Object.freeze({ ...of.selector, ...shift }) });
}

function withExtended(
  reader: Reader,
  operand: Node,
  { at, bracketed }: Place,
  extended: 'anchored' | 'smoothed',
): Node {
  const of = asSelector(operand);
  const before = of.kind === 'range' ? of.selector : of;
  if (bracketed || before.kind !== 'selector') return refuse(reader, at, 'a selector before it');
  if (before.extended !== undefined && before.extended !== extended) {
    return refuse(reader, at, `one of anchored and smoothed, and it is ${before.extended} already`);
  }
  const selector = Object.freeze({ ...before, extended });
  return of.kind === 'range' ? Object.freeze({ ...of, selector }) : selector;
}
