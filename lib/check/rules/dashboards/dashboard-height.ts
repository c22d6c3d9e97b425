/**
 * What a dashboard shows without a click fits on a screen and a half.
 *
 * A row of the grid is 30 px high with 8 px between two. Of a screen of 1,080 px about 915 are left below the browser's
 * and Grafana's bars: one and a half of them are 1,370 px, which are 36 rows.
 * Source: GRID_CELL_HEIGHT and GRID_CELL_VMARGIN in Grafana's public/app/core/constants.ts.
 */
import type { ResolvedDashboard } from '../../../model/resolved.ts';
import { rule } from '../../rule.ts';

const MAX_ROWS = 36;

export const dashboardHeight = rule({
  id: 'dashboard-height',
  reason: 'Whoever has to act should see what matters without searching: a screen and a half, the rest collapsed.',
  source: 'our own; the height of a row is GRID_CELL_HEIGHT + GRID_CELL_VMARGIN of Grafana: 30 + 8 px',
  example: {
    where: 'dashboard shop',
    found: '41 grid rows before the first collapsed row',
    allowed: 'at most 36, a screen and a half',
    remedy: 'collapse a row that nobody needs at first sight: row(…, { collapsed: true }), or share a line',
  },
  *check({ model }) {
    for (const dashboard of model.dashboards) {
      const height = openHeight(dashboard);
      if (height <= MAX_ROWS) continue;
      yield {
        about: dashboard,
        found: `${height} grid rows before the first collapsed row`,
        allowed: `at most ${MAX_ROWS}, a screen and a half`,
        remedy: 'collapse a row that nobody needs at first sight: row(…, { collapsed: true }), or share a line',
      };
    }
  },
});

function openHeight({ rows }: ResolvedDashboard): number {
  const collapsed = rows.find((row) => row.collapsed);
  const bottoms = rows
    .filter((row) => row.y < (collapsed?.y ?? Number.POSITIVE_INFINITY))
    .flatMap(({ panels }) => panels.map(({ grid }) => grid.y + grid.h));
  return Math.max(0, ...bottoms);
}
