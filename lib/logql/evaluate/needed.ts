/**
 * Which labels a query of numbers looks at. Parsers leave out all others: most fields of most lines are never asked for.
 */
import type { Grouping } from '../../promql/node.ts';
import type { LabelChoice, LabelCondition, LogAggregateNode, RangeAggregateNode, Stage } from '../node.ts';

/** The labels that the stages and what stands behind them may read; undefined where they may read any. */
export function neededLabels({ of, grouping }: RangeAggregateNode): ReadonlySet<string> | undefined {
  if (grouping?.kind !== 'by') return undefined;
  const { lines, unwrap } = of;
  const behind = unwrap === undefined ? [] : [unwrap.label, ...unwrap.filters.flatMap(ofCondition)];
  return new Set([...grouping.labels, ...behind, ...lines.stages.flatMap(ofStage)]);
}

function ofStage(stage: Stage): readonly string[] {
  switch (stage.kind) {
    case 'label filter':
      return ofCondition(stage.condition);
    case 'line format':
      return ofTemplate(stage.template);
    case 'label format':
      return stage.labels.flatMap(({ from }) => ('label' in from ? [from.label] : ofTemplate(from.template)));
    case 'drop':
    case 'keep':
      return stage.labels.map(ofChoice);
    default:
      return [];
  }
}

function ofChoice(choice: LabelChoice): string {
  return 'label' in choice ? choice.label : choice.matcher.label;
}

/** Words behind a dot in a text are taken for labels too: one too many does no harm. */
function ofTemplate(template: string): readonly string[] {
  return [...template.matchAll(/\.([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
}

function ofCondition(condition: LabelCondition): readonly string[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...ofCondition(condition.left), ...ofCondition(condition.right)];
    case 'text':
      return [condition.matcher.label];
    default:
      return [condition.label];
  }
}

/** Aggregations that may be done on the lines at once: a sum of counts is a count, the highest of the highest the highest. */
const AT_ONCE: Readonly<Record<string, readonly string[]>> = {
  sum: ['rate', 'count_over_time', 'bytes_rate', 'bytes_over_time', 'sum_over_time'],
  max: ['max_over_time'],
  min: ['min_over_time'],
};

/** The range aggregation that answers the same as the aggregation around it, with far fewer series. */
export function atOnce({ operator, grouping, of }: LogAggregateNode): RangeAggregateNode | undefined {
  if (of.kind !== 'range aggregate' || of.grouping !== undefined) return undefined;
  if (!AT_ONCE[operator]?.includes(of.operator)) return undefined;
  const by: Grouping = grouping ?? { kind: 'by', labels: [] };
  return { ...of, grouping: by };
}
