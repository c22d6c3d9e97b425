/**
 * Dashboard list: other dashboards, by tag.
 * Links at the top of a dashboard lead to few others; this lists many.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/dashboard-list/
 *
 * @example panel.dashboardList({ key: 'more', title: 'More', description: 'Dashboards of the shop.', tags: ['shop'] })
 */
import type { Kind } from './kind.ts';

export interface DashboardListOptions {
  /** Only dashboards that have all of these tags. */
  readonly tags: readonly string[];
}

export const dashlist: Kind<DashboardListOptions, DashboardListOptions, 'nothing'> = {
  shows: 'nothing',
  height: 7,
  complete: ({ options }) => options,
};
