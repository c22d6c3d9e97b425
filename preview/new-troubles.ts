/** What the rules say against settings that are tried. */
import type { DashboardState, Trouble } from './protocol.ts';

/** What is not said of the dashboard as it is saved. */
export function newTroubles(tried: DashboardState, saved: DashboardState): readonly Trouble[] {
  const known = new Set(troublesOf(saved).map((each) => JSON.stringify(each)));
  return troublesOf(tried).filter((each) => !known.has(JSON.stringify(each)));
}

function troublesOf({ troubles, infos }: DashboardState): readonly Trouble[] {
  return [...troubles, ...infos.flatMap((info) => info.troubles)];
}
