/** One expression within another: what was put around it, or taken away. */
import type { BinaryNode, Node } from '../../promql/node.ts';
import { groupingText, matchingText, print } from '../../promql/print.ts';
import { numberText } from '../../promql/quote.ts';
import { windowText } from '../../promql/span.ts';
import { children, selectors } from '../../promql/walk.ts';
import { short } from '../words.ts';

/** What stands around an expression. */
export interface Wrapping {
  /** The expression inside. */
  readonly inner: Node;
  /** `sum by (service)`, `* 100`. */
  readonly words: string;
  /** Whether it is an operator, with what stands on its other side. */
  readonly isOperand: boolean;
}

/** What `outer` puts around something like `inner`; nothing where `inner` is not in it. */
export function wrappingOf(outer: Node, inner: Node): Wrapping | undefined {
  const text = print(inner);
  const below = children(outer);
  const same = below.find((child) => print(child) === text) ?? below.find((child) => isLike(child, inner));
  if (same === undefined) return overTime(outer, inner);
  if (outer.kind === 'range') return undefined;
  return {
    inner: same,
    words: wordsOf(outer, same),
    isOperand: outer.kind === 'binary',
  };
}

/** A function over what the expression was at each moment of a span. */
function overTime(outer: Node, inner: Node): Wrapping | undefined {
  if (outer.kind !== 'call') return undefined;
  const asked = outer.arguments.find((each) => each.kind === 'subquery');
  if (asked?.kind !== 'subquery' || metricsOf(asked.of) !== metricsOf(inner)) return undefined;
  return { inner: asked.of, words: `${outer.function}() over ${windowText(asked.window)}`, isOperand: false };
}

/** Of the same kind, and about the same metrics. */
function isLike(a: Node, b: Node): boolean {
  if (a.kind !== b.kind || a.kind === 'number') return false;
  return metricsOf(a) === metricsOf(b);
}

function metricsOf(node: Node): string {
  return [...new Set(selectors(node).map(({ metric }) => metric))].sort().join();
}

function wordsOf(outer: Node, inner: Node): string {
  switch (outer.kind) {
    case 'aggregate':
      return `${outer.operator} ${groupingText(outer.grouping)}`.trim();
    case 'binary':
      return besideText(outer, inner);
    case 'call':
      return `${outer.function}()`;
    case 'subquery':
      return 'a subquery';
    case 'negation':
      return 'a minus';
    default:
      return short(print(outer));
  }
}

/** The operator and what stands on its other side. */
function besideText({ operator, left, right, matching }: BinaryNode, inner: Node): string {
  const pairs = `${operator}${matchingText(matching)}`;
  return inner === left ? `${pairs} ${operandText(right)}` : `${operandText(left)} ${pairs}`;
}

function operandText(node: Node): string {
  return node.kind === 'number' ? numberText(node.value) : short(print(node), 160);
}
