/** What the address asks for and is not there, with the way to what may be meant; and that a build does not end. */
import type { DashboardState, PreviewState, ProfileState } from '../protocol.ts';
import { slowText } from '../words.ts';
import type { Place } from './place.ts';
import { isRange } from './time.ts';

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
