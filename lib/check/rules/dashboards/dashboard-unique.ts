/** No two dashboards share a uid or a title. */
import type { ResolvedDashboard } from '../../../model/resolved.ts';
import type { Finding } from '../../rule.ts';
import { rule } from '../../rule.ts';

export const dashboardUnique = rule({
  id: 'dashboard-unique',
  reason:
    'Two dashboards with one uid, or with one title in a folder, stop Grafana from provisioning any of them. Some of its databases take `Shop` and `shop` for the same.',
  source: 'Grafana, file provisioning: duplicate uids and titles stop the provider from writing',
  example: {
    where: 'dashboard shop',
    found: 'the uid shop, which dashboard "Shop" has too',
    allowed: 'a uid of its own',
    remedy: 'give one of them another uid',
  },
  *check({ model: { dashboards } }) {
    yield* repeated(dashboards, 'uid');
    yield* repeated(dashboards, 'title');
  },
});

function* repeated(dashboards: readonly ResolvedDashboard[], field: 'uid' | 'title'): Iterable<Finding> {
  const first = new Map<string, ResolvedDashboard>();
  for (const dashboard of dashboards) {
    const key = dashboard[field].toLowerCase();
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, dashboard);
      continue;
    }
    const name = field === 'uid' ? `"${other.title}"` : other.uid;
    const has = other[field] === dashboard[field] ? 'has too' : `has as ${other[field]}`;
    yield {
      about: dashboard,
      found: `the ${field} ${dashboard[field]}, which dashboard ${name} ${has}`,
      allowed: `a ${field} of its own`,
      remedy: `give one of them another ${field}`,
    };
  }
}
