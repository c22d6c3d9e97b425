/** What `raw()` holds, parsed: from there on it is checked as if it had been written with types. */
import type { Node } from '../../promql/node.ts';
import { type Parsed, parse } from '../../promql/parse/parse.ts';
import { mapNode } from '../../promql/walk.ts';

/** A function that puts the tree of each raw text in its place. A text that is no PromQL stays as it is. */
export function rawParser(): (node: Node) => Node {
  const known = new Map<string, Parsed>();
  const parsed = (text: string): Parsed => {
    const answer = known.get(text) ?? parse(text);
    known.set(text, answer);
    return answer;
  };
  return (tree) =>
    mapNode(tree, (node) => {
      if (node.kind !== 'raw') return node;
      const answer = parsed(node.text);
      return answer.ok ? answer.node : node;
    });
}
