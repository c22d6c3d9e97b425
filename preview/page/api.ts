/** The page's questions to its server. */

import type {
  DashboardState,
  DataAnswer,
  DataRequest,
  OpenOutcome,
  PreviewState,
  Status,
  TryRequest,
  Written,
} from '../protocol.ts';
import { type StateNews, withNews } from '../state-news.ts';

/** What is to be shown at the moment; the server is told what is known, and sends the rest. */
export async function fetchState(known: PreviewState | undefined): Promise<PreviewState> {
  const after = known === undefined ? '' : `?after=${known.version}`;
  return withNews(known, await read<StateNews>(await fetch(`/api/state${after}`)));
}

/** One panel's data. */
export async function fetchData(request: DataRequest, signal: AbortSignal): Promise<DataAnswer> {
  return await read(await fetch('/api/data', { method: 'POST', body: JSON.stringify(request), signal }));
}

/** A dashboard with what is tried in its place, resolved and checked as if it were saved. */
export async function fetchTried(request: TryRequest, signal: AbortSignal): Promise<DashboardState> {
  return await read(await fetch('/api/try', { method: 'POST', body: JSON.stringify(request), signal }));
}

/** Writes what is tried into the definitions. */
export async function writeTried(request: TryRequest): Promise<Written> {
  return await read(await fetch('/api/write', { method: 'POST', body: JSON.stringify(request) }));
}

/** Takes back what was written. */
export async function undoWritten(id: string): Promise<void> {
  await read(await fetch('/api/undo', { method: 'POST', body: id }));
}

/** Opens a place of the definitions in the editor of whoever started the server. */
export async function openPlace(place: string): Promise<OpenOutcome> {
  const { outcome } = await read<{ readonly outcome: OpenOutcome }>(
    await fetch('/api/open', { method: 'POST', body: JSON.stringify({ place }) }),
  );
  return outcome;
}

/** The values of a variable that the real server knows; nothing where samples are shown. */
export async function fetchValues(place: {
  readonly profile: string;
  readonly dashboard: string;
  readonly variable: string;
}): Promise<readonly string[] | null> {
  const { values } = await read<{ readonly values: readonly string[] | null }>(
    await fetch(`/api/variable?${new URLSearchParams(place)}`),
  );
  return values;
}

export interface Listener {
  /** There is another state to fetch. */
  news(): void;
  /** Nothing is to be drawn yet, but the chip has something to say. */
  status(status: Status): void;
  gone(): void;
}

/**
 * Listens to the server while somebody can see the page. Returns what ends it.
 *
 * A browser keeps six connections to one host, for all its tabs together: six dashboards in tabs that all listen would
 * leave none for what a page asks. The server begins with what there is, so that a tab which is seen again catches up.
 */
export function follow(listener: Listener): () => void {
  let events: EventSource | undefined;
  const listen = (): void => {
    events?.close();
    events = document.visibilityState === 'visible' ? listened(listener) : undefined;
  };
  listen();
  document.addEventListener('visibilitychange', listen);
  return () => {
    document.removeEventListener('visibilitychange', listen);
    events?.close();
  };
}

function listened({ news, status, gone }: Listener): EventSource {
  const events = new EventSource('/api/events');
  events.onmessage = news;
  // The server and this page share one protocol.
  events.addEventListener('status', ({ data }: MessageEvent<string>) => status(JSON.parse(data) as Status));
  events.onerror = gone;
  return events;
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error((await response.text()).trim());
  // The server and this page share one protocol.
  return (await response.json()) as T;
}
