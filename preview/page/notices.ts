/** What the address asks for and is not there, with the way to what may be meant; and that a build does not end. */
import type { Chosen, DashboardState, PreviewState, ProfileState, VariableInfo } from '../protocol.ts';
import { slowText } from '../words.ts';
import type { Place } from './place.ts';
import { durationMs, isRange } from './time.ts';

export interface Notice {
  readonly text: string;
  readonly ways: readonly { readonly text: string; readonly to: Partial<Place> }[];
}

/** What is said of an address, given what there is. */
export function noticesOf(
  place: Place,
  { profiles, status }: Pick<PreviewState, 'profiles' | 'status'>,
  {
    profile,
    dashboard,
  }: { readonly profile: ProfileState | undefined; readonly dashboard: DashboardState | undefined },
): readonly Notice[] {
  const found: (Notice | undefined)[] = [
    profileNotice(place, profiles),
    profile === undefined ? undefined : dashboardNotice(place, profile, profiles),
    dashboard === undefined ? undefined : panelNotice(place, dashboard),
    profile === undefined ? undefined : runbookNotice(place, profile),
    rangeNotice(place),
    refreshNotice(place),
    status.phase === 'slow' ? { text: slowText(status.saved), ways: [] } : undefined,
  ];
  return found.filter((each) => each !== undefined);
}

function profileNotice({ profile }: Place, profiles: readonly ProfileState[]): Notice | undefined {
  if (profile === undefined || profiles.some(({ name }) => name === profile)) return undefined;
  const ways = profiles.map(({ name }) => ({ text: name, to: { profile: name } }));
  return { text: `There is no profile “${profile}”. This is the first one; there are`, ways };
}

function dashboardNotice(
  { dashboard: uid }: Place,
  profile: ProfileState,
  profiles: readonly ProfileState[],
): Notice | undefined {
  if (uid === undefined || profile.dashboards.some((each) => each.uid === uid)) return undefined;
  const others = profiles.filter(({ dashboards }) => dashboards.some((each) => each.uid === uid));
  if (others.length > 0) {
    const ways = others.map(({ name }) => ({ text: name, to: { profile: name } }));
    return { text: `The profile “${profile.name}” has no dashboard “${uid}”; another profile has:`, ways };
  }
  const ways = profile.dashboards.map((each) => ({ text: each.title, to: { dashboard: each.uid } }));
  return { text: `There is no dashboard with the uid “${uid}”. There are`, ways };
}

function panelNotice({ panel }: Place, { infos }: DashboardState): Notice | undefined {
  if (panel === undefined || infos.some(({ key }) => key === panel)) return undefined;
  const ways = [{ text: 'Show the dashboard', to: { panel: undefined, about: false } }];
  return { text: `There is no panel “${panel}” on this dashboard.`, ways };
}

function runbookNotice({ runbook }: Place, { runbooks }: ProfileState): Notice | undefined {
  if (runbook === undefined || runbooks[runbook] !== undefined) return undefined;
  return { text: `There is no runbook “${runbook}”.`, ways: [{ text: 'Go on without', to: { runbook: undefined } }] };
}

function rangeNotice({ range }: Place): Notice | undefined {
  if (range === undefined || isRange(range, Date.now())) return undefined;
  return {
    text: `From “${range.from}” to “${range.to}” is no time. The last hour is shown.`,
    ways: [{ text: 'Choose the last hour', to: { range: { from: 'now-1h', to: 'now' } } }],
  };
}

function refreshNotice({ refresh = '' }: Place): Notice | undefined {
  if (refresh === '' || durationMs(refresh) > 0) return undefined;
  return {
    text: `“${refresh}” is no time after which to refresh; 30s and 5m are. The page does not refresh.`,
    ways: [{ text: 'Leave it so', to: { refresh: '' } }],
  };
}

/** More would fill the screen. */
const MOST_VALUES = 12;

/** The kinds of variables whose values are a list. */
const CHOSEN_FROM: readonly VariableInfo['kind'][] = ['query', 'custom', 'interval'];

/** Chosen values that a variable does not have: panels that are empty for it look as if nothing were there. */
export function valueNotices(
  variables: readonly VariableInfo[],
  values: Readonly<Record<string, VariableInfo['values']>>,
  chosen: Chosen,
): readonly Notice[] {
  return variables.flatMap(({ name, label, kind, several }) => {
    const known = (values[name] ?? []).map(({ value }) => value);
    // None are known while the server is asked for them.
    if (!CHOSEN_FROM.includes(kind) || known.length === 0) return [];
    const missing = (chosen[name] ?? []).filter((value) => !known.includes(value));
    if (missing.length === 0) return [];
    const shown = known.slice(0, MOST_VALUES).join(', ');
    const more = known.length > MOST_VALUES ? ` and ${known.length - MOST_VALUES} more` : '';
    return [
      {
        text: `${label} has no value ${missing.map((value) => `“${value}”`).join(', ')}. There are ${shown}${more}.`,
        ways: [{ text: several ? 'Choose all' : 'Choose the first', to: { variables: { ...chosen, [name]: [] } } }],
      },
    ];
  });
}
