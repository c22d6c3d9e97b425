/** What follows an operand and changes it: a range, a subquery's range, `offset` and `@`. */
import type { SyntaxNode } from '@lezer/common';
import { type Duration, parseDuration } from '../../units/duration.ts';
import type { Node, TimeShift, WindowNode } from '../node.ts';
import { readNumber } from './literal.ts';
import { hasVariable, parts, refuse, type Source, textOf } from './source.ts';

/** The names of the parser's nodes that end in a suffix. */
const READERS: Readonly<Record<string, (source: Source, suffix: SyntaxNode, of: Node) => Node>> = {
  MatrixSelector: range,
  SubqueryExpr: subquery,
  OffsetExpr: offset,
  StepInvariantExpr: at,
  AnchoredExpr: experimental,
  SmoothedExpr: experimental,
};

/** True for a node that ends in a suffix. */
export function isSuffixed(node: SyntaxNode): boolean {
  return Object.hasOwn(READERS, node.name);
}

/** The operand with the suffix that ends `node`. */
export function readSuffix(source: Source, node: SyntaxNode, of: Node): Node {
  return READERS[node.name]?.(source, node, of) ?? of;
}

function range(source: Source, node: SyntaxNode, of: Node): Node {
  const [, window] = parts(node);
  if (of.kind !== 'selector')
    return refuse(source, window ?? node, 'a step, as in [1h:1m]: only a metric has a range without');
  if (of.at !== undefined || of.offset !== undefined)
    return refuse(source, window ?? node, 'the range before offset and @');
  return Object.freeze({ kind: 'range', selector: of, window: readWindow(source, window ?? node) });
}

function subquery(source: Source, node: SyntaxNode, of: Node): Node {
  const [, window, step] = parts(node);
  return Object.freeze({
    kind: 'subquery',
    of,
    window: readWindow(source, window ?? node),
    ...(step === undefined ? {} : { step: readWindow(source, step) }),
  });
}

function offset(source: Source, node: SyntaxNode, of: Node): Node {
  const [, keyword = node, by = node] = parts(node);
  const span = readOffset(source, by);
  return shifted(source, keyword, of, span.ms === 0 ? {} : { offset: span });
}

function at(source: Source, node: SyntaxNode, of: Node): Node {
  const [, keyword = node, time = node] = parts(node);
  const text = textOf(source, time);
  if (time.name === 'AtModifierPreprocessors') {
    return shifted(source, keyword, of, { at: text.startsWith('s') ? 'start' : 'end' });
  }
  if (hasVariable(source, time)) return refuse(source, time, 'a time in seconds, start() or end()');
  return shifted(source, keyword, of, { at: signed(text) });
}

function signed(text: string): number {
  const [, sign, rest = ''] = /^([-+]?)\s*(.*)$/s.exec(text) ?? [];
  return sign === '-' ? -readNumber(rest) : readNumber(rest);
}

function experimental(source: Source, node: SyntaxNode): Node {
  return refuse(source, parts(node)[1] ?? node, 'an operator or the end: extended ranges are experimental');
}

/** Puts the shift where the tree has it: on the selector, within a range too, or on the subquery. */
function shifted(source: Source, keyword: SyntaxNode, of: Node, shift: TimeShift): Node {
  switch (of.kind) {
    case 'range':
      return Object.freeze({
        ...of,
        selector: Object.freeze({ ...of.selector, ...once(source, keyword, of.selector, shift) }),
      });
    case 'selector':
    case 'subquery':
      return Object.freeze({ ...of, ...once(source, keyword, of, shift) });
    default:
      return refuse(source, keyword, 'a selector or a subquery before it');
  }
}

function once(source: Source, keyword: SyntaxNode, before: TimeShift, shift: TimeShift): TimeShift {
  const twice = (before.at !== undefined && shift.at !== undefined) || (before.offset && shift.offset);
  return twice ? refuse(source, keyword, 'it only once') : shift;
}

function readWindow(source: Source, node: SyntaxNode): WindowNode {
  if (isOneVariable(source, node)) return Object.freeze({ kind: 'variable', name: textOf(source, node) });
  const span = readSpan(source, node);
  if (span.ms <= 0) return refuse(source, node, 'a duration greater than 0');
  return Object.freeze({ kind: 'duration', duration: span });
}

/** `$w` or `${n}m`, and not `5m + $w`: computed durations are experimental. */
function isOneVariable(source: Source, node: SyntaxNode): boolean {
  const [only, ...more] = parts(node);
  const plain = more.length === 0 && (only === undefined || parts(only).length === 0);
  return plain && hasVariable(source, node);
}

const FIXED = 'a fixed duration in whole milliseconds, such as 5m';

function readOffset(source: Source, node: SyntaxNode): Duration {
  const [sign, rest] = parts(node);
  if (sign?.name !== 'UnaryOp' || rest === undefined) return readSpan(source, node);
  const { ms } = readOffset(source, rest);
  return Object.freeze({ ms: textOf(source, sign) === '-' ? -ms : ms });
}

/** A duration: `5m`, or a number of seconds. Prometheus can compute durations too, as an experiment; the tree cannot. */
function readSpan(source: Source, node: SyntaxNode): Duration {
  const [only, ...more] = parts(node);
  if (hasVariable(source, node) || more.length > 0) return refuse(source, node, FIXED);
  if (only !== undefined) return readSpan(source, only);
  const text = textOf(source, node);
  const span = parseDuration(text) ?? Object.freeze({ ms: readNumber(text) * 1000 });
  return Number.isInteger(span.ms) ? span : refuse(source, node, FIXED);
}
