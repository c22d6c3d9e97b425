/** Every panel that draws numbers has a unit, and each of its lines is measured in it. */

import type { ResolvedPanel, ResolvedQuery } from '../../../model/resolved.ts';
import { kindOf } from '../../../panels/kinds.ts';
import { sameUnit, type Unit, unitText } from '../../../units/unit.ts';
import { rule } from '../../rule.ts';

const words = {
  allowed: 'the unit of its signals',
  remedy: 'show signals of one unit',
};

export const panelUnit = rule({
  id: 'panel-unit',
  reason: 'A number without its unit is misread, and an axis can be labelled in one unit only.',
  source: 'dashboard-linter: panel-units-rule',
  example: { where: 'dashboard shop / panel orders', found: 'no unit', ...words },
  *check({ panels }) {
    for (const { panel } of panels) {
      if (!hasOneUnit(panel)) continue;
      const { unit, queries } = panel;
      if (unit === undefined) {
        yield { about: panel, found: 'no unit', ...words };
        continue;
      }
      for (const query of queries) if (!isMeasuredIn(unit, query, panel)) yield other(panel, unit, query);
    }
  },
});

/** Each column of a table has its own unit; log lines and texts have none. */
function hasOneUnit({ kind, queries }: ResolvedPanel): boolean {
  const { columns, shows } = kindOf(kind);
  return columns === undefined && shows !== 'log streams' && queries.length > 0;
}

function isMeasuredIn(unit: Unit, query: ResolvedQuery, { overrides }: ResolvedPanel): boolean {
  return (
    sameUnit(query.unit, unit) ||
    overrides.some((override) => override.query === query.key && override.unit !== undefined)
  );
}

function other(about: ResolvedPanel, unit: Unit, { key, unit: own }: ResolvedQuery) {
  return {
    about,
    part: `query ${key}`,
    found: `${unitText(own)} on a panel of ${unitText(unit)}`,
    allowed: 'queries of one unit, or an override that names the other',
    remedy: `convert it to ${unitText(unit)}, or say overrides: [{ query: '${key}', unit: … }]`,
  };
}
