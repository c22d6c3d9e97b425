/** An override names a query that the panel has. */
import { didYouMean, listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { hasLostQuery } from '../../survey/expressions.ts';

export const overrideQuery = rule({
  id: 'override-query',
  reason:
    'An override that matches no query does nothing: the second axis or the colour is missing, without any error.',
  source: 'our own',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'an override for the query order, which the panel does not have',
    allowed: 'the key of one of its queries: orders',
    remedy: 'did you mean orders? Otherwise remove the override, or add the query',
  },
  *check({ panels, model }) {
    for (const { dashboard, panel } of panels) {
      const keys = panel.queries.map(({ key }) => key);
      for (const { query } of panel.overrides) {
        // Series found by their name have a label's values in it, which only the server knows.
        if (query === undefined || keys.includes(query) || hasLostQuery(model.leftOut, dashboard, panel)) continue;
        yield {
          about: panel,
          found: `an override for the query ${query}, which the panel does not have`,
          allowed: `the key of one of its queries: ${listed(keys, 'or')}`,
          remedy: didYouMean(query, keys, 'remove the override, or add the query'),
        };
      }
    }
  },
});
