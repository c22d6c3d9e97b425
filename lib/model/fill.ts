/** Fills in what a signal's query left open: the window, and which labels of the split a reader keeps. */
import type { Grouping, Matching, Node, WindowNode } from '../promql/node.ts';
import { keepSplit } from '../promql/split.ts';
import { mapNode } from '../promql/walk.ts';

/** What a reader chooses. */
export interface Choice {
  readonly by: readonly string[];
  readonly window: WindowNode;
}

/**
 * The tree of a signal for one reader.
 *
 * @example fill(tree, { by: ['service'], window }) // sum by (service) (rate(http_requests_total[5m]))
 */
export function fill(tree: Node, { by, window }: Choice): Node {
  const kept: ReadonlySet<string> = new Set(by);
  return mapNode(tree, (node) => {
    switch (node.kind) {
      case 'range':
        return node.window.kind === 'placeholder' ? { ...node, window } : node;
      case 'subquery':
        return { ...node, ...openWindows(node, window) };
      case 'aggregate':
        return node.grouping === undefined ? node : { ...node, grouping: narrowed(node.grouping, kept) };
      case 'binary':
        return node.matching === undefined ? node : { ...node, matching: matched(node.matching, kept) };
      case 'reference':
        return {
          ...node,
          by: keepSplit(node.by, kept),
          window: node.window.kind === 'placeholder' ? window : node.window,
        };
      default:
        return node;
    }
  });
}

function openWindows(
  node: Extract<Node, { kind: 'subquery' }>,
  window: WindowNode,
): { readonly window: WindowNode; readonly step?: WindowNode } {
  const filled = (open: WindowNode): WindowNode => (open.kind === 'placeholder' ? window : open);
  return { window: filled(node.window), ...(node.step === undefined ? {} : { step: filled(node.step) }) };
}

function narrowed({ kind, labels }: Grouping, kept: ReadonlySet<string>): Grouping {
  return Object.freeze({ kind, labels: keepSplit(labels, kept) });
}

function matched({ kind, labels, group }: Matching, kept: ReadonlySet<string>): Matching {
  const narrow = { kind, labels: keepSplit(labels, kept) };
  if (group === undefined) return Object.freeze(narrow);
  return Object.freeze({ ...narrow, group: { side: group.side, include: keepSplit(group.include, kept) } });
}
