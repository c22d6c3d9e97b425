/** What a search finds: dashboards by their titles and tags, panels by their titles and keys, rows by their titles. */
import type { DashboardState, PanelJson } from '../protocol.ts';

/** A panel that was found. */
export interface Hit {
  readonly text: string;
  /** The panel's key; of a row, that of its first panel. */
  readonly panel: string;
}

export interface Found {
  readonly dashboard: DashboardState;
  /** Whether the dashboard itself has the words. */
  readonly isNamed: boolean;
  readonly hits: readonly Hit[];
}

/** In the order of the dashboards and of their panels; all dashboards for no words. */
export function search(dashboards: readonly DashboardState[], wanted: string): readonly Found[] {
  const words = wanted.trim().toLowerCase();
  if (words === '') return dashboards.map((dashboard) => ({ dashboard, isNamed: false, hits: [] }));
  const has = (text: string): boolean => text.toLowerCase().includes(words);
  return dashboards.flatMap((dashboard) => {
    const isNamed = [dashboard.title, ...dashboard.tags].some(has);
    const hits = hitsIn(dashboard, has);
    return isNamed || hits.length > 0 ? [{ dashboard, isNamed, hits }] : [];
  });
}

function hitsIn({ panels, infos }: DashboardState, has: (text: string) => boolean): readonly Hit[] {
  const keys = new Map(infos.map(({ id, key }) => [id, key]));
  const all = panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  return all.flatMap((panel, index) => {
    const key = keyOf(panel, all.slice(index + 1), keys);
    return key !== undefined && (has(panel.title) || (panel.type !== 'row' && has(key)))
      ? [{ text: panel.title === '' ? key : panel.title, panel: key }]
      : [];
  });
}

function keyOf(panel: PanelJson, after: readonly PanelJson[], keys: ReadonlyMap<number, string>): string | undefined {
  if (panel.type !== 'row') return keys.get(panel.id);
  const [first] = after;
  return first === undefined ? undefined : keys.get(first.id);
}

/** Where Enter leads: to the first that has the words. */
export function firstOf(found: readonly Found[]): { readonly dashboard: string; readonly panel?: string } | undefined {
  const [first] = found;
  if (first === undefined) return undefined;
  const { dashboard, isNamed, hits } = first;
  const [hit] = hits;
  return isNamed || hit === undefined ? { dashboard: dashboard.uid } : { dashboard: dashboard.uid, panel: hit.panel };
}
