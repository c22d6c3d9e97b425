/**
 * What Prometheus' checker refuses of an expression that its grammar takes. One such expression and a whole rules file
 * is not loaded. What a call is typed against at compile time is in here too: a tree may come from text, or from code
 * whose types were cast away.
 * Source: checkAST() in promql/parser/parse.go of Prometheus 3.16
 */
import { AGGREGATIONS, FUNCTIONS } from '../functions.ts';
import type { Node, SelectorNode } from '../node.ts';
import { children, visit } from '../walk.ts';
import { aggregateRefusals, binaryRefusals, callRefusals, operandRefusals } from './operations.ts';
import { selectorRefusals, timeRefusals } from './selectors.ts';
import type { Refusal, Refusals } from './types.ts';

/**
 * All that is refused of an expression, from left to right; nothing for a piece that does not parse.
 *
 * @example
 * refusals({ kind: 'negation', of: { kind: 'string', value: 'a' } }).map(({ found }) => found)
 * // ['a sign before a text: `-"a"`']
 */
export function refusals(tree: Node): readonly Refusal[] {
  const found: Refusal[] = [];
  const bare = labelsOfInfo(tree);
  visit(tree, (node) => {
    for (const refusal of nodeRefusals(node, bare)) found.push(refusal);
  });
  return found;
}

function* nodeRefusals(node: Node, bare: ReadonlySet<Node>): Refusals {
  switch (node.kind) {
    case 'selector':
      if (!bare.has(node)) yield* selectorRefusals(node);
      return yield* timeRefusals(node);
    case 'subquery':
      yield* operandRefusals(node);
      return yield* timeRefusals(node);
    case 'call':
      return yield* callRefusals(node);
    case 'aggregate':
      return yield* aggregateRefusals(node);
    case 'binary':
      return yield* binaryRefusals(node);
    default:
      return yield* operandRefusals(node);
  }
}

/** The matchers that info() takes need none that is certain: its own identifying labels are. */
function labelsOfInfo(tree: Node): ReadonlySet<Node> {
  const found = new Set<SelectorNode>();
  visit(tree, (node) => {
    const [, labels] = node.kind === 'call' && node.function === 'info' ? node.arguments : [];
    if (labels?.kind === 'selector') found.add(labels);
  });
  return found;
}

/** The functions and aggregations of an expression that need a flag of the server. */
export function experimentalIn(tree: Node): ReadonlySet<string> {
  const own =
    (tree.kind === 'call' && FUNCTIONS.get(tree.function)?.experimental) ||
    (tree.kind === 'aggregate' && AGGREGATIONS.get(tree.operator)?.experimental);
  const name = tree.kind === 'call' ? tree.function : tree.kind === 'aggregate' ? tree.operator : '';
  return new Set([...(own ? [name] : []), ...children(tree).flatMap((child) => [...experimentalIn(child)])]);
}
