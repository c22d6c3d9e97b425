/** Walking over trees of LogQL and rebuilding them, as promql/walk.ts does for PromQL. */
import type { Matcher, PlainWindow } from '../promql/node.ts';
import type { LinesNode, LogNode, LogQueryNode, RangeAggregateNode } from './node.ts';

/** The nodes directly below that are numbers as well, left before right. */
export function children(node: LogNode): readonly LogNode[] {
  switch (node.kind) {
    case 'aggregate':
    case 'label replace':
      return [node.of];
    case 'binary':
      return [node.left, node.right];
    default:
      return [];
  }
}

/** Calls `see` with the node and all below it: a node before its children, left before right. */
export function visit(node: LogNode, see: (node: LogNode) => void): void {
  see(node);
  for (const child of children(node)) visit(child, see);
}

/** The aggregations of ranges, from left to right. */
export function ranges(tree: LogNode): readonly RangeAggregateNode[] {
  const found: RangeAggregateNode[] = [];
  visit(tree, (node) => {
    if (node.kind === 'range aggregate') found.push(node);
  });
  return found;
}

/** The lines that a query reads, from left to right. */
export function linesIn(query: LogQueryNode): readonly LinesNode[] {
  return query.kind === 'lines' ? [query] : ranges(query).map(({ of }) => of.lines);
}

/** The tree with every node passed through `change`, children first. What did not change stays the very same object. */
export function mapNode(node: LogNode, change: (node: LogNode) => LogNode): LogNode {
  return Object.freeze(change(withChildren(node, (child) => mapNode(child, change))));
}

function withChildren(node: LogNode, map: (child: LogNode) => LogNode): LogNode {
  switch (node.kind) {
    case 'aggregate':
    case 'label replace': {
      const of = map(node.of);
      return of === node.of ? node : Object.freeze({ ...node, of });
    }
    case 'binary': {
      const [left, right] = [map(node.left), map(node.right)];
      return left === node.left && right === node.right ? node : Object.freeze({ ...node, left, right });
    }
    default:
      return node;
  }
}

/** The tree with the lines of every range passed through `change`. */
export function mapLines(tree: LogNode, change: (lines: LinesNode) => LinesNode): LogNode {
  return mapNode(tree, (node) => {
    if (node.kind !== 'range aggregate') return node;
    const lines = change(node.of.lines);
    return lines === node.of.lines ? node : { ...node, of: Object.freeze({ ...node.of, lines }) };
  });
}

/** The tree with the window of every range passed through `change`. */
export function mapWindows(tree: LogNode, change: (window: PlainWindow) => PlainWindow): LogNode {
  return mapNode(tree, (node) => {
    if (node.kind !== 'range aggregate') return node;
    const window = change(node.of.window);
    return window === node.of.window ? node : { ...node, of: Object.freeze({ ...node.of, window }) };
  });
}

/** Lines whose streams have one matcher more. */
export function withMatcher(lines: LinesNode, matcher: Matcher): LinesNode {
  return Object.freeze({ ...lines, streams: Object.freeze([...lines.streams, matcher]) });
}
