/** The selectors of an expression, those in the text of `raw()` among them. */
import type { Node, SelectorNode } from '../../promql/node.ts';
import { withRawParsed } from '../../promql/raw.ts';
import { selectors } from '../../promql/walk.ts';

/**
 * All selectors from left to right; a metric used twice stands twice. A raw text that is no PromQL has none: `lib/check`
 * refuses it.
 *
 * @example selected(raw('up / up', { … }).node) // the selectors up and up
 */
export function selected(node: Node): readonly SelectorNode[] {
  return selectors(withRawParsed(node));
}
