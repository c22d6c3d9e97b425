/** A stand-in for GitHub's API on this machine, for tests: pull requests, their comments, pages, and what goes wrong. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandInPull {
  readonly number: number;
  readonly sha: string;
  readonly repository?: string;
  readonly branch?: string;
}

export interface StandInComment {
  readonly id: number;
  body: string;
  readonly author: string;
}

/** An answer in place of the right one. */
export interface Trouble {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
}

export interface StandIn {
  readonly url: string;
  pulls: StandInPull[];
  comments: Map<number, StandInComment[]>;
  /** Taken one by one, by requests whose method and path begin so. */
  troubles: { readonly of: string; readonly answers: Trouble[] }[];
  /** `POST /repos/shop/monitoring/issues/7/comments` and so on, in order. */
  readonly asked: string[];
  /** Runs before a request is answered. */
  before: (request: string) => void;
  close(): Promise<void>;
}

const REPOSITORY = 'shop/monitoring';

/** Starts it on a free port. */
export async function standIn(): Promise<StandIn> {
  const state: Omit<StandIn, 'url' | 'close'> = {
    pulls: [],
    comments: new Map(),
    troubles: [],
    asked: [],
    before: () => undefined,
  };
  const server = createServer((request, response) => void answer(state, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return Object.assign(state, { url: `http://127.0.0.1:${port}`, close });
}

type State = Omit<StandIn, 'url' | 'close'>;

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const asked = `${request.method ?? ''} ${url.pathname}`;
  state.asked.push(asked);
  state.before(asked);
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const trouble = state.troubles.find(({ of, answers }) => asked.startsWith(of) && answers.length > 0)?.answers.shift();
  if (trouble !== undefined) {
    const { status, headers = {}, message = 'trouble' } = trouble;
    return send(response, { status, headers, body: { message } });
  }
  send(response, answerTo(state, { asked, url, text, origin: `http://${request.headers.host ?? ''}` }));
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface Question {
  readonly asked: string;
  readonly url: URL;
  readonly text: string;
  readonly origin: string;
}

function answerTo(state: State, question: Question): Answer {
  const { asked, text } = question;
  const base = `/repos/${REPOSITORY}`;
  if (asked === `GET ${base}/pulls`) return page(question, state.pulls.map(pullOf));
  const [, pull] = new RegExp(`^GET ${base}/pulls/(\\d+)$`).exec(asked) ?? [];
  const found = state.pulls.find(({ number }) => String(number) === pull);
  if (found !== undefined) return { status: 200, body: pullOf(found) };
  const [, method, issue] = new RegExp(`^(GET|POST) ${base}/issues/(\\d+)/comments$`).exec(asked) ?? [];
  const comments = state.comments.get(Number(issue)) ?? [];
  if (method === 'GET') return page(question, comments.map(commentOf));
  const body = text === '' ? '' : String(JSON.parse(text).body);
  if (method === 'POST') {
    const made = { id: 1_000 + state.asked.length, body, author: 'github-actions[bot]' };
    state.comments.set(Number(issue), [...comments, made]);
    return { status: 201, body: commentOf(made) };
  }
  const [, id] = new RegExp(`^PATCH ${base}/issues/comments/(\\d+)$`).exec(asked) ?? [];
  const edited = [...state.comments.values()].flat().find((each) => String(each.id) === id);
  if (edited === undefined) return { status: 404, body: { message: 'Not Found' } };
  edited.body = body;
  return { status: 200, body: commentOf(edited) };
}

const pullOf = ({ number, sha, repository = 'stranger/monitoring', branch = 'waits' }: StandInPull) => ({
  number,
  head: { sha, ref: branch, repo: { full_name: repository } },
});

const commentOf = ({ id, body, author }: StandInComment) => ({ id, body, user: { login: author } });

/** One page of a list, with the link to the next as GitHub gives it. */
function page({ url, origin }: Question, all: readonly unknown[]): Answer {
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const number = Number(url.searchParams.get('page') ?? 1);
  const next = new URL(url);
  next.searchParams.set('page', String(number + 1));
  const link = `<${origin}${next.pathname}${next.search}>; rel="next"`;
  return {
    status: 200,
    headers: number * size < all.length ? { link } : {},
    body: all.slice((number - 1) * size, number * size),
  };
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
