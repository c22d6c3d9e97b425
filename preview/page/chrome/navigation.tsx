/** All dashboards in their folders, and a search over them and their panels. */
import { useContext } from 'react';
import type { DashboardState, PreviewState, ProfileState } from '../../protocol.ts';
import type { Place } from '../place.ts';
import { type Found, firstOf, type Hit, search } from '../search.ts';
import { unlike } from '../unlike.ts';
import { PlaceLink, WayContext } from '../way.tsx';

interface Props {
  readonly state: PreviewState | undefined;
  readonly profile: ProfileState | undefined;
  readonly dashboard: DashboardState | undefined;
}

export function Navigation({ state, profile, dashboard }: Props) {
  const { place, go } = useContext(WayContext);
  const found = search(profile?.dashboards ?? [], place.search);
  const folders = [...new Set(found.map(({ dashboard: { folder } }) => folder))];
  return (
    <nav aria-label="Dashboards">
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const first = place.search.trim() === '' ? undefined : firstOf(found);
            if (first !== undefined) go(first);
          }}
        >
          <input
            type="search"
            placeholder="Search"
            aria-label="Search dashboards and panels"
            aria-describedby="search-keys"
            value={place.search}
            onChange={(event) => go({ search: event.target.value })}
          />
          <small id="search-keys">{place.search === '' ? '' : 'Enter leads to the first'}</small>
        </form>
      </search>
      {folders.map((folder) => (
        <section key={folder}>
          <h2>{folder}</h2>
          <ul>
            {found
              .filter((each) => each.dashboard.folder === folder)
              .map((each) => (
                <Entry key={each.dashboard.uid} found={each} isCurrent={each.dashboard.uid === dashboard?.uid} />
              ))}
          </ul>
        </section>
      ))}
      {profile !== undefined && found.length === 0 && <p role="status">Nothing of that name.</p>}
      {(state?.profiles.length ?? 0) > 1 && (
        <label>
          Profile{' '}
          <select value={profile?.name} onChange={(event) => go({ profile: event.target.value })}>
            {state?.profiles.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
    </nav>
  );
}

const MOST_HITS = 6;

function Entry({ found: { dashboard, hits }, isCurrent }: { readonly found: Found; readonly isCurrent: boolean }) {
  const more = hits.length - MOST_HITS;
  return (
    <li>
      <PlaceLink to={dashboardPlace(dashboard)} current={isCurrent}>
        {titleIn(dashboard)}
      </PlaceLink>
      {hits.length > 0 && (
        <ul className="hits">
          {unlike(hits.slice(0, MOST_HITS), hitText).map(([key, { text, panel }]) => (
            <li key={key}>
              <PlaceLink to={{ dashboard: dashboard.uid, panel, about: false }}>{text}</PlaceLink>
            </li>
          ))}
          {more > 0 && <li>and {more} more</li>}
        </ul>
      )}
    </li>
  );
}

function hitText({ panel, text }: Hit): string {
  return `${panel} ${text}`;
}

/** A dashboard from its beginning. */
function dashboardPlace({ uid }: DashboardState): Partial<Place> {
  return { dashboard: uid, panel: undefined, about: false };
}

/** Without the folder, under whose name it stands. */
function titleIn({ title, folder }: DashboardState): string {
  return title.startsWith(`${folder} / `) ? title.slice(folder.length + 3) : title;
}
