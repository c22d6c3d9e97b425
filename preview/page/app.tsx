/** The whole page. */
import { createTheme, ThemeContext } from '@grafana/data';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import type { DashboardState, PanelJson, PreviewState, ProfileState } from '../protocol.ts';
import { About } from './about.tsx';
import { Chip } from './chrome/chip.tsx';
import { Navigation } from './chrome/navigation.tsx';
import { Toolbar } from './chrome/toolbar.tsx';
import { type Pointer, PointerContext, type Shown, ShownContext } from './context.ts';
import { EventsContext, useEvents } from './events.ts';
import { Grid } from './grid.tsx';
import type { Place } from './place.ts';
import { repeated } from './repeat.ts';
import { useAnchor, usePlace, usePreview, useTicks } from './store.ts';
import { durationMs, fixedRange, spanOf } from './time.ts';
import { showProblem, wayToProblem } from './to-problem.ts';
import { TriedContext, useTrying } from './tried.ts';
import { Troubles } from './troubles.tsx';
import { chosenOf, useValues } from './variables.ts';

export function App() {
  const { state, connection } = usePreview();
  const [place, go] = usePlace();
  const theme = useMemo(() => createTheme({ colors: { mode: place.theme } }), [place.theme]);
  useEffect(() => {
    document.documentElement.dataset.theme = place.theme;
  }, [place.theme]);
  const profile = state?.profiles.find(({ name }) => name === place.profile) ?? state?.profiles[0];
  const dashboard = profile?.dashboards.find(({ uid }) => uid === place.dashboard) ?? profile?.dashboards[0];
  const toProblem = (): void => {
    const way = state === undefined ? undefined : wayToProblem(state, dashboard);
    if (way !== undefined) go(way);
    showProblem();
  };
  useEffect(() => {
    document.title = `${dashboard?.title ?? 'Dashboards'} – preview`;
  }, [dashboard?.title]);
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <div className={place.picture ? 'page picture' : 'page'}>
        {!place.picture && <Navigation state={state} profile={profile} dashboard={dashboard} onGo={go} />}
        <main>
          <header className="top">
            <h1>{dashboard?.title ?? 'Dashboards'}</h1>
            {place.picture ? (
              <span className="note">preview</span>
            ) : (
              <Chip status={state?.status} connection={connection} onProblem={toProblem} />
            )}
          </header>
          {state !== undefined && state.troubles.length > 0 && <Troubles troubles={state.troubles} />}
          {state !== undefined && profile !== undefined && dashboard !== undefined && (
            <Dashboard key={`${profile.name} ${dashboard.uid}`} {...{ state, profile, dashboard, place, go, theme }} />
          )}
        </main>
      </div>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

interface DashboardProps {
  readonly state: PreviewState;
  readonly profile: ProfileState;
  readonly dashboard: DashboardState;
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
  readonly theme: Shown['theme'];
}

function Dashboard({ state, profile, dashboard: saved, place, go, theme }: DashboardProps) {
  const { drawn: dashboard, changes, refusals, onTry } = useTrying(profile.name, saved);
  const [open, setOpen] = useState<number>();
  const range = place.range ?? dashboard;
  const live = state.source.prometheus !== undefined || state.source.loki !== undefined;
  const { tick, again } = useTicks(durationMs(place.refresh ?? (live ? dashboard.refresh : '')));
  const { from, to } = range;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each tick is another now
  const span = useMemo(() => spanOf({ from, to }, Date.now()), [from, to, tick]);
  const source = live ? 'live' : 'samples';
  const values = useValues(profile.name, dashboard, source);
  const anchor = useAnchor(range, span, dashboard);
  const shown = useMemo(
    (): Shown => ({
      profile: profile.name,
      dashboard,
      theme,
      timeZone: dashboard.timezone,
      span,
      anchor,
      variables: place.variables,
      source,
      onOpen: setOpen,
    }),
    [profile.name, dashboard, theme, span, anchor, place.variables, source],
  );
  const pointer = useMemo(
    (): Pointer => ({
      crosshair: dashboard.graphTooltip,
      onZoom: (to) => go({ range: fixedRange(to) }),
    }),
    [dashboard.graphTooltip, go],
  );
  const { events, isLoading, errors } = useEvents(shown);
  const marked = useMemo(() => events.filter(({ name }) => !place.without.includes(name)), [events, place.without]);
  const triedIds = [...changes.keys()].join(' ');
  const marks = useMemo(() => new Set(triedIds.split(' ').map(Number)), [triedIds]);
  const valuesOf = chosenOf(dashboard.variables, values, place.variables);
  return (
    <ShownContext.Provider value={shown}>
      {!place.picture && <Toolbar {...{ shown, values, place, go, state, errors }} onAgain={again} />}
      {dashboard.troubles.length > 0 && <Troubles troubles={dashboard.troubles} />}
      <PointerContext.Provider value={pointer}>
        <EventsContext.Provider value={marked}>
          <TriedContext.Provider value={marks}>
            <Grid
              panels={repeated(dashboard.panels, valuesOf)}
              infos={dashboard.infos}
              rows={place.picture ? 'open' : 'as defined'}
              state={isLoading ? 'loading' : 'drawn'}
            />
          </TriedContext.Provider>
        </EventsContext.Provider>
      </PointerContext.Provider>
      {open !== undefined && (
        <About
          {...panelOf(dashboard, open)}
          saved={panelOf(saved, open)}
          change={changes.get(open)?.change}
          refusals={refusals}
          onTry={(change) => onTry(open, change)}
          onClose={() => setOpen(undefined)}
          onGo={go}
        />
      )}
    </ShownContext.Provider>
  );
}

function panelOf({ panels, infos }: DashboardState, wanted: number) {
  const all = panels.flatMap((each): readonly PanelJson[] => [each, ...(each.panels ?? [])]);
  return { panel: all.find(({ id }) => id === wanted), info: infos.find(({ id }) => id === wanted) };
}
