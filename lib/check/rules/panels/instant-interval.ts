/** A query that is asked once does not use the step of a graph. */
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

const words = {
  allowed: '$__range or $__rate_interval',
  remedy: 'choose the window: { over: dashboardRange } for all that is shown',
};

export const instantInterval = rule({
  id: 'instant-interval',
  reason:
    'An instant query is evaluated once, at the end: $__interval covers a moment that depends on the width of the screen.',
  source: 'Grafana, global variables: $__interval',
  example: { where: 'dashboard shop / panel raw', found: '$__interval in an instant query', ...words },
  *check({ inPanels: { ranges } }) {
    for (const { node, expressions } of ranges) {
      if (node.window.kind !== 'variable' || node.window.name !== '$__interval') continue;
      const instant = expressions.filter(({ query }) => query.format === 'instant');
      yield* everywhere(instant, { found: '$__interval in an instant query', ...words });
    }
  },
});
