/** The page's questions to its server. */
import type { DataAnswer, DataRequest, PreviewState } from '../protocol.ts';

/** What is to be shown at the moment. */
export async function fetchState(): Promise<PreviewState> {
  return await read(await fetch('/api/state'));
}

/** One panel's data. */
export async function fetchData(request: DataRequest, signal: AbortSignal): Promise<DataAnswer> {
  return await read(await fetch('/api/data', { method: 'POST', body: JSON.stringify(request), signal }));
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

/** Calls back whenever there is a new state, and when the server is gone. Returns what ends it. */
export function follow(onNews: () => void, onGone: () => void): () => void {
  const events = new EventSource('/api/events');
  events.onmessage = onNews;
  events.onerror = onGone;
  return () => events.close();
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error((await response.text()).trim());
  // The server and this page share one protocol.
  return (await response.json()) as T;
}
