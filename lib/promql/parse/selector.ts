/** Selectors, lists of labels, groupings and matchings, out of the parser's tree. */
import type { SyntaxNode } from '@lezer/common';
import type { BinaryNode, Grouping, Matcher, Matching, MatchOperator, MatchValue, SelectorNode } from '../node.ts';
import { isPlainMetric } from '../quote.ts';
import { unquote } from './literal.ts';
import { isVariable } from './mask.ts';
import { parts, refuse, type Source, textOf } from './source.ts';

const METRIC = '__name__';

/** The value of a string literal. */
export function readString(source: Source, node: SyntaxNode): string {
  const value = unquote(textOf(source, node));
  if (value !== undefined) return value;
  return refuse(source, node, 'an escape sequence of Prometheus, and text in UTF-8');
}

/**
 * A selector without its range or time. A metric whose name only fits into quotes is the metric all the same:
 * `{__name__="a.b"}` and `{"a.b"}` both select `a.b`.
 */
export function readSelector(source: Source, node: SyntaxNode): SelectorNode {
  const [first, ...rest] = parts(node);
  const named = first?.name === 'Identifier' ? textOf(source, first) : '';
  const list = first?.name === 'LabelMatchers' ? first : rest[0];
  const matchers = list === undefined ? [] : parts(list).map((part) => readMatcher(source, part));
  return Object.freeze({ kind: 'selector', ...metricOf(named, matchers) });
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

function readMatcher(source: Source, node: SyntaxNode): Matcher {
  const [label, operator, value] = parts(node);
  if (label === undefined || operator === undefined || value === undefined) {
    return Object.freeze({ label: METRIC, operator: '=', value: readLabel(source, node) });
  }
  return Object.freeze({
    label: readLabel(source, label),
    // The grammar has exactly the four.
    operator: textOf(source, operator) as MatchOperator,
    value: matchValue(readString(source, value)),
  });
}

function matchValue(value: string): MatchValue {
  return isVariable(value) ? Object.freeze({ variable: value }) : value;
}

/** The labels of `by (…)`, `on (…)` and their like. */
export function readLabels(source: Source, node: SyntaxNode): readonly string[] {
  return Object.freeze(parts(node).map((part) => readLabel(source, part)));
}

function readLabel(source: Source, node: SyntaxNode): string {
  const [quoted] = parts(node);
  return quoted === undefined ? textOf(source, node) : readString(source, quoted);
}

/** `bool`, `on (…) group_left (…)` and their like, as they stand in a binary node. */
export type Modifiers = Pick<BinaryNode, 'bool' | 'matching'>;

/** Reads the modifiers among the parts of a binary expression. */
export function readModifiers(source: Source, all: readonly SyntaxNode[]): Modifiers {
  const fill = all.find(({ name }) => name === 'FillModifier');
  if (fill !== undefined) refuse(source, fill, 'an expression: filling values in is experimental');
  const clause = all.find(({ name }) => name === 'MatchingModifierClause');
  const matching = clause === undefined ? undefined : readMatching(source, clause);
  return {
    ...(all.some(({ name }) => name === 'BoolModifier') ? { bool: true } : {}),
    ...(matching === undefined ? {} : { matching }),
  };
}

function readMatching(source: Source, node: SyntaxNode): Matching | undefined {
  const [keyword, list, group, include] = parts(node);
  const kind = keyword?.name === 'On' ? 'on' : 'ignoring';
  const labels = list === undefined ? [] : readLabels(source, list);
  // Ignoring no label is what an operator does anyway.
  if (kind === 'ignoring' && labels.length === 0 && group === undefined) return undefined;
  if (group === undefined) return Object.freeze({ kind, labels });
  const side = group.name === 'GroupLeft' ? 'left' : 'right';
  const copied = include === undefined ? Object.freeze([]) : readLabels(source, include);
  return Object.freeze({ kind, labels, group: Object.freeze({ side, include: copied }) });
}

/** `by (…)` or `without (…)`; nothing for `by ()`, which is the same as no grouping at all. */
export function readGrouping(source: Source, modifier: SyntaxNode | undefined): { readonly grouping?: Grouping } {
  const [keyword, list] = modifier === undefined ? [] : parts(modifier);
  if (keyword === undefined || list === undefined) return {};
  const kind = keyword.name === 'By' ? 'by' : 'without';
  const labels = readLabels(source, list);
  return kind === 'by' && labels.length === 0 ? {} : { grouping: Object.freeze({ kind, labels }) };
}
