/** Where the viewer is, kept in the address: a reload, a link and a picture find it again. */
import type { Chosen } from '../protocol.ts';
import type { Range } from './time.ts';

export interface Place {
  readonly profile?: string;
  readonly dashboard?: string;
  readonly theme: 'dark' | 'light';
  readonly range?: Range;
  readonly refresh?: string;
  readonly variables: Chosen;
  /** The annotations that are switched off. */
  readonly without: readonly string[];
  /** Only the dashboard, everything unfolded: for pictures. */
  readonly picture: boolean;
}

const VARIABLE = 'var-';
const WITHOUT = 'without';

/** The place that an address names. */
export function placeOf(location: Pick<Location, 'pathname' | 'search'>): Place {
  const query = new URLSearchParams(location.search);
  const [, uid] = /^\/d\/([^/]+)/.exec(location.pathname) ?? [];
  const text = (key: string): string | undefined => query.get(key) ?? undefined;
  const [profile, from, to, refresh] = [text('profile'), text('from'), text('to'), text('refresh')];
  const names = [...new Set([...query.keys()].filter((key) => key.startsWith(VARIABLE)))];
  return {
    theme: query.get('theme') === 'light' ? 'light' : 'dark',
    picture: query.has('picture'),
    without: query.getAll(WITHOUT),
    variables: Object.fromEntries(names.map((key) => [key.slice(VARIABLE.length), query.getAll(key).filter(isOne)])),
    ...(uid === undefined ? {} : { dashboard: decodeURIComponent(uid) }),
    ...(profile === undefined ? {} : { profile }),
    ...(from === undefined || to === undefined ? {} : { range: { from, to } }),
    ...(refresh === undefined ? {} : { refresh }),
  };
}

/** Grafana's own words for all values stand for no choice. */
function isOne(value: string): boolean {
  return value !== '$__all' && value !== 'All' && value !== '';
}

/** The address of a place. */
export function addressOf(place: Place): string {
  const { profile, dashboard, theme, range, refresh, variables, without, picture } = place;
  const query = new URLSearchParams();
  if (profile !== undefined) query.set('profile', profile);
  if (theme !== 'dark') query.set('theme', theme);
  if (range !== undefined) {
    query.set('from', range.from);
    query.set('to', range.to);
  }
  if (refresh !== undefined) query.set('refresh', refresh);
  for (const [name, values] of Object.entries(variables)) {
    for (const value of values) query.append(VARIABLE + name, value);
  }
  for (const name of without) query.append(WITHOUT, name);
  if (picture) query.set('picture', '');
  const text = query.toString();
  const path = dashboard === undefined ? '/' : `/d/${encodeURIComponent(dashboard)}`;
  return text === '' ? path : `${path}?${text}`;
}
