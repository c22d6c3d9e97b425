/** What all panels of a page share. */
import type { GrafanaTheme2 } from '@grafana/data';
import { DashboardCursorSync } from '@grafana/schema';
import { createContext } from 'react';
import type { Chosen, DashboardState, DataRequest, Span } from '../protocol.ts';

/** What is shared of a dashboard: the same object as long as only its panels change, which each are drawn by themselves. */
export type SharedOfDashboard = Pick<
  DashboardState,
  'uid' | 'variables' | 'annotations' | 'links' | 'from' | 'to' | 'refresh'
>;

export interface Shown {
  readonly profile: string;
  readonly dashboard: SharedOfDashboard;
  readonly theme: GrafanaTheme2;
  readonly timeZone: string;
  readonly span: Span;
  /** What samples are spread over while a part of it is shown. */
  readonly anchor: Span | undefined;
  readonly variables: Chosen;
  /** Where data comes from: panels say it when they are drawn from samples. */
  readonly source: 'samples' | 'live';
  readonly onOpen: (panel: number) => void;
}

export const ShownContext = createContext<Shown | undefined>(undefined);

/** What the server is asked for anything that is shown. */
export function questionOf(shown: Shown, points: number): Omit<DataRequest, 'panel'> {
  const { profile, dashboard, span, anchor, variables } = shown;
  return { profile, dashboard: dashboard.uid, ...span, points, variables, ...(anchor === undefined ? {} : { anchor }) };
}

/** What the pointer does over every graph. */
export interface Pointer {
  /** Whether the moment under it is shown in the other panels. */
  readonly crosshair: DashboardCursorSync;
  readonly onZoom: (span: Span) => void;
}

export const PointerContext = createContext<Pointer>({
  crosshair: DashboardCursorSync.Off,
  onZoom: () => undefined,
});
