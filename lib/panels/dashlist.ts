/** Dashboard list: other dashboards, by tag. */
import type { Kind } from './kind.ts';

export interface DashboardListOptions {
  readonly tags: readonly string[];
}

export const dashlist: Kind<DashboardListOptions, DashboardListOptions, 'nothing'> = {
  shows: 'nothing',
  height: 7,
  complete: ({ options }) => options,
};
