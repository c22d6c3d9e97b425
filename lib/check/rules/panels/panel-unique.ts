/** No two panels of a dashboard share a key, or the number that is made of it. */
import type { ResolvedDashboard, ResolvedPanel } from '../../../model/resolved.ts';
import { rule } from '../../rule.ts';
import { type Definition, unexcusable } from '../../survey/expressions.ts';

interface Numbered {
  readonly id: number;
  /** What its number is made of. */
  readonly from: string;
  /** The panel; a row has none. */
  readonly panel?: ResolvedPanel;
}

export const panelUnique = rule({
  id: 'panel-unique',
  reason:
    'A panel is known by its number: an alert that links to it, and Grafana itself, would take one for the other.',
  source: 'Grafana: panel ids are unique within a dashboard',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'the key orders a second time on this dashboard',
    allowed: 'a key of its own for each panel',
    remedy: "name one of them: key: 'orders-2'",
  },
  *check({ model }) {
    for (const dashboard of model.dashboards) {
      const first = new Map<number, Numbered>();
      for (const numbered of numbers(dashboard)) {
        const { id, from } = numbered;
        const other = first.get(id);
        if (other === undefined) first.set(id, numbered);
        else if (other.from === from) {
          yield {
            about: aboutOf(numbered, dashboard),
            found: `the ${from} a second time on this dashboard`,
            allowed: 'a key of its own for each panel',
            remedy: renaming(from),
          };
        } else {
          yield {
            about: aboutOf(numbered, dashboard),
            found: `the ${from} makes the number ${id}, as the ${other.from} does`,
            allowed: 'a number of its own for each panel',
            remedy: 'change the key of the newer one: by chance two keys came to the same number',
          };
        }
      }
    }
  },
});

function numbers(dashboard: ResolvedDashboard): readonly Numbered[] {
  return dashboard.rows.flatMap(({ id, title, panels }) => [
    { id, from: `title ${title}` },
    ...panels.map((panel) => ({ id: panel.id, from: `key ${panel.key}`, panel })),
  ]);
}

function aboutOf({ panel, from }: Numbered, { where }: ResolvedDashboard): Definition {
  return panel ?? unexcusable({ ...where, what: `${where.what} / row ${from.slice('title '.length)}` });
}

function renaming(from: string): string {
  return from.startsWith('key ')
    ? `name one of them: key: '${from.slice('key '.length)}-2'`
    : 'give one row another title';
}
