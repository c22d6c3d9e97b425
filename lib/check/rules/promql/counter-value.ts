/** A counter is not shown or compared as it stands. */
import type { Node, SelectorNode } from '../../../promql/node.ts';
import { children } from '../../../promql/walk.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';
import { seriesKind } from '../../survey/series.ts';
import type { Survey } from '../../survey/survey.ts';

/** What asks only whether a series is there, or when its sample was taken. */
const PRESENCE: ReadonlySet<string> = new Set(['absent', 'timestamp', 'count', 'group']);
const FILTERS: ReadonlySet<string> = new Set(['and', 'unless']);

export const counterValue = rule({
  id: 'counter-value',
  reason: 'A counter grows until its process restarts: its value tells how long ago that was, and nothing about now.',
  source: 'pint: promql/counter; dashboard-linter: target-counter-agg-rule',
  example: {
    where: 'alert Many',
    found: 'the raw value of the counter orders_total',
    allowed: 'rate(), increase() or another function over a window',
    remedy: 'use rate(), or increase() over the time that is meant',
  },
  *check(survey) {
    for (const { node, expressions } of survey.trees) {
      // A variable takes the values of a label, whatever the series count.
      const taking = expressions.filter(({ use }) => use !== 'variable');
      for (const { metric } of values(node, survey)) {
        yield* everywhere(taking, {
          found: `the raw value of the counter ${metric}`,
          allowed: 'rate(), increase() or another function over a window',
          remedy: 'use rate(), or increase() over the time that is meant',
        });
      }
    }
  },
});

function isCounter(node: SelectorNode, survey: Survey): boolean {
  return seriesKind(node, survey) === 'counter';
}

/** The counters whose value the expression takes. */
function* values(node: Node, survey: Survey): Iterable<SelectorNode> {
  if (node.kind === 'selector' && isCounter(node, survey)) yield node;
  for (const child of valued(node)) yield* values(child, survey);
}

/** The operands whose value matters. */
function valued(node: Node): readonly Node[] {
  if (node.kind === 'range') return [];
  if (node.kind === 'call' && PRESENCE.has(node.function)) return [];
  if (node.kind === 'aggregate' && PRESENCE.has(node.operator)) return [];
  return node.kind === 'binary' && FILTERS.has(node.operator) ? [node.left] : children(node);
}
