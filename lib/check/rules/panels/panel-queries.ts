/** A panel that draws something has queries, each with a key of its own. */
import { kindOf } from '../../../panels/kinds.ts';
import { repeated } from '../../messages.ts';
import { rule } from '../../rule.ts';

export const panelQueries = rule({
  id: 'panel-queries',
  reason: 'A graph without a query stays empty, and an override finds its query by the key.',
  source: 'dashboard-linter: panel-no-targets-rule',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'a timeseries without a query',
    allowed: 'at least one query',
    remedy: 'add a signal to its `queries`, or remove the panel',
  },
  *check({ panels }) {
    for (const { panel } of panels) {
      if (panel.queries.length === 0 && panel.logs === undefined && kindOf(panel.kind).shows !== 'nothing') {
        yield {
          about: panel,
          found: `a ${panel.kind} without a query`,
          allowed: 'at least one query',
          remedy: 'add a signal to its `queries`, or remove the panel',
        };
      }
      for (const key of repeated(panel.queries.map(({ key }) => key))) {
        yield {
          about: panel,
          found: `two queries with the key ${key}`,
          allowed: 'a key of its own for each query',
          remedy: `name one of them: query(signal, { key: '${key}-2' })`,
        };
      }
    }
  },
});
