/** A dashboard as the preview's server tells the page of it, for tests of what the page makes of that. */
import type { DashboardState } from '../../preview/protocol.ts';

const EMPTY = {
  description: '',
  folder: 'General',
  tags: [],
  from: 'now-1h',
  to: 'now',
  refresh: '30s',
  timezone: 'utc',
  graphTooltip: 0,
  links: [],
  variables: [],
  annotations: [],
  panels: [],
  infos: [],
  troubles: [],
} satisfies Omit<DashboardState, 'uid' | 'title'>;

/** Empty but for what is said. */
export function dashboardState(said: Pick<DashboardState, 'uid' | 'title'> & Partial<DashboardState>): DashboardState {
  return { ...EMPTY, ...said };
}
