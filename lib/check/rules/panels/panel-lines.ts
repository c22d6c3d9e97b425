/** A panel that draws something has lines, each with a key of its own. */
import { kindOf } from '../../../panels/kinds.ts';
import { repeated } from '../../messages.ts';
import { rule } from '../../rule.ts';

export const panelLines = rule({
  id: 'panel-lines',
  reason: 'A graph without a query stays empty for ever, and overrides find a line by its key.',
  source: 'dashboard-linter: panel-no-targets-rule',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'a timeseries without a line',
    allowed: 'at least one line',
    remedy: 'add show(signal) to its `lines`, or take the panel away',
  },
  *check({ panels }) {
    for (const { panel } of panels) {
      if (panel.queries.length === 0 && panel.logs === undefined && kindOf(panel.kind).shows !== 'nothing') {
        yield {
          about: panel,
          found: `a ${panel.kind} without a line`,
          allowed: 'at least one line',
          remedy: 'add show(signal) to its `lines`, or take the panel away',
        };
      }
      for (const key of repeated(panel.queries.map(({ key }) => key))) {
        yield {
          about: panel,
          found: `two lines with the key ${key}`,
          allowed: 'a key of its own for each line',
          remedy: `name one of them: show(signal, { key: '${key}-2' })`,
        };
      }
    }
  },
});
