/** Settings tried in the page: the server makes the dashboard that they would give, and nothing is saved. */
import { createContext, useEffect, useState } from 'react';
import { newTroubles } from '../new-troubles.ts';
import type { DashboardState, PanelInfo, PanelJson, Tried, Trouble } from '../protocol.ts';
import { fetchTried } from './api.ts';
import { reused } from './reused.ts';

/** The panels that stand there with other settings than their definitions have. */
export const TriedContext = createContext<ReadonlySet<number>>(new Set());

/** While somebody types, the server is not asked for every letter. */
const QUIET_MS = 120;

interface Change {
  readonly change: Tried;
  /** Of the saved panel that it changes: a panel that is saved is shown as it is saved. */
  readonly mark: string | undefined;
}

interface Answer {
  /** What was asked. */
  readonly to: string;
  readonly dashboard: DashboardState;
  readonly error?: string;
}

export interface Trying {
  /** The dashboard as it would be. */
  readonly drawn: DashboardState;
  readonly changes: ReadonlyMap<number, Change>;
  /** What the rules say against it, or why it cannot be made; undefined until it is known. */
  readonly refusals: readonly Trouble[] | undefined;
  readonly onTry: (panel: number, change: Tried) => void;
}

/** A dashboard with what is tried on its panels. */
export function useTrying(profile: string, saved: DashboardState): Trying {
  const [all, setAll] = useState<ReadonlyMap<number, Change>>(new Map());
  const [answer, setAnswer] = useState<Answer>();
  const changes = stillTried(all, saved);
  const isTrying = changes.size > 0;
  const wanted = JSON.stringify([...changes].map(([panel, { change }]) => ({ panel, change })));
  // A panel's mark stands for its definition: what is tried on others is asked for again with what was saved.
  useEffect(() => {
    if (!isTrying) return setAnswer(undefined);
    const asking = new AbortController();
    const ask = (): void => {
      fetchTried({ profile, dashboard: saved.uid, changes: JSON.parse(wanted) }, asking.signal).then(
        (next) => setAnswer((before) => ({ to: wanted, dashboard: reused(before?.dashboard ?? saved, next) })),
        (error: unknown) => {
          const message = error instanceof Error ? error.message : String(error);
          if (!asking.signal.aborted) setAnswer({ to: wanted, dashboard: saved, error: message });
        },
      );
    };
    const timer = setTimeout(ask, QUIET_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [isTrying, wanted, profile, saved]);
  const drawn = isTrying ? (answer?.dashboard ?? saved) : saved;
  return {
    drawn,
    changes,
    refusals: answer?.to === wanted ? refusalsOf(drawn, saved, answer.error) : undefined,
    onTry: (panel, change) => setAll(withChange(changes, panel, { change, mark: markOf(saved, panel) })),
  };
}

function withChange(changes: ReadonlyMap<number, Change>, panel: number, next: Change): ReadonlyMap<number, Change> {
  const all = new Map(changes);
  if (Object.keys(next.change).length === 0) all.delete(panel);
  else all.set(panel, next);
  return all;
}

function markOf({ infos }: DashboardState, panel: number): string | undefined {
  return infos.find(({ id }) => id === panel)?.mark;
}

function stillTried(changes: ReadonlyMap<number, Change>, saved: DashboardState): ReadonlyMap<number, Change> {
  return new Map([...changes].filter(([panel, { mark }]) => markOf(saved, panel) === mark));
}

/** Why it cannot be made, or what the rules say against it. */
function refusalsOf(drawn: DashboardState, saved: DashboardState, error: string | undefined): readonly Trouble[] {
  if (error !== undefined) return [{ what: 'It cannot be tried.', by: 'error', lines: [error] }];
  return newTroubles(drawn, saved);
}

/** What of a change is another setting than the panel has. */
export function changed(change: Tried, panel: PanelJson, info: PanelInfo): Tried {
  const { title, display, width, thresholds } = change;
  return {
    ...(title === undefined || title === panel.title ? {} : { title }),
    ...(display === undefined || display === info.display ? {} : { display }),
    ...(width === undefined || width === panel.gridPos.w ? {} : { width }),
    ...(thresholds === undefined || isSame(thresholds, info.thresholds) ? {} : { thresholds }),
  };
}

function isSame(a: Tried['thresholds'], b: Tried['thresholds']): boolean {
  const levels = ['warning', 'critical'] as const;
  return a?.direction === b?.direction && levels.every((level) => a?.at[level] === b?.at[level]);
}
