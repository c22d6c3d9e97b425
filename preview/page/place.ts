/** Where the viewer is, kept in the address: a reload, a link and a picture find it again. */
import type { Chosen } from '../protocol.ts';
import type { Range } from './time.ts';

export interface Place {
  readonly profile?: string;
  readonly dashboard?: string;
  /** The key of the panel that the address leads to. */
  readonly panel?: string | undefined;
  /** Whether what stands behind that panel is open. */
  readonly about: boolean;
  /** The alert whose runbook is open. */
  readonly runbook?: string | undefined;
  /** Rows, by their ids, that were opened or folded by hand. */
  readonly rows: Readonly<Record<string, RowState>>;
  /** What is searched for. */
  readonly search: string;
  readonly theme: 'dark' | 'light';
  readonly range?: Range;
  readonly refresh?: string;
  readonly variables: Chosen;
  /** The annotations that are switched off. */
  readonly without: readonly string[];
  /** Only the dashboard, everything unfolded: for pictures. */
  readonly picture: boolean;
}

export type RowState = 'open' | 'folded';

const ROW_STATES: readonly RowState[] = ['open', 'folded'];
const VARIABLE = 'var-';
const WITHOUT = 'without';

/** The place that an address names. */
export function placeOf(location: { readonly pathname: string; readonly search: string }): Place {
  const query = new URLSearchParams(location.search);
  const [, uid] = /^\/d\/([^/]+)/.exec(location.pathname) ?? [];
  const text = (key: string): string | undefined => query.get(key) ?? undefined;
  const [profile, from, to, refresh, panel, runbook] = [
    text('profile'),
    text('from'),
    text('to'),
    text('refresh'),
    text('panel'),
    text('runbook'),
  ];
  const names = [...new Set([...query.keys()].filter((key) => key.startsWith(VARIABLE)))];
  return {
    theme: query.get('theme') === 'light' ? 'light' : 'dark',
    picture: query.has('picture'),
    about: query.has('about') && panel !== undefined,
    search: text('search') ?? '',
    without: query.getAll(WITHOUT),
    rows: Object.fromEntries(ROW_STATES.flatMap((state) => query.getAll(state).map((id) => [id, state]))),
    variables: Object.fromEntries(names.map((key) => [key.slice(VARIABLE.length), query.getAll(key).filter(isOne)])),
    ...(uid === undefined ? {} : { dashboard: decodedUid(uid) }),
    ...(profile === undefined ? {} : { profile }),
    ...(panel === undefined ? {} : { panel }),
    ...(runbook === undefined ? {} : { runbook }),
    ...(from === undefined && to === undefined ? {} : { range: { from: from ?? 'now-1h', to: to ?? 'now' } }),
    ...(refresh === undefined ? {} : { refresh }),
  };
}

/** A text that is no encoded one stands for itself: there is no dashboard of that uid, and the page says so. */
function decodedUid(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Grafana's own words for all values stand for no choice. */
function isOne(value: string): boolean {
  return value !== '$__all' && value !== 'All' && value !== '';
}

/** The address of a place. */
export function addressOf(place: Place): string {
  const {
    profile,
    dashboard,
    panel,
    about,
    runbook,
    rows,
    search,
    theme,
    range,
    refresh,
    variables,
    without,
    picture,
  } = place;
  const query = new URLSearchParams();
  if (profile !== undefined) query.set('profile', profile);
  if (panel !== undefined) query.set('panel', panel);
  if (about && panel !== undefined) query.set('about', '');
  if (runbook !== undefined) query.set('runbook', runbook);
  for (const [id, state] of Object.entries(rows)) query.append(state, id);
  if (search !== '') query.set('search', search);
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

/**
 * The place that a change leads to. What belongs to one dashboard (its panel, rows and chosen values) stays behind
 * where the change leads to another.
 */
export function moved(place: Place, change: Partial<Place>): Place {
  const isOther = change.dashboard !== undefined && change.dashboard !== place.dashboard;
  return { ...place, ...(isOther ? LEFT_BEHIND : {}), ...change };
}

const LEFT_BEHIND: Pick<Place, 'panel' | 'about' | 'rows' | 'variables' | 'without'> = {
  panel: undefined,
  about: false,
  rows: {},
  variables: {},
  without: [],
};

/** Whether the browser's Back leads out of a change: of one that shows something else, but not of a letter typed. */
export function isStep(change: Partial<Place>): boolean {
  return STEPS.some((key) => key in change);
}

const STEPS = ['dashboard', 'profile', 'panel', 'about', 'runbook', 'range'] as const;

/**
 * The place that a link leads to, where it is one that this page can show: a dashboard of ours, whoever serves it, or
 * a runbook. Anything else is left to the browser.
 */
export function placeLinked(href: string, { grafana, runbooks }: Site): Partial<Place> | undefined {
  const [, runbook] = /^(?:\.\/)?([\w-]+)\.md$/.exec(withoutStart(href, `${runbooks.replace(/\/$/, '')}/`)) ?? [];
  if (runbook !== undefined) return { runbook };
  const path = withoutStart(href, grafana.replace(/\/$/, ''));
  if (!path.startsWith('/d/')) return undefined;
  const { theme: _theme, picture: _picture, search: _search, ...place } = placeOf(new URL(path, 'http://page'));
  return place;
}

/** Where people read what this page shows too. */
export interface Site {
  readonly grafana: string;
  readonly runbooks: string;
}

function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}
