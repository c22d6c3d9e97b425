/** Conditions on labels, out of the parser's tree. */
import type { SyntaxNode } from '@lezer/common';
import type { Matcher, MatchOperator } from '../../promql/node.ts';
import type { ComparisonOperator, LabelCondition } from '../node.ts';
import { readQueryDuration } from '../texts/quantity.ts';
import { readNumber, readText, readValue } from './tokens.ts';
import { parts, refuse, type Source, textOf } from './tree.ts';

/** A matcher of a stream, or of a label of a line. */
export function readMatcher(source: Source, node: SyntaxNode): Matcher {
  const [label = node, operator = node, value = node] = parts(node);
  return Object.freeze({
    label: textOf(source, label),
    // The grammar has exactly the four.
    operator: textOf(source, operator) as MatchOperator,
    value: readValue(source, value),
  });
}

/** The grammar's names for a condition of one label. */
const READERS: Readonly<Record<string, (source: Source, node: SyntaxNode) => LabelCondition>> = {
  Matcher: (source, node) => ({ kind: 'text', matcher: readMatcher(source, node) }),
  NumberFilter: (source, node) => {
    const { label, operator, value } = comparison(source, node);
    return { kind: 'number', label, operator, value: readNumber(source, value) };
  },
  DurationFilter: (source, node) => {
    const { label, operator, value } = comparison(source, node);
    const text = textOf(source, value);
    if (readQueryDuration(text) === undefined) return refuse(source, value, 'a duration such as 0.5s');
    return { kind: 'duration', label, operator, value: text };
  },
  BytesFilter: (source, node) => {
    const { label, operator, value } = comparison(source, node);
    return { kind: 'bytes', label, operator, value: textOf(source, value) };
  },
  IpLabelFilter: (source, node) => {
    const [label = node, operator = node, , value = node] = parts(node);
    // The grammar has exactly the two.
    const sign = textOf(source, operator) as '=' | '!=';
    return { kind: 'ip', label: textOf(source, label), operator: sign, value: readText(source, value) };
  },
};

function comparison(source: Source, node: SyntaxNode) {
  const [label = node, operator = node, value = node] = parts(node);
  const sign = textOf(source, operator);
  // The grammar has exactly the six, and `=`, which says the same as `==`.
  const read = (sign === '=' ? '==' : sign) as ComparisonOperator;
  return { label: textOf(source, label), operator: read, value };
}

/** Reads a condition; a comma between two is `and`. */
export function readCondition(source: Source, node: SyntaxNode): LabelCondition {
  const all = parts(node);
  const [left = node] = all;
  const right = all.at(-1) ?? node;
  if (left === right) return readOne(source, left);
  const kind = joinOf(node) === 'or' ? 'or' : 'and';
  refuseMixedComma(source, node);
  return Object.freeze({ kind, left: readCondition(source, left), right: readCondition(source, right) });
}

function readOne(source: Source, node: SyntaxNode): LabelCondition {
  if (node.name === 'UnitFilter') return readOne(source, parts(node)[0] ?? node);
  const reader = READERS[node.name];
  return reader === undefined ? readCondition(source, node) : Object.freeze(reader(source, node));
}

/** How the two sides of a condition are joined; undefined where it has one side. */
function joinOf(node: SyntaxNode): 'and' | 'or' | ',' | undefined {
  const all = parts(node);
  if (all.length < 2) return undefined;
  if (all.length === 2) return ',';
  return all[1]?.name === 'Or' ? 'or' : 'and';
}

/** Loki and Grafana differ in what binds tighter, a comma or `or`. */
function refuseMixedComma(source: Source, node: SyntaxNode): void {
  const own = joinOf(node);
  const other = own === ',' ? 'or' : ',';
  if (own === 'and') return;
  const mixed = parts(node).find((side) => joinOf(side) === other);
  if (mixed !== undefined) refuse(source, mixed, 'brackets around it: a comma and `or` side by side are ambiguous');
}
