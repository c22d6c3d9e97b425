/**
 * The tree as text: canonical, on one line, with no bracket that is not needed. How operators bind is PromQL's own;
 * a sign belongs to its number alone, so that `-2 ^ 2` is 4.
 */
import { ATOM, isRightFirst, PRECEDENCE } from '../promql/precedence.ts';
import { groupingText, matchingText } from '../promql/print.ts';
import { numberText } from '../promql/quote.ts';
import { windowText } from '../promql/span.ts';
import { durationText } from '../units/duration.ts';
import type {
  LogAggregateNode,
  LogBinaryNode,
  LogLabelReplaceNode,
  LogNode,
  LogQueryNode,
  LogRangeNode,
  RangeAggregateNode,
} from './node.ts';
import { linesText, quoteText, unwrapText } from './print-lines.ts';

/**
 * Prints a query for Loki.
 *
 * @example
 * print({
 *   kind: 'lines',
 *   streams: [{ label: 'service', operator: '=', value: 'worker' }],
 *   stages: [{ kind: 'line filter', operator: '|=', matches: ['Waiting for db'] }],
 * })
 * // '{service="worker"} |= "Waiting for db"'
 */
export function print(node: LogQueryNode): string {
  switch (node.kind) {
    case 'lines':
      return linesText(node);
    case 'range aggregate':
      return rangeAggregate(node);
    case 'aggregate':
      return aggregate(node);
    case 'binary':
      return binary(node);
    case 'number':
      return numberText(node.value);
    case 'vector':
      return `vector(${numberText(node.value)})`;
    case 'label replace':
      return labelReplace(node);
    case 'raw':
      return node.text;
  }
}

/** A grouping of its own stands behind, the only place that Loki has for it; `by ()` is unlike none. */
function rangeAggregate({ operator, parameter, of, grouping }: RangeAggregateNode): string {
  const first = parameter === undefined ? '' : `${numberText(parameter)}, `;
  const group = grouping === undefined ? '' : ` ${grouping.kind} (${grouping.labels.join(', ')})`;
  return `${operator}(${first}${range(of)})${group}`;
}

function range({ lines, unwrap, window, offset }: LogRangeNode): string {
  const read = unwrap === undefined ? '' : ` ${unwrapText(unwrap)}`;
  const gap = lines.stages.length > 0 || read !== '' ? ' ' : '';
  const back = offset === undefined || offset.ms === 0 ? '' : ` offset ${durationText(offset)}`;
  return `${linesText(lines)}${read}${gap}[${windowText(window)}]${back}`;
}

function aggregate({ operator, parameter, of, grouping }: LogAggregateNode): string {
  const inner = parameter === undefined ? print(of) : `${numberText(parameter)}, ${print(of)}`;
  const group = groupingText(grouping);
  return group === '' ? `${operator}(${inner})` : `${operator} ${group} (${inner})`;
}

function binary(node: LogBinaryNode): string {
  const own = PRECEDENCE[node.operator];
  const rightFirst = isRightFirst(node.operator);
  const left = bracketed(node.left, rightFirst ? own + 1 : own);
  const right = bracketed(node.right, rightFirst ? own : own + 1);
  const bool = node.bool ? ' bool' : '';
  return `${left} ${node.operator}${bool}${matchingText(node.matching)} ${right}`;
}

function bracketed(node: LogNode, least: number): string {
  return bindingOf(node) < least ? `(${print(node)})` : print(node);
}

/** What stands in raw text is not known here. */
function bindingOf(node: LogNode): number {
  if (node.kind === 'binary') return PRECEDENCE[node.operator];
  return node.kind === 'raw' ? 0 : ATOM;
}

function labelReplace({ of, to, replacement, from, regexp }: LogLabelReplaceNode): string {
  const texts = [to, replacement, from, regexp].map(quoteText);
  return `label_replace(${[print(of), ...texts].join(', ')})`;
}
