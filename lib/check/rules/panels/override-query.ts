/** An override names a query that the panel has. */

import type { ResolvedPanel } from '../../../model/resolved.ts';
import { didYouMean, listed } from '../../messages.ts';
import { type Fault, rule } from '../../rule.ts';
import { hasLostQuery } from '../../survey/expressions.ts';

export const overrideQuery = rule({
  id: 'override-query',
  reason:
    'An override that matches no query does nothing: the second axis or the colour is missing, without any error.',
  source: 'our own; Grafana: stringToJsRegex() in packages/grafana-data/src/text/string.ts',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'an override for the query order, which the panel does not have',
    allowed: 'the key of one of its queries: orders',
    remedy: 'did you mean orders? Otherwise remove the override, or add the query',
  },
  *check({ panels, model }) {
    for (const { dashboard, panel } of panels) {
      if (panel.overrides.length === 0) continue;
      for (const fault of seriesFaults(panel)) yield { about: panel, ...fault };
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

/** Of JavaScript's flags these: with `g` or `y` every second series is passed over, others Grafana cannot read. */
const FLAGS = /^i?m?s?$/;

function* seriesFaults({ overrides }: ResolvedPanel): Iterable<Fault> {
  for (const { series } of overrides) {
    if (series === undefined || FLAGS.test(series.flags)) continue;
    yield {
      found: `an override for the series ${series}, with the ${series.flags.length === 1 ? 'flag' : 'flags'} ${series.flags}`,
      allowed: 'no flags but i, m and s',
      remedy: `leave the others out: ${new RegExp(series.source, series.flags.replace(/[^ims]/g, ''))}`,
    };
  }
}
