/** The preview's server: on 127.0.0.1 alone. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { shownAddress } from '../../lib/catalogue/reading/address.ts';
import { Refused } from '../../lib/cli/run.ts';
import type { OpenOutcome, PreviewState } from '../protocol.ts';
import { newsSince } from '../state-news.ts';
import { panelData, variableValues } from './data.ts';
import { type Editor, editorIn, fileOfPlace, openIn } from './editor.ts';
import { sendFile } from './files.ts';
import { HEADERS, isOwn } from './guard.ts';
import { lentFile } from './lent.ts';
import { dataRequest, openRequest, tryRequest } from './request.ts';
import { type News, type State, startState } from './state.ts';
import { isRefusal } from './write/refusal.ts';

export interface ServerOptions {
  readonly root: string;
  /** Where the page lies; in `preview/build` of the project, unless told. */
  readonly page?: string;
  /** Any free one unless told. */
  readonly port?: number;
  readonly prometheus?: string;
  readonly loki?: string;
  readonly mode: 'watch' | 'once';
  /** Told each time there is something else to show. */
  readonly onState?: (state: PreviewState) => void;
}

export interface Preview {
  readonly url: string;
  readonly state: State;
  stop(): Promise<void>;
}

const MOST_BODY = 1_000_000;
/**
 * Starts the server and loads the definitions.
 *
 * @throws Error when the port is taken
 */
export async function startPreview(options: ServerOptions): Promise<Preview> {
  const { root, page = join(root, 'preview/build'), port = 0, prometheus, loki, mode, onState } = options;
  const source = { ...(prometheus === undefined ? {} : { prometheus }), ...(loki === undefined ? {} : { loki }) };
  const pages = new Set<ServerResponse>();
  const tell = (news: News): void => {
    const now = state.now();
    const { version, status } = now;
    if (news === 'state' || status.phase === 'slow') onState?.(now);
    const text = news === 'state' ? event(version) : `event: status\n${event(status)}`;
    for (const page of pages) page.write(text);
  };
  const shown = Object.fromEntries(Object.entries(source).map(([kind, url]) => [kind, shownAddress(url)]));
  const editor = editorIn(process.env);
  const state: State = startState({
    root,
    source: shown,
    mode,
    onChange: (news) => queueMicrotask(() => tell(news)),
    ...(editor === undefined ? {} : { editor: editor.name }),
  });
  const sent = new Map<number, PreviewState>();
  const server = createServer((request, response) => {
    if (!isOwn(request, portOf(server))) return refuse(response, 403, 'Only for pages of this server itself.');
    answer(request, response, { root, page, state, source, pages, sent, editor }).catch((error: unknown) => {
      refuse(response, 500, error instanceof Error ? error.message : String(error));
    });
  });
  await listening(server, port).catch((error: unknown) => {
    state.stop();
    throw error;
  });
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    state,
    stop: () =>
      new Promise((resolve) => {
        state.stop();
        for (const page of pages) page.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = `Port ${port} of 127.0.0.1 is taken; give another with --port, or none for any free one.`;
      reject('code' in error && error.code === 'EADDRINUSE' ? new Refused(taken) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface Context {
  readonly root: string;
  readonly page: string;
  readonly state: State;
  readonly source: { readonly prometheus?: string; readonly loki?: string };
  readonly pages: Set<ServerResponse>;
  /** The last states that were sent, by their versions. */
  readonly sent: Map<number, PreviewState>;
  readonly editor: Editor | undefined;
}

async function answer(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const asked = request.url ?? '/';
  if (!URL.canParse(asked, 'http://127.0.0.1')) return refuse(response, 400, 'That is no address.');
  const { pathname: path, searchParams } = new URL(asked, 'http://127.0.0.1');
  if (path === '/api/state') return sendState(response, Number(searchParams.get('after')), context);
  if (path === '/api/events') return follow(response, context);
  if (path === '/api/data' && request.method === 'POST') return await data(request, response, context);
  if (path === '/api/try' && request.method === 'POST') return await tried(request, response, context);
  if (path === '/api/write' && request.method === 'POST') return await write(request, response, context);
  if (path === '/api/undo' && request.method === 'POST') return await undo(request, response, context);
  if (path === '/api/open' && request.method === 'POST') return await opened(request, response, context);
  if (path === '/api/variable') return await variable(response, searchParams, context);
  if (request.method !== 'GET') return refuse(response, 405, 'Nothing is to be sent there.');
  if (sendFile(response, path, [context.page])) return;
  // Of a page that is packed, what is lent lies beside it.
  const lent = lentFile(path);
  if (lent !== undefined && sendFile(response, lent.path, [join(context.root, 'preview/node_modules', lent.folder)]))
    return;
  // Links between dashboards lead to /d/<uid>, as in Grafana.
  if (path === '/' || path.startsWith('/d/')) return page(response, context.page);
  refuse(response, 404, 'There is nothing of that name.');
}

/** Two pages may be behind by a few versions each. */
const MOST_SENT = 8;

/** What a page that has the state of version `after` does not have yet; all of it where that is too long ago. */
function sendState(response: ServerResponse, after: number, { state, sent }: Context): void {
  const now = state.now();
  json(response, newsSince(sent.get(after), now));
  sent.set(now.version, now);
  for (const old of [...sent.keys()].slice(0, -MOST_SENT)) sent.delete(old);
}

function page(response: ServerResponse, folder: string): void {
  if (!sendFile(response, '/index.html', [folder])) refuse(response, 500, 'The page is not built.');
}

async function data(request: IncomingMessage, response: ServerResponse, { state, source }: Context): Promise<void> {
  await state.drawn;
  const loaded = state.loaded();
  const asked = dataRequest(await bodyOf(request));
  if (asked === undefined) return refuse(response, 400, 'That is no question for the data of a panel.');
  const found = loaded === undefined ? undefined : await panelData(loaded, source, asked);
  if (found === undefined) return refuse(response, 404, 'There is no such panel any more.');
  json(response, found);
}

async function tried(request: IncomingMessage, response: ServerResponse, { state }: Context): Promise<void> {
  const asked = tryRequest(await bodyOf(request));
  if (asked === undefined) return refuse(response, 400, 'Those are no settings to try.');
  const outcome = await state.tried(asked);
  if (outcome.kind === 'refused') return refuse(response, 409, outcome.message);
  json(response, outcome.dashboard);
}

/** Of one panel at a time: what else is tried on the page stays tried. */
async function write(request: IncomingMessage, response: ServerResponse, { state }: Context): Promise<void> {
  const asked = tryRequest(await bodyOf(request));
  if (asked?.changes.length !== 1) return refuse(response, 400, 'That is no change of one panel.');
  const written = await state.write(asked);
  if (isRefusal(written)) return refuse(response, 409, written.refused);
  json(response, written);
}

async function undo(request: IncomingMessage, response: ServerResponse, { state }: Context): Promise<void> {
  const refused = await state.undo(await bodyOf(request));
  if (refused !== undefined) return refuse(response, 409, refused.refused);
  json(response, {});
}

async function opened(request: IncomingMessage, response: ServerResponse, { root, editor }: Context): Promise<void> {
  const place = openRequest(await bodyOf(request));
  const file = place === undefined ? undefined : fileOfPlace(root, place);
  if (file === undefined) return refuse(response, 400, 'That is no place in the definitions.');
  if (editor !== undefined) await openIn(editor, file);
  const outcome: OpenOutcome = editor === undefined ? 'no editor' : 'opened';
  json(response, { outcome });
}

async function variable(response: ServerResponse, query: URLSearchParams, { state, source }: Context): Promise<void> {
  const loaded = state.loaded();
  const [profile, dashboard, name] = ['profile', 'dashboard', 'variable'].map((key) => query.get(key) ?? '');
  if (loaded === undefined || profile === undefined || dashboard === undefined || name === undefined) {
    return refuse(response, 404, 'Nothing is loaded.');
  }
  const values = await variableValues(loaded, source, { profile, dashboard, variable: name });
  json(response, { values: values ?? null });
}

function follow(response: ServerResponse, { pages, state }: Context): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
  response.write(event(state.now().version));
  pages.add(response);
  response.on('close', () => pages.delete(response));
}

function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > MOST_BODY) throw new Error('The request is too long.');
  }
  return body;
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (!response.headersSent) response.writeHead(status, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${message}\n`);
}
