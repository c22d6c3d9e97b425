/** The way to a problem: on the dashboard that is shown, else on the first that has one. */
import type { DashboardState, PreviewState } from '../protocol.ts';
import type { Place } from './place.ts';

/** Where the problem is that a person wants to see first; undefined where it is on the page already, or nowhere. */
export function wayToProblem(state: PreviewState, here: DashboardState | undefined): Partial<Place> | undefined {
  if (state.troubles.length > 0 || (here !== undefined && isTroubled(here))) return undefined;
  for (const { name, dashboards } of state.profiles) {
    const found = dashboards.find(isTroubled);
    if (found !== undefined) return { profile: name, dashboard: found.uid };
  }
  return undefined;
}

function isTroubled({ troubles, infos }: DashboardState): boolean {
  return troubles.length > 0 || infos.some((info) => info.troubles.length > 0);
}
