/**
 * Walking over a tree and rebuilding it. Everything that asks something of an expression (which metrics, which labels,
 * which windows) or changes it (a filter added, a window filled in) goes through these functions.
 */
import type { AggregateNode, BinaryNode, CallNode, Node, SelectorNode, WindowNode } from './node.ts';

const NONE: readonly Node[] = Object.freeze([]);

/**
 * The nodes directly below, in the order in which they are printed. A range has its selector below it.
 *
 * @example children(div(redis_memory_used_bytes, redis_memory_max_bytes).node).length // 2
 */
export function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'range':
      return [node.selector];
    case 'subquery':
    case 'negation':
      return [node.of];
    case 'call':
      return node.arguments;
    case 'aggregate':
      return node.parameter === undefined ? [node.of] : [node.parameter, node.of];
    case 'binary':
      return [node.left, node.right];
    default:
      return NONE;
  }
}

/** Calls `see` with the node and all nodes below it: a node before its children, left before right. */
export function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  const below = children(node);
  // By index: going through them with an iterator was most of what walking cost.
  for (let index = 0; index < below.length; index += 1) {
    const child = below[index];
    if (child !== undefined) visit(child, see);
  }
}

/** Checks, pictures and the index all ask for them. */
const selectorsOf = new WeakMap<Node, readonly SelectorNode[]>();

/** All selectors of the tree, those within ranges too, from left to right; a metric used twice stands twice. */
export function selectors(node: Node): readonly SelectorNode[] {
  const known = selectorsOf.get(node);
  if (known !== undefined) return known;
  const found: SelectorNode[] = [];
  visit(node, (seen) => {
    if (seen.kind === 'selector') found.push(seen);
  });
  const all = Object.freeze(found);
  selectorsOf.set(node, all);
  return all;
}

/**
 * The tree with every node passed through `change`, children first: `change` sees a node whose children are changed
 * already. What did not change stays the very same object, so that `mapNode(tree, change) === tree` tells that nothing
 * did.
 *
 * @throws TypeError when the selector of a range is changed into something that is no selector.
 * @example print(mapNode(sum(redis_up).node, (node) => (node.kind === 'selector' ? { ...node, metric: 'renamed' } : node)))
 * // 'sum(renamed{job="redis"})'
 */
export function mapNode(node: Node, change: (node: Node) => Node): Node {
  return Object.freeze(change(mapChildren(node, (child) => mapNode(child, change))));
}

/** The tree with every range, and every step of a subquery, passed through `change`. */
export function mapWindows(tree: Node, change: (window: WindowNode) => WindowNode): Node {
  return mapNode(tree, (node) => {
    if (node.kind === 'range') return { ...node, window: change(node.window) };
    if (node.kind !== 'subquery') return node;
    const step = node.step === undefined ? {} : { step: change(node.step) };
    return { ...node, ...step, window: change(node.window) };
  });
}

/** The node with each of the nodes directly below passed through `map`: whoever calls it decides how deep to go. */
export function mapChildren(node: Node, map: (child: Node) => Node): Node {
  switch (node.kind) {
    case 'range': {
      const selector = asSelector(map(node.selector));
      return selector === node.selector ? node : Object.freeze({ ...node, selector });
    }
    case 'subquery':
    case 'negation': {
      const of = map(node.of);
      return of === node.of ? node : Object.freeze({ ...node, of });
    }
    case 'call':
      return withArguments(node, node.arguments.map(map));
    case 'aggregate':
      return withOperands(node, node.parameter && map(node.parameter), map(node.of));
    case 'binary':
      return withSides(node, map(node.left), map(node.right));
    default:
      return node;
  }
}

function asSelector(node: Node): SelectorNode {
  if (node.kind === 'selector') return node;
  throw new TypeError(`mapNode(): only a selector can stand in a range, not a '${node.kind}'.`);
}

function withArguments(node: CallNode, changed: readonly Node[]): CallNode {
  if (changed.every((argument, i) => argument === node.arguments[i])) return node;
  return Object.freeze({ ...node, arguments: Object.freeze(changed) });
}

function withOperands(node: AggregateNode, parameter: Node | undefined, of: Node): AggregateNode {
  if (parameter === node.parameter && of === node.of) return node;
  return Object.freeze({ ...node, ...(parameter === undefined ? {} : { parameter }), of });
}

function withSides(node: BinaryNode, left: Node, right: Node): BinaryNode {
  if (left === node.left && right === node.right) return node;
  return Object.freeze({ ...node, left, right });
}
