/** The whole page. */
import { createTheme, ThemeContext } from '@grafana/data';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import { useEffect, useMemo } from 'react';
import type { PreviewState } from '../protocol.ts';
import { showProblem } from './arrive.ts';
import { Board } from './board.tsx';
import { Chip } from './chrome/chip.tsx';
import { Navigation } from './chrome/navigation.tsx';
import { Notices } from './chrome/notices.tsx';
import { noticesOf } from './notices.ts';
import { EditorContext } from './place-button.tsx';
import { Runbook } from './runbook.tsx';
import { type Connection, useMedia, usePlace, usePreview } from './store.ts';
import { wayToProblem } from './to-problem.ts';
import { Troubles } from './troubles.tsx';
import { linkFollower, WayContext } from './way.tsx';

/** Narrower than that, what stands behind a panel covers the page. */
const COVERED = '(max-width: 900px)';

export function App() {
  const { state, connection } = usePreview();
  const way = usePlace();
  const { place, go } = way;
  const theme = useMemo(() => createTheme({ colors: { mode: place.theme } }), [place.theme]);
  useEffect(() => {
    document.documentElement.dataset.theme = place.theme;
  }, [place.theme]);
  const profile = state?.profiles.find(({ name }) => name === place.profile) ?? state?.profiles[0];
  const dashboards = profile?.dashboards ?? [];
  const dashboard =
    place.dashboard === undefined ? dashboards[0] : dashboards.find(({ uid }) => uid === place.dashboard);
  const isMissing = profile !== undefined && place.dashboard !== undefined;
  const title = dashboard?.title ?? (isMissing ? 'No such dashboard' : 'Dashboards');
  useEffect(() => {
    document.title = `${title} – preview`;
  }, [title]);
  const toProblem = (): void => {
    const to = state === undefined ? undefined : wayToProblem(state, dashboard);
    if (to !== undefined) go(to);
    showProblem();
  };
  const isLive = state?.source.prometheus !== undefined || state?.source.loki !== undefined;
  const isNarrow = useMedia(COVERED);
  const isCovered = isNarrow && place.about && dashboard?.infos.some(({ key }) => key === place.panel) === true;
  const runbook = place.runbook === undefined ? undefined : profile?.runbooks[place.runbook];
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <WayContext.Provider value={way}>
        <EditorContext.Provider value={state?.editor}>
          {/* biome-ignore lint/a11y: links are followed, which the keyboard clicks as well */}
          <div
            className={place.picture ? 'page picture' : 'page'}
            data-version={state?.version}
            data-dashboard={dashboard?.uid}
            onClick={linkFollower(go, profile?.site)}
          >
            {!place.picture && (
              <div className="aside" inert={isCovered}>
                <button type="button" className="skip" onClick={skip}>
                  Skip to the panels
                </button>
                <Navigation state={state} profile={profile} dashboard={dashboard} />
              </div>
            )}
            <main>
              <div className={!place.picture && isTroubled(state, connection) ? 'head stays' : 'head'}>
                <header className="top" inert={isCovered}>
                  <h1>{title}</h1>
                  {place.picture ? (
                    <span className="note">preview, {isLive ? 'live data' : 'sample data'}</span>
                  ) : (
                    <Chip status={state?.status} connection={connection} onProblem={toProblem} />
                  )}
                </header>
                {state !== undefined && state.troubles.length > 0 && <Troubles troubles={state.troubles} />}
              </div>
              {state !== undefined && <Notices notices={noticesOf(place, state, { profile, dashboard })} />}
              {profile === undefined && state?.status.phase !== 'failed' && <p className="first">{FIRST}</p>}
              {state !== undefined && profile !== undefined && dashboard !== undefined && (
                <Board
                  key={`${profile.name} ${dashboard.uid}`}
                  {...{ state, profile, dashboard, way, theme, isCovered }}
                />
              )}
            </main>
            {place.runbook !== undefined && runbook !== undefined && (
              <Runbook
                name={place.runbook}
                text={runbook}
                address={profile?.site.runbooks ?? ''}
                onClose={() => go({ runbook: undefined })}
              />
            )}
          </div>
        </EditorContext.Provider>
      </WayContext.Provider>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

const FIRST =
  'The dashboards appear here as soon as their definitions are loaded: seconds, on a busy machine half a minute.';

/** Whether the viewer has to know, however far down the page they are. */
function isTroubled(state: PreviewState | undefined, connection: Connection): boolean {
  return connection === 'gone' || (state?.status.problems ?? 0) > 0 || state?.status.phase === 'failed';
}

/** No link, since the address stays: it says where the viewer is. */
function skip(): void {
  document.getElementById('panels')?.focus();
}
