/** The labels of any expression, from its selectors upwards; each node is looked at once. */
import type { ResolvedModel } from '../../model/resolved.ts';
import type { AggregateNode, Node, SelectorNode } from '../../promql/node.ts';
import type { PlacedRecording } from '../survey/expressions.ts';
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
  const known = new Map<Node, Labels | undefined>();
  const ofMetric = metricLabels(model);

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
  // A rule that reads itself would never end: while it is looked at, its labels are unknown.
  const open = new Set<PlacedRecording>();
  const recordedLabels = (rule: PlacedRecording): Labels => {
    if (open.has(rule)) return ANY_LABELS;
    open.add(rule);
    const labels = read(rule.node) ?? NO_LABELS;
    open.delete(rule);
    return labels;
  };
  const selectorLabels = (node: SelectorNode): Labels => {
    const rule = recorded.get(node.metric);
    return matched(rule === undefined ? ofMetric(node) : recordedLabels(rule), node.matchers);
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
