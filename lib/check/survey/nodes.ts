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
export interface Placed<N, E extends Expression = Expression> {
  readonly node: N;
  readonly expression: E;
}

export interface Nodes<E extends Expression = Expression> {
  readonly selectors: readonly Placed<SelectorNode, E>[];
  readonly ranges: readonly Placed<RangeNode | SubqueryNode, E>[];
  readonly calls: readonly Placed<CallNode, E>[];
  readonly aggregates: readonly Placed<AggregateNode, E>[];
  readonly binaries: readonly Placed<BinaryNode, E>[];
  readonly numberVariables: readonly Placed<NumberVariableNode, E>[];
  /** Raw texts that are no PromQL. */
  readonly unparsed: readonly Placed<RawNode, E>[];
}

/** All nodes, those of one expression together, a node before what is below it. */
export function nodesOf<E extends Expression>(expressions: readonly E[]): Nodes<E> {
  const selectors: Placed<SelectorNode, E>[] = [];
  const ranges: Placed<RangeNode | SubqueryNode, E>[] = [];
  const calls: Placed<CallNode, E>[] = [];
  const aggregates: Placed<AggregateNode, E>[] = [];
  const binaries: Placed<BinaryNode, E>[] = [];
  const numberVariables: Placed<NumberVariableNode, E>[] = [];
  const unparsed: Placed<RawNode, E>[] = [];
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

/** Several of them, one after the other. */
export function joined(...all: readonly Nodes[]): Nodes {
  return {
    selectors: all.flatMap(({ selectors }) => selectors),
    ranges: all.flatMap(({ ranges }) => ranges),
    calls: all.flatMap(({ calls }) => calls),
    aggregates: all.flatMap(({ aggregates }) => aggregates),
    binaries: all.flatMap(({ binaries }) => binaries),
    numberVariables: all.flatMap(({ numberVariables }) => numberVariables),
    unparsed: all.flatMap(({ unparsed }) => unparsed),
  };
}
