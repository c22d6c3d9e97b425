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
import { mapChildren } from '../../promql/walk.ts';

/** The tree of a signal with the variables of `filter`, which is by label, in its selectors. */
export function filtered(node: Node, split: readonly string[], filter: Readonly<Record<string, string>>): Node {
  const reached = Object.entries(filter).filter(([label]) => split.includes(label));
  if (reached.length === 0) return node;
  const key = JSON.stringify(reached);
  const known = filteredTrees.get(node) ?? new Map<string, Node>();
  const tree = known.get(key) ?? reached.reduce((of, [label, variable]) => filteredBy(of, label, variable), node);
  filteredTrees.set(node, known.set(key, tree));
  return tree;
}

/** By what they were: dashboards with the same filter share the trees of what they ask. */
const filteredTrees = new WeakMap<Node, Map<string, Node>>();

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
  const matcher = chosen(label, variable);
  const withChosen = (seen: Node): Node => {
    if (seen.kind === 'selector') {
      return canFilter(seen, label)
        ? Object.freeze({ ...seen, matchers: Object.freeze([...seen.matchers, matcher]) })
        : seen;
    }
    // The value that its selectors have is replaced here: matching it would look for the wrong one.
    if (seen.kind === 'call' && labelWritten(seen) === label) return seen;
    return mapChildren(seen, withChosen);
  };
  return withChosen(node);
}

function canFilter({ facts }: SelectorNode, label: string): boolean {
  return facts !== undefined && hasLabel(facts, label);
}

/** Whether the series of a metric carry a label: its own, or its target's. */
function hasLabel({ labels, source }: MetricFacts, label: string): boolean {
  return label in labels || source.target.labels.includes(label);
}
