/** What a load changed: the whole is megabytes of samples, of which a save touches a few. */
import type { DashboardState, ProfileState } from '../protocol.ts';
import { jsonText } from './json-text.ts';
import type { Loaded, LoadedProfile, Samples } from './loaded.ts';

/** A profile without what was sent before. */
interface ProfileChanges extends Omit<LoadedProfile, 'state' | 'samples' | 'events' | 'lines'> {
  readonly about: Omit<ProfileState, 'dashboards' | 'runbooks'>;
  readonly runbooks?: ProfileState['runbooks'];
  readonly dashboards: readonly DashboardChanges[];
  readonly lines?: LoadedProfile['lines'];
}

interface DashboardChanges {
  readonly uid: string;
  /** Left out where it is as it was. */
  readonly now?: Dashboard;
}

/** All that is known of one dashboard. */
interface Dashboard {
  readonly state: DashboardState;
  readonly samples: Samples;
  readonly events: LoadedProfile['events'][string];
}

export interface Changes extends Omit<Loaded, 'kind' | 'profiles'> {
  readonly kind: 'changes';
  readonly profiles: readonly ProfileChanges[];
}

/** The side that loads: says of each load what the one before did not say. */
export function changesOf(): (loaded: Loaded) => Changes {
  const said = new Map<string, { readonly of: object; readonly text: string }>();
  let lines = new Map<string, LoadedProfile['lines']>();
  /** Of a profile that is not described anew, what is there is the very object that was said. */
  const isOther = (key: string, of: object, value: unknown = of): boolean => {
    const before = said.get(key);
    if (before?.of === of) return false;
    const text = jsonText(value);
    said.set(key, { of, text });
    return before?.text !== text;
  };
  return ({ profiles, ...rest }) => {
    const before = lines;
    lines = new Map(profiles.map(({ state, lines: now }) => [state.name, now]));
    return {
      ...rest,
      kind: 'changes',
      profiles: profiles.map(
        ({ state: { dashboards, runbooks, ...about }, samples, events, lines: now, ...profile }) => ({
          ...profile,
          about,
          ...(isOther(`runbooks of ${about.name}`, runbooks) ? { runbooks } : {}),
          dashboards: dashboards.map((dashboard) => {
            const { uid } = dashboard;
            const whole = { state: dashboard, samples: samplesIn(dashboard, samples), events: events[uid] ?? {} };
            // Samples are known by the marks of their panels.
            return isOther(`${about.name}/${uid}`, dashboard, [dashboard, whole.events])
              ? { uid, now: whole }
              : { uid };
          }),
          ...(isSameList(before.get(about.name), now) ? {} : { lines: now }),
        }),
      ),
    };
  };
}

function samplesIn({ uid, infos }: DashboardState, samples: Samples): Samples {
  return Object.fromEntries(infos.map(({ id }) => [`${uid}/${id}`, samples[`${uid}/${id}`] ?? {}]));
}

function isSameList(one: readonly unknown[] | undefined, other: readonly unknown[]): boolean {
  return one?.length === other.length && one.every((each, index) => each === other[index]);
}

/** The other side: puts together what was said. */
export function wholeOf(): (changes: Changes) => Loaded {
  const known = new Map<string, Dashboard>();
  const runbooks = new Map<string, ProfileState['runbooks']>();
  const lines = new Map<string, LoadedProfile['lines']>();
  return ({ profiles, ...rest }) => ({
    ...rest,
    kind: 'loaded',
    profiles: profiles.map(({ about, dashboards, runbooks: told, lines: now, ...profile }) => {
      const { name } = about;
      if (told !== undefined) runbooks.set(name, told);
      if (now !== undefined) lines.set(name, now);
      const all = dashboards.flatMap(({ uid, now: dashboard }) => {
        if (dashboard !== undefined) known.set(`${name}/${uid}`, dashboard);
        return known.get(`${name}/${uid}`) ?? [];
      });
      return {
        ...profile,
        state: { ...about, runbooks: runbooks.get(name) ?? {}, dashboards: all.map(({ state }) => state) },
        samples: Object.assign({}, ...all.map(({ samples }) => samples)),
        events: Object.fromEntries(all.map(({ state, events }) => [state.uid, events])),
        lines: lines.get(name) ?? [],
      };
    }),
  });
}
