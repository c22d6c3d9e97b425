/** No two panels of a dashboard share a key, or the panel id that is made of it. */
import { renamed } from '../../../model/problem.ts';
import type { ResolvedDashboard, ResolvedPanel, ResolvedRow } from '../../../model/resolved.ts';
import { type Fault, rule } from '../../rule.ts';
import { type Definition, unexcusable } from '../../survey/expressions.ts';

/** What Grafana knows by a panel id: a row, whose id is made of its title, or a panel, whose id is made of its key. */
type Numbered = ResolvedRow | ResolvedPanel;

export const panelUnique = rule({
  id: 'panel-unique',
  reason:
    'A panel is known by its id, which follows from its key: of two with one key, an alert’s link and Grafana itself take one for the other.',
  source: 'Grafana: panel ids are unique within a dashboard',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'the key orders a second time on this dashboard',
    allowed: 'a key of its own for each panel',
    remedy: "give one of them another key: key: 'orders-2'",
  },
  *check({ model }) {
    for (const dashboard of model.dashboards) {
      const first = new Map<number, Numbered>();
      for (const numbered of dashboard.rows.flatMap((row) => [row, ...row.panels])) {
        const other = first.get(numbered.id);
        if (other === undefined) first.set(numbered.id, numbered);
        else yield { about: definitionOf(numbered, dashboard), ...faultOf(numbered, other) };
      }
    }
  },
});

function isRow(numbered: Numbered): numbered is ResolvedRow {
  return 'panels' in numbered;
}

function definitionOf(numbered: Numbered, { where }: ResolvedDashboard): Definition {
  return isRow(numbered) ? unexcusable(renamed(where, `${where.what} / row ${numbered.title}`)) : numbered;
}

function faultOf(numbered: Numbered, other: Numbered): Fault {
  const what = described(numbered);
  if (what !== described(other)) {
    return {
      found: `the ${what} makes the panel id ${numbered.id}, as the ${described(other)} does`,
      allowed: 'a panel id of its own for each row and panel',
      remedy: 'change the key or title of the newer one: two names came to the same id by chance',
    };
  }
  const found = `the ${what} a second time on this dashboard`;
  return isRow(numbered)
    ? { found, allowed: 'a title of its own for each row', remedy: 'give one row another title' }
    : {
        found,
        allowed: 'a key of its own for each panel',
        remedy: `give one of them another key: key: '${numbered.key}-2'`,
      };
}

function described(numbered: Numbered): string {
  return isRow(numbered) ? `title ${numbered.title}` : `key ${numbered.key}`;
}
