/** Links: to another dashboard, keeping the time and the variables that are shown, or to anywhere. */
import type { Link } from '../../model/field.ts';
import type { CellLink } from '../../panels/table.ts';

/** Time range and variables of the dashboard that one comes from, as Grafana fills them in. */
const WHAT_IS_SHOWN = '${__url_time_range}&${__all_variables}';

/**
 * The address of a link in a panel's menu.
 *
 * @example panelLinkUrl({ title: 'Database', to: { dashboard: 'shop-database' } })
 * // '/d/shop-database?${__url_time_range}&${__all_variables}'
 */
export function panelLinkUrl({ to }: Link): string {
  return 'dashboard' in to ? `/d/${to.dashboard}?${WHAT_IS_SHOWN}` : to.url;
}

/** A link at the top of a dashboard. Grafana adds time and variables to it by itself. */
export interface DashboardLinkSettings {
  readonly icon: string;
  readonly includeVars: boolean;
  readonly keepTime: boolean;
  readonly targetBlank: boolean;
  readonly title: string;
  readonly url: string;
}

/** What a link at the top of a dashboard says. Time and variables mean something on another dashboard only. */
export function dashboardLink({ title, to, newTab }: Link): DashboardLinkSettings {
  const within = 'dashboard' in to;
  return {
    icon: within ? 'dashboard' : 'external link',
    includeVars: within,
    keepTime: within,
    targetBlank: newTab === true,
    title,
    url: within ? `/d/${to.dashboard}` : to.url,
  };
}

/** The text of the cell that a link belongs to, as Grafana fills it in. */
const CELL_TEXT = '${__value.text:percentencode}';

/**
 * A link on the cells of a column.
 *
 * @example cellLink({ title: 'Runbook', before: 'https://example.org/', after: '.md' }).url
 * // 'https://example.org/${__value.text:percentencode}.md'
 */
export function cellLink({ title, before, after = '' }: CellLink) {
  return { title, url: `${before}${CELL_TEXT}${after}`, targetBlank: true };
}
