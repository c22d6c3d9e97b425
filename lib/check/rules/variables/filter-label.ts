/**
 * A line that the dashboard's filter reaches is filtered as a whole.
 *
 * A signal that cannot be split by the label is not about one service, and is left alone; so are series whose label is
 * written by the expression itself.
 */
import type { SelectorNode } from '../../../promql/node.ts';
import { labelIn } from '../../../promql/result/labels.ts';
import { selectors as selectorsOf } from '../../../promql/walk.ts';
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { type PanelQuery, placeOf } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

const WRITES_LABEL: ReadonlySet<string> = new Set(['label_replace', 'label_join']);

const REASONS = ['the series lack the label', 'the selector has no matcher for it'] as const;

const words = {
  allowed: "the label of the dashboard's filter on every selector of a query that is filtered",
  remedy: "keep the label there, or excuse it: excuses: [{ rule: 'filter-label', reason: '…' }]",
};

export const filterLabel = rule({
  id: 'filter-label',
  reason:
    'A query of which only a part is filtered divides the chosen service by all services, and looks as if it were about the chosen one.',
  source: 'dashboard-linter: target-job-rule and target-instance-rule, for the labels that the dashboard itself names',
  example: {
    where: 'dashboard shop / panel behind',
    found: 'service does not filter job:queue_length:max: the series lack the label',
    ...words,
  },
  *check(survey) {
    const written = writtenLabels(survey);
    for (const [query, selectors] of byQuery(survey)) {
      for (const label of Object.keys(query.dashboard.filter)) {
        if (!isAbout(query, selectors, label)) continue;
        const open = selectors.filter((node) => !hasMatcher(node, label) && !written.get(label)?.has(node));
        for (const why of REASONS) {
          const metrics = open.filter((node) => whyNot(node, label, survey) === why).map(({ metric }) => metric);
          if (metrics.length === 0) continue;
          yield {
            ...placeOf(query),
            found: `${label} does not filter ${listed([...new Set(metrics)])}: ${why}`,
            ...words,
          };
        }
      }
    }
  },
});

/** The selectors of each query on a dashboard with a filter. */
function byQuery({ inPanels: { selectors } }: Survey): ReadonlyMap<PanelQuery, readonly SelectorNode[]> {
  const found = new Map<PanelQuery, SelectorNode[]>();
  for (const { node, expressions } of selectors) {
    if (node.metric === '') continue;
    for (const query of expressions) {
      if (Object.keys(query.dashboard.filter).length === 0) continue;
      const all = found.get(query) ?? [];
      all.push(node);
      found.set(query, all);
    }
  }
  return found;
}

/** Selectors by the label that a function further up writes. */
function writtenLabels({ calls }: Survey): ReadonlyMap<string, ReadonlySet<SelectorNode>> {
  const found = new Map<string, Set<SelectorNode>>();
  for (const { node } of calls) {
    const [operand, to] = node.arguments;
    if (!WRITES_LABEL.has(node.function) || operand === undefined || to?.kind !== 'string') continue;
    const all = found.get(to.value) ?? new Set();
    for (const selector of selectorsOf(operand)) all.add(selector);
    found.set(to.value, all);
  }
  return found;
}

/** Whether a line is about one value of the label: it is split by it, or a part of it is filtered. */
function isAbout({ query }: PanelQuery, selectors: readonly SelectorNode[], label: string): boolean {
  return query.labels.includes(label) || selectors.some((node) => isFiltered(node, label));
}

function hasMatcher({ matchers }: SelectorNode, label: string): boolean {
  return matchers.some((matcher) => matcher.label === label);
}

function isFiltered({ matchers }: SelectorNode, label: string): boolean {
  return matchers.some((matcher) => matcher.label === label && typeof matcher.value !== 'string');
}

function whyNot(node: SelectorNode, label: string, { labelsOf }: Survey): (typeof REASONS)[number] {
  const labels = labelsOf(node);
  const isMissing = labels !== undefined && labelIn(labels, label).presence === 'never';
  return isMissing ? 'the series lack the label' : 'the selector has no matcher for it';
}
