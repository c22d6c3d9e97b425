/** What `raw()` holds, parsed: from there on it is checked as if it had been written with types. */
import type { Node } from '../../promql/node.ts';
import { type Parsed, parse } from '../../promql/parse/parse.ts';
import { children, mapNode } from '../../promql/walk.ts';

/** A function that puts the tree of each raw text in its place. A text that is no PromQL stays as it is. */
export function rawParser(): (node: Node) => Node {
  const known = new Map<string, Parsed>();
  const parsed = (text: string): Parsed => {
    const answer = known.get(text) ?? parse(text);
    known.set(text, answer);
    return answer;
  };
  const withTree = (node: Node): Node => {
    const answer = node.kind === 'raw' ? parsed(node.text) : undefined;
    return answer?.ok ? answer.node : node;
  };
  return (tree) => (holdsRaw(tree) ? mapNode(tree, withTree) : tree);
}

/** Nearly no tree does, and looking is much cheaper than rebuilding. */
function holdsRaw(node: Node): boolean {
  return node.kind === 'raw' || children(node).some(holdsRaw);
}
