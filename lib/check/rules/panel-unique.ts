/** No two panels of a dashboard share a key, or the number that is made of it. */
import type { ResolvedDashboard } from '../../model/resolved.ts';
import { type Definition, rule, unexcusable } from '../rule.ts';

interface Numbered {
  readonly about: Definition;
  readonly id: number;
  /** What its number is made of. */
  readonly from: string;
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
        const { id, from, about } = numbered;
        const other = first.get(id);
        if (other === undefined) first.set(id, numbered);
        else if (other.from === from) {
          yield {
            about,
            found: `the ${from} a second time on this dashboard`,
            allowed: 'a key of its own for each panel',
            remedy: renaming(from),
          };
        } else {
          yield {
            about,
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
    {
      about: unexcusable({ ...dashboard.where, what: `${dashboard.where.what} / row ${title}` }),
      id,
      from: `title ${title}`,
    },
    ...panels.map((panel) => ({ about: panel, id: panel.id, from: `key ${panel.key}` })),
  ]);
}

function renaming(from: string): string {
  return from.startsWith('key ')
    ? `name one of them: key: '${from.slice('key '.length)}-2'`
    : 'give one row another title';
}
