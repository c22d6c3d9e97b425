/** The labels of any expression, from its selectors upwards; each node is looked at once. */
import type { ResolvedModel } from '../../model/resolved.ts';
import type { AggregateNode, Node, SelectorNode } from '../../promql/node.ts';
import type { PlacedRecording } from '../survey/expression.ts';
import { binaryLabels } from './binary.ts';
import { callLabels } from './call.ts';
import { ALWAYS, ANY_LABELS, type Labels, NO_LABELS, only, withLabels, without } from './labels.ts';
import { matched, metricLabels } from './selector.ts';

/** The labels of an expression's result; undefined for a number or a text. */
export type LabelReader = (node: Node) => Labels | undefined;

/** Aggregations that pick series and leave them as they are. */
const PICKING: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

/** Reads labels in the light of a model: its catalogue, its scrape jobs and what its recording rules write. */
export function labelReader(
  model: Pick<ResolvedModel, 'catalogue' | 'jobs'>,
  recorded: ReadonlyMap<string, PlacedRecording>,
): LabelReader {
  const known = new WeakMap<Node, { readonly labels: Labels | undefined }>();
  const ofMetric = metricLabels(model);

  const read: LabelReader = (node) => {
    const before = known.get(node);
    if (before !== undefined) return before.labels;
    // A rule that reads itself would never end: while a node is looked at, it counts as unknown.
    known.set(node, { labels: ANY_LABELS });
    const labels = find(node);
    known.set(node, { labels });
    return labels;
  };
  const find = (node: Node): Labels | undefined => {
    switch (node.kind) {
      case 'selector':
        return selectorLabels(node);
      case 'range':
        return read(node.selector);
      case 'subquery':
      case 'negation':
        return read(node.of);
      case 'call':
        return callLabels(node, node.arguments.map(read));
      case 'aggregate':
        return aggregateLabels(node, read(node.of) ?? NO_LABELS);
      case 'binary':
        return binaryLabels(node, read(node.left), read(node.right));
      case 'raw':
      case 'reference':
        return ANY_LABELS;
      default:
        return undefined;
    }
  };
  const selectorLabels = (node: SelectorNode): Labels => {
    const rule = recorded.get(node.metric);
    const labels = rule === undefined ? ofMetric(node) : (read(rule.node) ?? NO_LABELS);
    return matched(labels, node.matchers);
  };
  return read;
}

function aggregateLabels({ operator, grouping, parameter }: AggregateNode, of: Labels): Labels {
  if (PICKING.has(operator)) return of;
  const left = grouping === undefined ? NO_LABELS : (grouping.kind === 'by' ? only : without)(of, grouping.labels);
  return operator === 'count_values' && parameter?.kind === 'string'
    ? withLabels(left, [[parameter.value, ALWAYS]])
    : left;
}
