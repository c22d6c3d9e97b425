/** All lines of a panel follow the dashboard's variable, or none does. */
import type { SelectorNode } from '../../../promql/node.ts';
import { labelIn } from '../../../promql/result/labels.ts';
import { selectors } from '../../../promql/walk.ts';
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import type { PanelQuery } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

const words = {
  allowed: 'one choice of series for all queries of a panel',
  remedy:
    "filter them all or none, with a panel of its own for what is about everything; or excuse it: excuses: [{ rule: 'panel-filtered', reason: '…' }]",
};

export const panelFiltered = rule({
  id: 'panel-filtered',
  reason:
    'One line of the graph is about the chosen service and another about all of them: they look as if they could be compared.',
  source: 'our own, after dashboards that mix both',
  example: {
    where: 'dashboard shop / panel mixed',
    found: 'service filters the query b, and not a, whose series have the label',
    ...words,
  },
  *check(survey) {
    for (const [panel, queries] of byPanel(survey)) {
      const [first] = queries;
      if (first === undefined || queries.length < 2) continue;
      for (const [label, variable] of Object.entries(first.dashboard.filter)) {
        if (panel.repeat?.variable === variable) continue;
        const followed = queries.filter((query) => selectors(query.node).some((node) => isFiltered(node, label)));
        const open = queries.filter(
          (query) => !followed.includes(query) && selectors(query.node).some((node) => canFollow(node, label, survey)),
        );
        if (followed.length === 0 || open.length === 0) continue;
        const names = (some: readonly PanelQuery[]) => listed(some.map(({ query }) => query.key));
        yield {
          about: panel,
          found: `${label} filters the query ${names(followed)}, and not ${names(open)}, whose series have the label`,
          ...words,
        };
      }
    }
  },
});

function byPanel({ queries }: Survey): ReadonlyMap<PanelQuery['panel'], readonly PanelQuery[]> {
  const found = new Map<PanelQuery['panel'], PanelQuery[]>();
  for (const query of queries) {
    if (Object.keys(query.dashboard.filter).length === 0) continue;
    const all = found.get(query.panel) ?? [];
    all.push(query);
    found.set(query.panel, all);
  }
  return found;
}

function isFiltered({ matchers }: SelectorNode, label: string): boolean {
  return matchers.some((matcher) => matcher.label === label && typeof matcher.value !== 'string');
}

function hasMatcher({ matchers }: SelectorNode, label: string): boolean {
  return matchers.some((matcher) => matcher.label === label);
}

/** Its series all have the label, and no matcher names a value of it already. */
function canFollow(node: SelectorNode, label: string, { labelsOf }: Survey): boolean {
  const labels = labelsOf(node);
  return labels !== undefined && labelIn(labels, label).presence === 'always' && !hasMatcher(node, label);
}
