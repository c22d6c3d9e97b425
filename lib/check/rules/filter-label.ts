/** What a dashboard filters by reaches each of its queries. */
import type { SelectorNode } from '../../promql/node.ts';
import { labelIn } from '../labels/labels.ts';
import type { LabelReader } from '../labels/read.ts';
import { rule } from '../rule.ts';
import { listed } from '../say.ts';
import { type PanelQuery, placeOf } from '../survey/expression.ts';

const words = {
  allowed: "selectors with every label of the dashboard's filter",
  remedy:
    "let the signal be split by it and keep it where it is recorded, or excuse it: [{ rule: 'filter-label', because: '…' }]",
};

export const filterLabel = rule({
  id: 'filter-label',
  reason:
    'A panel that the filter does not reach shows everything, while the dashboard says that one service is chosen.',
  source: 'dashboard-linter: target-job-rule and target-instance-rule, for the labels that the dashboard itself names',
  example: {
    where: 'dashboard shop / panel queue-length',
    found: 'service does not filter job:queue_length:max: there is no such label',
    ...words,
  },
  *check({ selectors, labelsOf }) {
    const missing = new Map<PanelQuery, Map<string, Set<string>>>();
    for (const { node, of } of selectors) {
      if (of.use !== 'panel' || node.metric === '') continue;
      for (const label of Object.keys(of.dashboard.filter)) {
        if (isFiltered(node, label)) continue;
        const metrics = getOr(getOr(missing, of, new Map()), unfiltered(node, label, labelsOf), new Set());
        metrics.add(node.metric);
      }
    }
    for (const [query, found] of missing) {
      for (const [how, metrics] of found) {
        yield { ...placeOf(query), found: how.replace('*', () => listed([...metrics])), ...words };
      }
    }
  },
});

function getOr<K, V>(map: Map<K, V>, key: K, otherwise: V): V {
  const value = map.get(key) ?? otherwise;
  map.set(key, value);
  return value;
}

/** Fixed by hand, or by the dashboard's variable. */
function isFiltered({ matchers }: SelectorNode, label: string): boolean {
  return matchers.some((matcher) => matcher.label === label);
}

/** What is found, with * for the metrics. */
function unfiltered(node: SelectorNode, label: string, labelsOf: LabelReader): string {
  return `${label} does not filter *: ${whyNot(node, label, labelsOf)}`;
}

function whyNot(node: SelectorNode, label: string, labelsOf: LabelReader): string {
  const labels = labelsOf(node);
  if (labels !== undefined && labelIn(labels, label).presence === 'never') return 'there is no such label';
  return node.facts === undefined ? 'no matcher says so' : 'the signal is not split by it';
}
