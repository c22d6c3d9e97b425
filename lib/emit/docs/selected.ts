/** The selectors of an expression, those in the text of `raw()` among them. */
import type { Node, SelectorNode } from '../../promql/node.ts';
import { parse } from '../../promql/parse/parse.ts';
import { visit } from '../../promql/walk.ts';

/**
 * All selectors from left to right; a metric used twice stands twice. A raw text that is no PromQL has none: `lib/check`
 * refuses it.
 *
 * @example selected(raw('up / up', { … }).node) // the selectors up and up
 */
export function selected(node: Node): readonly SelectorNode[] {
  const found: SelectorNode[] = [];
  visit(node, (seen) => {
    if (seen.kind === 'selector') found.push(seen);
    if (seen.kind === 'raw') found.push(...inText(seen.text));
  });
  return found;
}

function inText(text: string): readonly SelectorNode[] {
  const parsed = parse(text);
  return parsed.ok ? selected(parsed.node) : [];
}
