/** What of a state a page does not have yet: of a megabyte of dashboards, a save touches one. */
import type { DashboardState, PreviewState, ProfileState } from './protocol.ts';

/** Left out is what is as it was. */
type ProfileNews = Pick<ProfileState, 'name' | 'site'> & {
  readonly runbooks?: ProfileState['runbooks'];
  readonly dashboards: readonly (DashboardState | { readonly uid: string; readonly isKnown: true })[];
};

export interface StateNews extends Omit<PreviewState, 'profiles'> {
  readonly profiles: readonly ProfileNews[];
}

/** What `now` has that `before` has not: the server keeps the very objects of what did not change. */
export function newsSince(before: PreviewState | undefined, now: PreviewState): StateNews {
  const known = new Map(before?.profiles.map((profile) => [profile.name, profile]));
  return {
    ...now,
    profiles: now.profiles.map(({ runbooks, dashboards, ...profile }) => {
      const old = known.get(profile.name);
      const same = new Set(old?.dashboards);
      return {
        ...profile,
        ...(old?.runbooks === runbooks ? {} : { runbooks }),
        dashboards: dashboards.map((each) => (same.has(each) ? { uid: each.uid, isKnown: true } : each)),
      };
    }),
  };
}

/** The whole state of which these are the news. */
export function withNews(before: PreviewState | undefined, news: StateNews): PreviewState {
  const known = new Map(before?.profiles.map((profile) => [profile.name, profile]));
  return {
    ...news,
    profiles: news.profiles.map(({ runbooks, dashboards, ...profile }) => {
      const old = known.get(profile.name);
      return {
        ...profile,
        runbooks: runbooks ?? old?.runbooks ?? {},
        dashboards: dashboards.flatMap((each) =>
          'isKnown' in each ? (old?.dashboards.find(({ uid }) => uid === each.uid) ?? []) : [each],
        ),
      };
    }),
  };
}
