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
import type { Expression } from './expression.ts';

/** A node and the expression that it is part of. */
export interface Placed<N> {
  readonly node: N;
  readonly of: Expression;
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
  for (const of of expressions) {
    visit(of.node, (node) => {
      switch (node.kind) {
        case 'selector':
          return selectors.push({ node, of });
        case 'range':
        case 'subquery':
          return ranges.push({ node, of });
        case 'call':
          return calls.push({ node, of });
        case 'aggregate':
          return aggregates.push({ node, of });
        case 'binary':
          return binaries.push({ node, of });
        case 'number variable':
          return numberVariables.push({ node, of });
        case 'raw':
          return unparsed.push({ node, of });
        default:
          return undefined;
      }
    });
  }
  return { selectors, ranges, calls, aggregates, binaries, numberVariables, unparsed };
}
