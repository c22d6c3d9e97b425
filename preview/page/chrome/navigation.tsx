/** All dashboards in their folders, and a search over them and their panels. */
import { useState } from 'react';
import type { DashboardState, PreviewState, ProfileState } from '../../protocol.ts';
import { addressOf, type Place, placeOf } from '../place.ts';

interface Props {
  readonly state: PreviewState | undefined;
  readonly profile: ProfileState | undefined;
  readonly dashboard: DashboardState | undefined;
  readonly onGo: (change: Partial<Place>) => void;
}

export function Navigation({ state, profile, dashboard, onGo }: Props) {
  const [wanted, setWanted] = useState('');
  const found = (profile?.dashboards ?? []).filter((each) => matches(each, wanted));
  const folders = [...new Set(found.map(({ folder }) => folder))];
  return (
    <nav aria-label="Dashboards">
      <input
        type="search"
        placeholder="Search"
        aria-label="Search dashboards and panels"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {folders.map((folder) => (
        <section key={folder}>
          <h2>{folder}</h2>
          <ul>
            {found
              .filter((each) => each.folder === folder)
              .map((each) => (
                <li key={each.uid}>
                  <DashboardLink of={each} isCurrent={each.uid === dashboard?.uid} onGo={onGo} />
                  <Hits of={each} wanted={wanted} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      {profile !== undefined && found.length === 0 && <p>Nothing of that name.</p>}
      {(state?.profiles.length ?? 0) > 1 && (
        <label>
          Profile{' '}
          <select value={profile?.name} onChange={(event) => onGo({ profile: event.target.value })}>
            {state?.profiles.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
    </nav>
  );
}

interface LinkProps {
  readonly of: DashboardState;
  readonly isCurrent: boolean;
  readonly onGo: Props['onGo'];
}

function DashboardLink({ of, isCurrent, onGo }: LinkProps) {
  const { variables: _, ...place } = placeOf(window.location);
  return (
    <a
      href={addressOf({ ...place, variables: {}, dashboard: of.uid })}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onGo({ dashboard: of.uid });
      }}
    >
      {of.title.startsWith(`${of.folder} / `) ? of.title.slice(of.folder.length + 3) : of.title}
    </a>
  );
}

const MOST_HITS = 6;

function Hits({ of, wanted }: { of: DashboardState; wanted: string }) {
  if (wanted === '') return null;
  const hits = panelTitles(of).filter((title) => title.toLowerCase().includes(wanted.toLowerCase()));
  return (
    <ul className="hits">
      {hits.slice(0, MOST_HITS).map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}

function panelTitles({ panels }: DashboardState): readonly string[] {
  return panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]).map(({ title }) => title);
}

function matches(dashboard: DashboardState, wanted: string): boolean {
  const words = [dashboard.title, ...dashboard.tags, ...panelTitles(dashboard)].join('\n').toLowerCase();
  return words.includes(wanted.toLowerCase());
}
