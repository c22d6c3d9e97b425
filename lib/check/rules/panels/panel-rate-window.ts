/** A graph's rates go over `$__rate_interval`. */
import type { CallNode, WindowNode } from '../../../promql/node.ts';
import { windowText } from '../../../promql/span.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

const RATES: ReadonlySet<string> = new Set(['rate', 'irate']);
const RATE_INTERVAL = '$__rate_interval';

export const panelRateWindow = rule({
  id: 'panel-rate-window',
  reason: 'A fixed window skips samples when one zooms out, and $__interval has too few of them when one zooms in.',
  source: 'dashboard-linter: target-rate-interval-rule; Grafana, $__rate_interval',
  example: {
    where: 'dashboard shop / panel raw',
    found: 'rate() over 5m in a graph',
    allowed: '$__rate_interval, or a variable of the dashboard',
    remedy: 'pass the window of the query on: query: ({ window, by }) => … rate(metric, window)',
  },
  *check({ inPanels: { calls } }) {
    for (const { node, expressions } of calls) {
      const window = RATES.has(node.function) ? windowOf(node) : undefined;
      if (window === undefined || isFine(window)) continue;
      const graphs = expressions.filter(({ query }) => query.format !== 'instant');
      yield* everywhere(graphs, {
        found: `${node.function}() over ${windowText(window)} in a graph`,
        allowed: '$__rate_interval, or a variable of the dashboard',
        remedy: 'pass the window of the query on: query: ({ window, by }) => … rate(metric, window)',
      });
    }
  },
});

function windowOf({ arguments: [range] }: CallNode): WindowNode | undefined {
  return range?.kind === 'range' ? range.window : undefined;
}

function isFine(window: WindowNode): boolean {
  return window.kind === 'variable' && (window.name === RATE_INTERVAL || !window.name.startsWith('$__'));
}
