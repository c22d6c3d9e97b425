/** What each operation of LogQL does to labels; what it shares with PromQL is PromQL's own. */
import { exactly, type Labels, NO_LABELS, namesIn, SOMETIMES, withLabels } from '../promql/result/labels.ts';
import { binaryLabels, groupedLabels, pinnedLabels } from '../promql/result/operations.ts';
import type { LinesNode, LogAggregateNode, LogBinaryNode, LogLabelReplaceNode, RangeAggregateNode } from './node.ts';

/** A node that makes a result out of those below it. */
export type LogOperationNode = LogAggregateNode | LogBinaryNode | LogLabelReplaceNode;

/** Aggregations that leave series as they are. */
const PICKING: ReadonlySet<string> = new Set(['topk', 'bottomk', 'approx_topk', 'sort', 'sort_desc']);

/** The labels of an operation's result, given those of its operands from left to right. */
export function labelsAfter(node: LogOperationNode, operands: readonly (Labels | undefined)[]): Labels {
  const vector = operands.find((labels) => labels !== undefined) ?? NO_LABELS;
  switch (node.kind) {
    case 'aggregate':
      return PICKING.has(node.operator) ? vector : groupedLabels(node.grouping, vector);
    case 'binary':
      return binaryLabels(node, operands[0], operands[1]) ?? NO_LABELS;
    case 'label replace':
      // It may come out empty.
      return withLabels(vector, [[node.to, SOMETIMES]]);
  }
}

/** The labels of a range's aggregation, given those of its lines, or of their values. */
export function rangeLabels({ operator, grouping, of }: RangeAggregateNode, labels: readonly string[]): Labels {
  if (operator === 'absent_over_time') return pinned(of.lines);
  return grouping === undefined ? exactly(labels) : groupedLabels(grouping, exactly(labels));
}

/** The labels that the selector of streams matches by equality, which `absent_over_time()` answers with. */
function pinned({ streams }: LinesNode): Labels {
  return pinnedLabels({ kind: 'selector', metric: '', matchers: streams });
}

/** The labels that the selector of streams holds to a value. */
export function pinnedNames(lines: LinesNode): readonly string[] {
  return namesIn(pinned(lines));
}
