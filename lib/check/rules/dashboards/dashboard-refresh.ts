/** No dashboard reloads more often than Grafana allows. */
import { durationText } from '../../../units/duration.ts';
import { rule } from '../../rule.ts';

/** Grafana's `min_refresh_interval`. */
const MINIMUM = { ms: 5_000 };

export const dashboardRefresh = rule({
  id: 'dashboard-refresh',
  reason:
    'Grafana ignores a refresh below its minimum of 5s, and data that is scraped every 15s does not change faster.',
  source: 'Grafana, configuration: dashboards.min_refresh_interval is 5s',
  example: {
    where: 'dashboard shop',
    found: 'a refresh every 1s',
    allowed: 'at least 5s',
    remedy: "leave `refresh` out, which means 30s, or set it to '5s' or more",
  },
  *check({ model }) {
    for (const dashboard of model.dashboards) {
      if (dashboard.refresh.ms >= MINIMUM.ms) continue;
      yield {
        about: dashboard,
        found: `a refresh every ${durationText(dashboard.refresh)}`,
        allowed: `at least ${durationText(MINIMUM)}`,
        remedy: "leave `refresh` out, which means 30s, or set it to '5s' or more",
      };
    }
  },
});
