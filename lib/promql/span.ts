/** Spans of time that the server works out: printing them, and what can be said of them before a query runs. */
import { type Duration, durationText } from '../units/duration.ts';
import type { OffsetNode, SpanTerm, WindowNode } from './node.ts';
import { ATOM, CALCULATIONS, type Calculation, isRightFirst, PRECEDENCE } from './precedence.ts';
import { numberText } from './quote.ts';

/** As a sign in an expression, but that it binds as tightly as a multiplication. */
const SIGN = PRECEDENCE['*'];

/** How a window stands between square brackets: `5m`, `$__rate_interval`, `5m + step()`. */
export function windowText(window: WindowNode): string {
  if (window.kind === 'duration') return durationText(window.duration);
  return window.kind === 'variable' ? window.name : termText(window.of);
}

/**
 * How a span stands behind `offset`. Behind a bracket Prometheus reads on, `offset (5m) + y` being no sum of `y`; behind
 * a sign and a bracket it does not.
 */
export function offsetText(offset: OffsetNode): string {
  if (!('kind' in offset)) return durationText(offset);
  if (offset.kind === 'variable') return offset.name;
  const { of } = offset;
  if (of.kind === 'span negation') return `-${bracketed(of.of, ATOM)}`;
  return of.kind === 'span operation' && precedence(of) < ATOM ? `+(${termText(of)})` : termText(of);
}

function termText(term: SpanTerm): string {
  switch (term.kind) {
    case 'span':
      return literalText(term.value, term.as);
    case 'variable':
      return term.name;
    case 'step':
      return 'step()';
    case 'query range':
      return 'range()';
    case 'span negation':
      return `-${bracketed(term.of, SIGN + 1)}`;
    case 'span operation':
      return operationText(term);
  }
}

/** Numbers are printed as numbers, though the server counts both in seconds. */
function literalText(value: number, as: 'duration' | 'seconds'): string {
  const ms = Math.round(value * 1000);
  return as === 'duration' ? durationText({ ms }) : numberText(value);
}

function operationText({ operator, left, right }: Extract<SpanTerm, { readonly kind: 'span operation' }>): string {
  if (operator === 'min_of' || operator === 'max_of') return `${operator}(${termText(left)}, ${termText(right)})`;
  const own = PRECEDENCE[operator];
  const rightFirst = isRightFirst(operator);
  return `${bracketed(left, rightFirst ? own + 1 : own)} ${operator} ${bracketed(right, own + (rightFirst ? 0 : 1))}`;
}

function bracketed(term: SpanTerm, least: number): string {
  return precedence(term) < least ? `(${termText(term)})` : termText(term);
}

function precedence(term: SpanTerm): number {
  if (term.kind === 'span negation') return SIGN;
  if (term.kind === 'span') return term.value < 0 ? SIGN : ATOM;
  if (term.kind !== 'span operation') return ATOM;
  return term.operator === 'min_of' || term.operator === 'max_of' ? ATOM : PRECEDENCE[term.operator];
}

/** The terms of a span, each before what is below it. */
export function* spanTerms(term: SpanTerm): Iterable<SpanTerm> {
  yield term;
  if (term.kind === 'span negation') yield* spanTerms(term.of);
  if (term.kind !== 'span operation') return;
  yield* spanTerms(term.left);
  yield* spanTerms(term.right);
}

/** All terms of a window, a step or an offset. */
export function termsOf(span: WindowNode | OffsetNode): readonly SpanTerm[] {
  if (!('kind' in span) || span.kind === 'duration') return [];
  return span.kind === 'variable' ? [span] : [...spanTerms(span.of)];
}

/** The term with each of its leaves passed through `change`. */
export function mapTerms(term: SpanTerm, change: (leaf: SpanTerm) => SpanTerm): SpanTerm {
  if (term.kind === 'span negation') return Object.freeze({ ...term, of: mapTerms(term.of, change) });
  if (term.kind !== 'span operation') return Object.freeze(change(term));
  return Object.freeze({ ...term, left: mapTerms(term.left, change), right: mapTerms(term.right, change) });
}

/** How long a window is; undefined where only the query, or a reader of a dashboard, decides it. */
export function fixedSpan(window: WindowNode): Duration | undefined {
  if (window.kind === 'duration') return window.duration;
  const seconds = window.kind === 'variable' ? undefined : secondsOf(window.of);
  return seconds === undefined ? undefined : Object.freeze({ ms: seconds * 1000 });
}

type SpanOperation = Extract<SpanTerm, { readonly kind: 'span operation' }>['operator'];

const OPERATIONS: Readonly<Record<SpanOperation, Calculation>> = {
  ...CALCULATIONS,
  min_of: Math.min,
  max_of: Math.max,
};

/** What a computed span comes to, where it names nothing that only a query knows. */
export function secondsOf(term: SpanTerm): number | undefined {
  if (term.kind === 'span') return term.value;
  if (term.kind === 'span negation') {
    const of = secondsOf(term.of);
    return of === undefined ? undefined : -of;
  }
  if (term.kind !== 'span operation') return undefined;
  const [left, right] = [secondsOf(term.left), secondsOf(term.right)];
  return left === undefined || right === undefined ? undefined : OPERATIONS[term.operator](left, right);
}
