/** A total is one over the whole time that the dashboard shows. */

import type { ResolvedPanel } from '../../../model/resolved.ts';
import { kindOf } from '../../../panels/kinds.ts';
import { windowText } from '../../../promql/span.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

const TOTALS: ReadonlySet<string> = new Set(['increase', 'delta']);
const STEPS: ReadonlySet<string> = new Set(['$__rate_interval', '$__interval']);

const words = {
  allowed: '$__range, or a fixed window that the title names',
  remedy: 'show the total over what is on the screen: { over: dashboardRange }',
};

export const panelTotalWindow = rule({
  id: 'panel-total-window',
  reason: 'The increase over one step of a graph, shown as the total, is too small by orders of magnitude.',
  source: 'Grafana, global variables: $__range; our own',
  example: {
    where: 'dashboard shop / panel raw',
    found: 'increase() over $__rate_interval as a single number',
    ...words,
  },
  *check({ inPanels: { calls } }) {
    for (const { node, expressions } of calls) {
      const [range] = node.arguments;
      if (!TOTALS.has(node.function) || range?.kind !== 'range') continue;
      if (range.window.kind !== 'variable' || !STEPS.has(range.window.name)) continue;
      const numbers = expressions.filter(({ panel }) => showsOneNumber(panel));
      const found = `${node.function}() over ${windowText(range.window)} as a single number`;
      yield* everywhere(numbers, { found, ...words });
    }
  },
});

/** One number for each series, even where a sparkline stands behind it. */
function showsOneNumber({ kind }: ResolvedPanel): boolean {
  const { shows, format } = kindOf(kind);
  return shows === 'signals' && format !== 'range';
}
