/** Selectors, texts, lists of labels, groupings and matchings. */
import type { BinaryNode, Grouping, Matcher, Matching, MatchOperator, MatchValue, SelectorNode } from '../node.ts';
import { isPlainMetric } from '../quote.ts';
import { unquote } from './literal.ts';
import { isVariable, VARIABLE } from './mask.ts';
import { need, peek, type Reader, refuse, take, unexpected } from './reader.ts';

const METRIC = '__name__';

const STRING = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`/sy;
const QUOTE = /["'`]/y;

/** Whether a text in quotes comes next. */
export function isStringNext(reader: Reader): boolean {
  return peek(reader, QUOTE) !== undefined;
}

/** The value of a text in any of the three quotes. */
export function readString(reader: Reader): string {
  const literal = need(reader, STRING);
  const at = reader.at - literal.length;
  // Go's lexer takes this character for bytes that are no text.
  const value = literal.includes('\ufffd') ? undefined : unquote(literal);
  if (value !== undefined) return value;
  return refuse(reader, at, 'an escape sequence of Prometheus, and text in UTF-8');
}

const OPEN_BRACE = /\{/y;
const CLOSE_BRACE = /\}/y;
const COMMA = /,/y;

/**
 * A selector without its range or time, behind its name. A metric whose name only fits into quotes is the metric all the
 * same: `{__name__="a.b"}` and `{"a.b"}` both select `a.b`.
 */
export function readSelector(reader: Reader, name: string): SelectorNode {
  const matchers = take(reader, OPEN_BRACE) === undefined ? [] : readMatchers(reader);
  return Object.freeze({ kind: 'selector', ...metricOf(name, matchers) });
}

function readMatchers(reader: Reader): readonly Matcher[] {
  const matchers: Matcher[] = [];
  while (take(reader, CLOSE_BRACE) === undefined) {
    matchers.push(readMatcher(reader));
    if (take(reader, COMMA) === undefined && peek(reader, CLOSE_BRACE) === undefined) unexpected(reader);
  }
  return matchers;
}

function metricOf(named: string, matchers: readonly Matcher[]): Pick<SelectorNode, 'metric' | 'matchers'> {
  const [only, ...more] = matchers.filter(({ label }) => label === METRIC);
  const quoted = named === '' && more.length === 0 && only !== undefined && isQuotedMetric(only);
  if (!quoted) return { metric: named, matchers: Object.freeze(matchers) };
  const others = matchers.filter((matcher) => matcher !== only);
  return { metric: matchText(only.value), matchers: Object.freeze(others) };
}

/** A plain name in the matcher is left where it is: `info()` takes no other form. */
function isQuotedMetric({ operator, value }: Matcher): boolean {
  const name = matchText(value);
  return operator === '=' && name !== '' && !isPlainMetric(name);
}

function matchText(value: MatchValue): string {
  return typeof value === 'string' ? value : value.variable;
}

const LABEL = new RegExp(`(?:[a-zA-Z_]|${VARIABLE})(?:\\w|${VARIABLE})*`, 'y');
const MATCH = /=~|!~|!=|=/y;

function readMatcher(reader: Reader): Matcher {
  const quoted = isStringNext(reader);
  const label = quoted ? readString(reader) : need(reader, LABEL);
  if (quoted && peek(reader, MATCH) === undefined) return Object.freeze({ label: METRIC, operator: '=', value: label });
  // The pattern has exactly the four.
  const operator = need(reader, MATCH) as MatchOperator;
  if (!isStringNext(reader)) unexpected(reader);
  return Object.freeze({ label, operator, value: matchValue(readString(reader)) });
}

function matchValue(value: string): MatchValue {
  return isVariable(value) ? Object.freeze({ variable: value }) : value;
}

const OPEN = /\(/y;
const CLOSE = /\)/y;
/** Lists of labels take names of metrics too. */
const LISTED = new RegExp(`(?:[a-zA-Z_:]|${VARIABLE})(?:[\\w:]|${VARIABLE})*`, 'y');
const NOT_LISTED = /^(?:inf|nan|without)$/i;

/** The labels of `by (…)`, `on (…)` and their like. */
function readLabels(reader: Reader): readonly string[] {
  need(reader, OPEN);
  const labels: string[] = [];
  while (take(reader, CLOSE) === undefined) {
    labels.push(readLabel(reader));
    if (take(reader, COMMA) === undefined && peek(reader, CLOSE) === undefined) unexpected(reader);
  }
  return Object.freeze(labels);
}

function readLabel(reader: Reader): string {
  if (isStringNext(reader)) {
    const { at } = reader;
    const label = readString(reader);
    return label === '' ? refuse(reader, at, 'a label name that is not empty') : label;
  }
  const label = peek(reader, LISTED);
  if (label === undefined || NOT_LISTED.test(label)) return unexpected(reader);
  return need(reader, LISTED);
}

/** `bool`, `on (…) group_left (…)` and their like, as they stand in a binary node. */
export type Modifiers = Pick<BinaryNode, 'bool' | 'matching'>;

const BOOL = /bool(?![\w:$])/iy;
const MATCHING = /(?:on|ignoring)(?![\w:$])/iy;
const GROUP = /group_(?:left|right)(?![\w:$])/iy;
const FILL = /fill(?:_left|_right)?(?=\s*\()/iy;

/** Reads what stands between an operator and its right side. */
export function readModifiers(reader: Reader): Modifiers {
  const bool = take(reader, BOOL) !== undefined;
  const kind = take(reader, MATCHING)?.toLowerCase();
  const matching = kind === undefined ? undefined : readMatching(reader, kind === 'on' ? 'on' : 'ignoring');
  if (peek(reader, FILL) !== undefined) {
    refuse(reader, reader.at, 'an expression: filling values in needs a flag, promql-binop-fill-modifiers');
  }
  return { ...(bool ? { bool: true } : {}), ...(matching === undefined ? {} : { matching }) };
}

function readMatching(reader: Reader, kind: Matching['kind']): Matching | undefined {
  const labels = readLabels(reader);
  const group = take(reader, GROUP)?.toLowerCase();
  // Ignoring no label is what an operator does anyway.
  if (group === undefined)
    return kind === 'ignoring' && labels.length === 0 ? undefined : Object.freeze({ kind, labels });
  const include = peek(reader, OPEN) === undefined ? Object.freeze([]) : readLabels(reader);
  const side = group === 'group_left' ? 'left' : 'right';
  return Object.freeze({ kind, labels, group: Object.freeze({ side, include }) });
}

const GROUPING = /(?:by|without)(?![\w:$])/iy;

/** `by (…)` or `without (…)`, where it comes next; `by ()` is the same as no grouping at all. */
export function readGrouping(reader: Reader): { readonly grouping?: Grouping } | undefined {
  const word = take(reader, GROUPING)?.toLowerCase();
  if (word === undefined) return undefined;
  const kind = word === 'by' ? 'by' : 'without';
  const labels = readLabels(reader);
  return kind === 'by' && labels.length === 0 ? {} : { grouping: Object.freeze({ kind, labels }) };
}
