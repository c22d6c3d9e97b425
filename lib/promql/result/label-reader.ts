/** The labels of any expression, from its selectors upwards; each node is looked at once. */
import type { Node, SelectorNode } from '../node.ts';
import { children } from '../walk.ts';
import { ANY_LABELS, type Labels, matched, NO_LABELS } from './labels.ts';
import { labelsAfter } from './operations.ts';
import { type KnownSeries, seriesLabels } from './series.ts';

/** The labels of an expression's result; undefined for a number or a text. */
export type LabelReader = (node: Node) => Labels | undefined;

/** Reads labels in the light of a catalogue, scrape jobs, and recording rules by the name that they write. */
export function labelReader(series: KnownSeries, recorded: ReadonlyMap<string, { readonly node: Node }>): LabelReader {
  const known = new Map<Node, Labels | undefined>();
  const ofMetric = seriesLabels(series);

  const read: LabelReader = (node) => {
    // Selectors are found as fast as they are remembered.
    if (node.kind === 'selector' || node.kind === 'range') return find(node);
    if (known.has(node)) return known.get(node);
    const labels = find(node);
    known.set(node, labels);
    return labels;
  };
  const find = (node: Node): Labels | undefined => {
    switch (node.kind) {
      case 'selector':
        return selectorLabels(node);
      case 'range':
        return selectorLabels(node.selector);
      case 'subquery':
        return read(node.of);
      case 'aggregate':
      case 'binary':
      case 'call':
      case 'negation':
        return labelsAfter(node, children(node).map(read));
      case 'raw':
      case 'reference':
        return ANY_LABELS;
      default:
        return undefined;
    }
  };
  // A rule that reads itself would never end: while it is looked at, its labels are unknown.
  const open = new Set<string>();
  const recordedLabels = (name: string, rule: Node): Labels => {
    if (open.has(name)) return ANY_LABELS;
    open.add(name);
    const labels = read(rule) ?? NO_LABELS;
    open.delete(name);
    return labels;
  };
  const selectorLabels = (node: SelectorNode): Labels => {
    const rule = recorded.get(node.metric)?.node;
    return matched(rule === undefined ? ofMetric(node) : recordedLabels(node.metric, rule), node.matchers);
  };
  return read;
}
