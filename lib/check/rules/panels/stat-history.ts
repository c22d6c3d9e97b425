/** A number and its history do not stand in each other's way. */

import type { ResolvedPanel } from '../../../model/resolved.ts';
import { completeOptions } from '../../../panels/kinds.ts';
import { rule } from '../../rule.ts';

const words = {
  allowed: 'a name above the number, which moves both above the sparkline',
  remedy: "leave show out, or say show: 'value and name'",
};

export const statHistory = rule({
  id: 'stat-history',
  reason: 'Grafana centres a number that stands without its name, and draws the history through it.',
  source: 'Grafana, BigValueLayout; our own',
  example: {
    where: 'dashboard shop / panel queue-length',
    found: 'a sparkline behind a number without its name',
    ...words,
  },
  *check({ panels }) {
    for (const { panel } of panels) {
      if (!isStat(panel)) continue;
      const { sparkline, show } = completeOptions(panel);
      if (sparkline === 'none' || show === 'value and name') continue;
      yield {
        about: panel,
        found:
          show === 'name'
            ? 'a sparkline behind a name without its number'
            : 'a sparkline behind a number without its name',
        ...words,
      };
    }
  },
});

function isStat(panel: ResolvedPanel): panel is ResolvedPanel<'stat'> {
  return panel.kind === 'stat';
}
