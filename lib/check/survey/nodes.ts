/** The nodes of all expressions by kind, gathered in one walk over each tree, so that no rule walks again. */
import type {
  AggregateNode,
  BinaryNode,
  CallNode,
  NumberVariableNode,
  RangeNode,
  RawNode,
  SelectorNode,
  SubqueryNode,
} from '../../promql/node.ts';
import { visit } from '../../promql/walk.ts';
import type { Expression } from './expressions.ts';

/** A node and the expression that it is part of. */
export interface Placed<N> {
  readonly node: N;
  readonly expression: Expression;
}

export interface Nodes {
  readonly selectors: readonly Placed<SelectorNode>[];
  readonly ranges: readonly Placed<RangeNode | SubqueryNode>[];
  readonly calls: readonly Placed<CallNode>[];
  readonly aggregates: readonly Placed<AggregateNode>[];
  readonly binaries: readonly Placed<BinaryNode>[];
  readonly numberVariables: readonly Placed<NumberVariableNode>[];
  /** Raw texts that are no PromQL. */
  readonly unparsed: readonly Placed<RawNode>[];
}

/** All nodes, those of one expression together, a node before what is below it. */
export function nodesOf(expressions: readonly Expression[]): Nodes {
  const selectors: Placed<SelectorNode>[] = [];
  const ranges: Placed<RangeNode | SubqueryNode>[] = [];
  const calls: Placed<CallNode>[] = [];
  const aggregates: Placed<AggregateNode>[] = [];
  const binaries: Placed<BinaryNode>[] = [];
  const numberVariables: Placed<NumberVariableNode>[] = [];
  const unparsed: Placed<RawNode>[] = [];
  for (const expression of expressions) {
    visit(expression.node, (node) => {
      switch (node.kind) {
        case 'selector':
          return selectors.push({ node, expression });
        case 'range':
        case 'subquery':
          return ranges.push({ node, expression });
        case 'call':
          return calls.push({ node, expression });
        case 'aggregate':
          return aggregates.push({ node, expression });
        case 'binary':
          return binaries.push({ node, expression });
        case 'number variable':
          return numberVariables.push({ node, expression });
        case 'raw':
          return unparsed.push({ node, expression });
        default:
          return undefined;
      }
    });
  }
  return { selectors, ranges, calls, aggregates, binaries, numberVariables, unparsed };
}
