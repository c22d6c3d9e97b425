/** One dashboard: its toolbar, its panels, and what stands behind one of them. */
import { useEffect, useMemo, useRef } from 'react';
import type { DashboardState, PanelJson, PreviewState, ProfileState } from '../protocol.ts';
import { About } from './about.tsx';
import { showPanel } from './arrive.ts';
import { Notices } from './chrome/notices.tsx';
import { Toolbar } from './chrome/toolbar.tsx';
import { type Pointer, PointerContext, type Shown, ShownContext } from './context.ts';
import { EventsContext, useEvents } from './events.ts';
import { Grid } from './grid.tsx';
import { valueNotices } from './notices.ts';
import { repeated } from './repeat.ts';
import { useAnchor, useTicks, type Way } from './store.ts';
import { durationMs, fixedRange, spanOf } from './time.ts';
import { TriedContext, useTrying } from './tried.ts';
import { Troubles } from './troubles.tsx';
import { chosenOf, useValues } from './variables.ts';

interface Props {
  readonly state: PreviewState;
  readonly profile: ProfileState;
  readonly dashboard: DashboardState;
  readonly way: Way;
  readonly theme: Shown['theme'];
  /** Whether what stands behind a panel covers everything else. */
  readonly isCovered: boolean;
}

export function Board({ state, profile, dashboard: saved, way: { place, go, arrivals }, theme, isCovered }: Props) {
  const { drawn: dashboard, changes, refusals, onTry } = useTrying(profile.name, saved);
  const range = place.range ?? dashboard;
  const live = state.source.prometheus !== undefined || state.source.loki !== undefined;
  const refresh = place.refresh ?? (live ? dashboard.refresh : '');
  const { tick, again } = useTicks(durationMs(refresh));
  const { from, to } = range;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each tick is another now
  const span = useMemo(() => spanOf({ from, to }, Date.now()), [from, to, tick]);
  const source = live ? 'live' : 'samples';
  const values = useValues(profile.name, dashboard, source);
  const anchor = useAnchor(range, span, dashboard);
  const { uid, variables, annotations, links, timezone } = dashboard;
  const shared = useMemo(
    () => ({ uid, variables, annotations, links, from: dashboard.from, to: dashboard.to, refresh: dashboard.refresh }),
    [uid, variables, annotations, links, dashboard.from, dashboard.to, dashboard.refresh],
  );
  const infos = useRef(dashboard.infos);
  infos.current = dashboard.infos;
  const shown = useMemo(
    (): Shown => ({
      profile: profile.name,
      dashboard: shared,
      theme,
      timeZone: timezone,
      span,
      anchor,
      variables: place.variables,
      source,
      onOpen: (id) => {
        const panel = infos.current.find((info) => info.id === id)?.key;
        if (panel !== undefined) go({ panel, about: true });
      },
    }),
    [profile.name, shared, theme, timezone, span, anchor, place.variables, source, go],
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
  const unknown = place.picture ? [] : valueNotices(dashboard.variables, values, place.variables);
  const valuesOf = chosenOf(dashboard.variables, values, place.variables);
  const { panel: wanted, about } = place;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each arrival leads there, at the same panel too
  useEffect(() => {
    if (wanted !== undefined) showPanel(wanted, about ? 'stays' : 'moves');
  }, [arrivals]);
  const open = about ? dashboard.infos.find(({ key }) => key === wanted) : undefined;
  const panel = open === undefined ? undefined : panelOf(dashboard, open.id);
  return (
    <ShownContext.Provider value={shown}>
      <PointerContext.Provider value={pointer}>
        <EventsContext.Provider value={marked}>
          <TriedContext.Provider value={marks}>
            <div inert={isCovered}>
              {!place.picture && <Toolbar {...{ shown, values, place, go, state, refresh, errors }} onAgain={again} />}
              {unknown.length > 0 && <Notices notices={unknown} />}
              {dashboard.troubles.length > 0 && <Troubles troubles={dashboard.troubles} />}
              <Grid
                panels={repeated(dashboard.panels, valuesOf)}
                infos={dashboard.infos}
                rows={place.picture ? 'open' : place.rows}
                wanted={wanted}
                onTurn={(row, to) => go({ rows: { ...place.rows, [row]: to } })}
                state={isLoading ? 'loading' : 'drawn'}
              />
            </div>
            {open !== undefined && panel !== undefined && (
              <About
                panel={panel}
                info={open}
                saved={{ panel: panelOf(saved, open.id), info: saved.infos.find(({ id }) => id === open.id) }}
                change={changes.get(open.id)?.change}
                refusals={refusals}
                covers={isCovered}
                onTry={(change) => onTry(open.id, change)}
                onClose={() => go({ about: false })}
              />
            )}
          </TriedContext.Provider>
        </EventsContext.Provider>
      </PointerContext.Provider>
    </ShownContext.Provider>
  );
}

function panelOf({ panels }: DashboardState, wanted: number): PanelJson | undefined {
  return panels.flatMap((each): readonly PanelJson[] => [each, ...(each.panels ?? [])]).find(({ id }) => id === wanted);
}
