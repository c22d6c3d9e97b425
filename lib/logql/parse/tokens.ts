/** Single pieces of a query: texts, names, numbers, windows. */
import type { SyntaxNode } from '@lezer/common';
import type { MatchValue, PlainWindow } from '../../promql/node.ts';
import { unquote } from '../../promql/parse/literal.ts';
import { isVariable } from '../../promql/parse/mask.ts';
import type { Duration } from '../../units/duration.ts';
import { readQueryDuration } from '../texts/quantity.ts';
import { hasVariable, parts, refuse, type Source, textOf } from './tree.ts';

/** Children of one name. */
export function named(node: SyntaxNode, name: string): readonly SyntaxNode[] {
  return parts(node).filter((part) => part.name === name);
}

/** The first child of one name; the grammar has it wherever it is asked for. */
export function only(node: SyntaxNode, name: string): SyntaxNode {
  return named(node, name)[0] ?? node;
}

/** All nodes of some names below a node, in the order of the text. */
export function below(node: SyntaxNode, names: readonly string[]): readonly SyntaxNode[] {
  return parts(node).flatMap((part) => (names.includes(part.name) ? [part] : below(part, names)));
}

/** The value of a text in quotes. */
export function readText(source: Source, node: SyntaxNode): string {
  const value = unquote(textOf(source, node));
  if (value !== undefined) return value;
  return refuse(source, node, 'an escape sequence of Go, and text in UTF-8');
}

/** A text that may be one of Grafana's variables. */
export function readValue(source: Source, node: SyntaxNode): MatchValue {
  const value = readText(source, node);
  return isVariable(value) ? Object.freeze({ variable: value }) : value;
}

/** A number, with its sign where the grammar has one. */
export function readNumber(source: Source, node: SyntaxNode): number {
  const text = textOf(source, node).replace(/^([-+])\s+/, '$1');
  const value = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : refuse(source, node, 'a number such as 0.95');
}

/** The labels of `by (…)` and its like. */
export function readLabels(source: Source, node: SyntaxNode): readonly string[] {
  return Object.freeze(below(node, ['Identifier', 'LabelName']).map((label) => textOf(source, label)));
}

/** The window of a range. */
export function readWindow(source: Source, node: SyntaxNode): PlainWindow {
  const span = only(node, 'Duration');
  const text = textOf(source, span);
  if (hasVariable(source, span)) return Object.freeze({ kind: 'variable', name: text });
  const duration = readSpan(source, span.from, text);
  if (duration.ms <= 0) return refuse(source, span, 'a duration greater than 0');
  return Object.freeze({ kind: 'duration', duration });
}

/** A duration that stands at a place. */
export function readSpan(source: Source, from: number, text: string): Duration {
  const ms = readQueryDuration(text);
  if (ms !== undefined && Number.isInteger(ms)) return Object.freeze({ ms });
  return refuse(source, { from }, 'a fixed duration in whole milliseconds, such as 5m');
}
