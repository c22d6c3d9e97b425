/**
 * The nodes of all expressions by kind, gathered in one walk over each tree, so that no rule walks again. Of a thousand
 * dashboards most ask alike, and share the trees of what they ask: a node is there once, with all expressions it is in.
 */
import type {
  AggregateNode,
  BinaryNode,
  CallNode,
  Node,
  NumberVariableNode,
  RangeNode,
  RawNode,
  SelectorNode,
  SubqueryNode,
} from '../../promql/node.ts';
import { visit } from '../../promql/walk.ts';
import type { Expression } from './expressions.ts';

/** A node and the expressions that it is part of: of one use all, and of one tree. */
export interface Placed<N, E extends Expression = Expression> {
  readonly node: N;
  readonly expressions: readonly E[];
}

export interface Nodes<E extends Expression = Expression> {
  /** The trees themselves. */
  readonly trees: readonly Placed<Node, E>[];
  readonly selectors: readonly Placed<SelectorNode, E>[];
  readonly ranges: readonly Placed<RangeNode | SubqueryNode, E>[];
  readonly calls: readonly Placed<CallNode, E>[];
  readonly aggregates: readonly Placed<AggregateNode, E>[];
  readonly binaries: readonly Placed<BinaryNode, E>[];
  readonly numberVariables: readonly Placed<NumberVariableNode, E>[];
  /** Raw texts that are no PromQL. */
  readonly unparsed: readonly Placed<RawNode, E>[];
}

/** All nodes, those of one tree together, a node before what is below it. */
export function nodesOf<E extends Expression>(all: readonly E[]): Nodes<E> {
  const trees = treesOf(all);
  const selectors: Placed<SelectorNode, E>[] = [];
  const ranges: Placed<RangeNode | SubqueryNode, E>[] = [];
  const calls: Placed<CallNode, E>[] = [];
  const aggregates: Placed<AggregateNode, E>[] = [];
  const binaries: Placed<BinaryNode, E>[] = [];
  const numberVariables: Placed<NumberVariableNode, E>[] = [];
  const unparsed: Placed<RawNode, E>[] = [];
  for (const { node: tree, expressions } of trees) {
    visit(tree, (node) => {
      switch (node.kind) {
        case 'selector':
          return selectors.push({ node, expressions });
        case 'range':
        case 'subquery':
          return ranges.push({ node, expressions });
        case 'call':
          return calls.push({ node, expressions });
        case 'aggregate':
          return aggregates.push({ node, expressions });
        case 'binary':
          return binaries.push({ node, expressions });
        case 'number variable':
          return numberVariables.push({ node, expressions });
        case 'raw':
          return unparsed.push({ node, expressions });
        default:
          return undefined;
      }
    });
  }
  return { trees, selectors, ranges, calls, aggregates, binaries, numberVariables, unparsed };
}

/** Each tree once, in the order in which they come. */
function treesOf<E extends Expression>(all: readonly E[]): readonly Placed<Node, E>[] {
  const found = new Map<Node, E[]>();
  for (const expression of all) {
    const alike = found.get(expression.node);
    if (alike === undefined) found.set(expression.node, [expression]);
    else alike.push(expression);
  }
  return [...found].map(([node, expressions]) => ({ node, expressions }));
}

/** Several of them, one after the other. */
export function joined(...all: readonly Nodes[]): Nodes {
  return {
    trees: all.flatMap(({ trees }) => trees),
    selectors: all.flatMap(({ selectors }) => selectors),
    ranges: all.flatMap(({ ranges }) => ranges),
    calls: all.flatMap(({ calls }) => calls),
    aggregates: all.flatMap(({ aggregates }) => aggregates),
    binaries: all.flatMap(({ binaries }) => binaries),
    numberVariables: all.flatMap(({ numberVariables }) => numberVariables),
    unparsed: all.flatMap(({ unparsed }) => unparsed),
  };
}
