/**
 * A dashboard's variables in its queries: `service=~"${service:regex}"` in every selector that has the label, of every
 * signal that can be split by it. A signal that cannot, such as the disk of the host, is not about one service: filtered,
 * its panel would be empty as soon as somebody chose one.
 */

import type { MetricFacts } from '../../catalogue/metric.ts';
import type { LinesNode, LogNode } from '../../logql/node.ts';
import { mapLines, withMatcher } from '../../logql/walk.ts';
import type { Matcher, Node, SelectorNode } from '../../promql/node.ts';
import { labelWritten } from '../../promql/result/operations.ts';
import { mapNode, selectors, visit } from '../../promql/walk.ts';

/** The tree of a signal with the variables of `filter`, which is by label, in its selectors. */
export function filtered(node: Node, split: readonly string[], filter: Readonly<Record<string, string>>): Node {
  return Object.entries(filter)
    .filter(([label]) => split.includes(label))
    .reduce((tree, [label, variable]) => filteredBy(tree, label, variable), node);
}

/** As `filtered`, where the label is one that the shipper of the log lines sets. */
export function filteredLines(
  node: LogNode,
  split: readonly string[],
  filter: Readonly<Record<string, string>>,
): LogNode {
  return Object.entries(filter)
    .filter(([label]) => split.includes(label))
    .reduce((tree, [label, variable]) => mapLines(tree, (lines) => linesFilteredBy(lines, label, variable)), node);
}

/** Lines of streams that a viewer has chosen. */
export function linesFilteredBy(lines: LinesNode, label: string, variable: string): LinesNode {
  return lines.streamLabels?.includes(label) === true ? withMatcher(lines, chosen(label, variable)) : lines;
}

/** What a viewer has chosen of a variable. */
function chosen(label: string, variable: string): Matcher {
  return Object.freeze({ label, operator: '=~', value: { variable: `\${${variable}:regex}` } });
}

function filteredBy(node: Node, label: string, variable: string): Node {
  const spared = rewritten(node, label);
  const matcher = chosen(label, variable);
  return mapNode(node, (seen) => {
    if (seen.kind !== 'selector' || spared.has(seen) || !canFilter(seen, label)) return seen;
    return { ...seen, matchers: Object.freeze([...seen.matchers, matcher]) };
  });
}

/** Selectors whose own value of the label is replaced further up: matching it would look for the wrong value. */
function rewritten(node: Node, label: string): ReadonlySet<SelectorNode> {
  const found = new Set<SelectorNode>();
  visit(node, (seen) => {
    const [of] = seen.kind === 'call' && labelWritten(seen) === label ? seen.arguments : [];
    if (of === undefined) return;
    for (const selector of selectors(of)) found.add(selector);
  });
  return found;
}

function canFilter({ facts }: SelectorNode, label: string): boolean {
  return facts !== undefined && hasLabel(facts, label);
}

/** Whether the series of a metric carry a label: its own, or its target's. */
function hasLabel({ labels, source }: MetricFacts, label: string): boolean {
  return label in labels || source.target.labels.includes(label);
}
