/** Labels that an expression groups or joins by are still there. */
import type { AggregateNode, BinaryNode } from '../../../promql/node.ts';
import type { LabelReader } from '../../../promql/result/label-reader.ts';
import { type Labels, labelIn, namesIn } from '../../../promql/result/labels.ts';
import { listed, quoted } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

export const groupingLabel = rule({
  id: 'grouping-label',
  reason:
    'Grouping by a label that an inner sum has dropped puts everything into one group; joining by it joins nothing.',
  source: 'pint: promql/impossible',
  example: {
    where: 'dashboard shop / panel raw',
    found: '`max by (service) (sum(queue_length{job="store"}))` groups by service, which its operand does not have',
    allowed: 'labels that are left: none',
    remedy: "keep it in the inner aggregation: sum(…, { by: ['service'] })",
  },
  *check({ aggregates, binaries, labelsOf }) {
    for (const { node, expressions } of aggregates) {
      const labels = labelsOf(node.of);
      if (labels === undefined) continue;
      for (const label of goneFrom(labels, groupedBy(node))) {
        yield* everywhere(expressions, {
          found: `${quoted(node)} groups by ${label}, which its operand does not have`,
          allowed: `labels that are left: ${listed(namesIn(labels))}`,
          remedy: `keep it in the inner aggregation: sum(…, { by: ['${label}'] })`,
        });
      }
    }
    for (const { node, expressions } of binaries) {
      for (const { label, labels } of joinedInVain(node, labelsOf)) {
        yield* everywhere(expressions, {
          found: `${quoted(node)} copies ${label} from a side that does not have it`,
          allowed: `labels of that side: ${listed(namesIn(labels))}`,
          remedy: 'keep it on that side, or remove it from the group',
        });
      }
    }
  },
});

function groupedBy({ grouping }: AggregateNode): readonly string[] {
  return grouping?.kind === 'by' ? grouping.labels : [];
}

function goneFrom(labels: Labels, names: readonly string[]): readonly string[] {
  return names.filter((name) => labelIn(labels, name).presence === 'never');
}

/** Labels that `group_left (…)` or `group_right (…)` would copy, of a side that has none such. */
function joinedInVain(
  { left, right, matching }: BinaryNode,
  labelsOf: LabelReader,
): readonly { readonly label: string; readonly labels: Labels }[] {
  const group = matching?.group;
  const labels = group === undefined ? undefined : labelsOf(group.side === 'left' ? right : left);
  if (group === undefined || labels === undefined) return [];
  return goneFrom(labels, group.include).map((label) => ({ label, labels }));
}
