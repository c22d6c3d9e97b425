/** A display unit has the scale of what it shows. */
import type { ResolvedPanel } from '../../../model/resolved.ts';
import { displayUnits } from '../../../units/display.ts';
import { type Unit, unitText } from '../../../units/unit.ts';
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';

export const displayUnit = rule({
  id: 'display-unit',
  reason: 'Grafana only labels the number: 0.5 as `percent` reads 0.5 %, a second as `ms` a millisecond.',
  source: 'dashboard-linter: panel-units-rule; Grafana, packages/grafana-data/src/valueFormats/categories.ts',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'orders/s shown as percent',
    allowed: 'suffix:orders/s, none or short',
    remedy: 'leave `display` out for "suffix:orders/s", or convert the value first',
  },
  *check({ panels }) {
    for (const { panel } of panels) {
      for (const { part, unit, display } of displays(panel)) {
        const allowed = displayUnits(unit);
        if (allowed.includes(display)) continue;
        yield {
          about: panel,
          ...part,
          found: `${unitText(unit)} shown as ${display}`,
          allowed: listed(allowed, 'or'),
          remedy: `leave \`display\` out for "${allowed[0]}", or convert the value first`,
        };
      }
    }
  },
});

interface Display {
  readonly part: { readonly part?: string };
  readonly unit: Unit;
  readonly display: string;
}

/** The panel's own display unit, and those of its overrides. */
function* displays({ unit, display, overrides, queries }: ResolvedPanel): Iterable<Display> {
  if (unit !== undefined && display !== undefined) yield { part: {}, unit, display };
  for (const { query, series, ...override } of overrides) {
    const shown = override.unit ?? queries.find(({ key }) => key === query)?.unit ?? unit;
    if (override.display === undefined || shown === undefined) continue;
    const part = series === undefined ? `query ${query}` : `series ${series}`;
    yield { part: { part }, unit: shown, display: override.display };
  }
}
