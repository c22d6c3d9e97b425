/** What was written into the definitions from this page, by panel: it outlives the drawer, so that it can be undone. */
import { useSyncExternalStore } from 'react';
import type { Tried, TryRequest, Written } from '../protocol.ts';
import { undoWritten, writeTried } from './api.ts';

/** How writing stands for a panel. */
export interface Writing {
  readonly phase: 'ready' | 'busy';
  /** What can be undone, the last one at the end. */
  readonly written: readonly Written[];
  /** What came of the last attempt. */
  readonly said: string;
  /** Of a refusal: what was to be written. It says nothing of another change. */
  readonly about?: string;
}

const READY: Writing = Object.freeze({ phase: 'ready', written: [], said: '' });

const all = new Map<string, Writing>();
const listeners = new Set<() => void>();

function set(key: string, next: Writing): void {
  all.set(key, next);
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** A panel of a dashboard, as it is known to the server. */
export interface PanelPlace {
  readonly profile: string;
  readonly dashboard: string;
  readonly panel: number;
}

function keyOf({ profile, dashboard, panel }: PanelPlace): string {
  return JSON.stringify([profile, dashboard, panel]);
}

/** How writing stands for a panel, and what changes it. */
export function useWriting(place: PanelPlace): Writing {
  const key = keyOf(place);
  return useSyncExternalStore(listen, () => all.get(key) ?? READY);
}

/** Writes a change into the definitions of a panel. */
export async function write({ profile, dashboard, panel }: PanelPlace, change: Tried): Promise<void> {
  const request: TryRequest = { profile, dashboard, changes: [{ panel, change }] };
  const about = JSON.stringify(change);
  await attempt(
    { profile, dashboard, panel },
    async ({ written }) => {
      const done = await writeTried(request);
      return { written: [...written, done], said: `Written to ${listed(done.places)}.` };
    },
    about,
  );
}

/** Takes back what was written last. */
export async function undo(place: PanelPlace): Promise<void> {
  await attempt(place, async ({ written }) => {
    const last = written.at(-1);
    if (last !== undefined) await undoWritten(last.id);
    return { written: written.slice(0, -1), said: 'Undone.' };
  });
}

async function attempt(
  place: PanelPlace,
  action: (before: Writing) => Promise<Pick<Writing, 'written' | 'said'>>,
  about?: string,
): Promise<void> {
  const key = keyOf(place);
  const before = all.get(key) ?? READY;
  set(key, { phase: 'busy', written: before.written, said: '' });
  try {
    set(key, { phase: 'ready', ...(await action(before)) });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const said = `${about === undefined ? 'Not undone' : 'Not written'}: ${why}`;
    // What cannot be undone now was changed by somebody, and stays as they have it.
    const written = about === undefined ? before.written.slice(0, -1) : before.written;
    set(key, { phase: 'ready', written, said, ...(about === undefined ? {} : { about }) });
  }
}

/** `a`, `a and b` or `a, b and c` */
export function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}
