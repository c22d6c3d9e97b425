/** One request, with a limit of time and of size, and a sentence for each way in which it can fail. */

import { done, failed, type Outcome, type Problem } from '../../units/problem.ts';
import { addressOf, shownAddress } from './address.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Request {
  readonly accept?: string;
  readonly timeoutMs?: number;
  /** More than that is no answer. */
  readonly maxBytes?: number;
  /** Take an answer whatever its status: an API explains there why it refuses. */
  readonly anyStatus?: boolean;
  /** Ask over a connection of its own: where several processes listen, a kept one always reaches the same. */
  readonly newConnection?: true;
  /** What is posted; left out, the request is a GET. */
  readonly form?: Readonly<Record<string, string>>;
}

const TIMEOUT_MS = 10_000;
/** Ten times the largest exposition that a Prometheus takes without a thought. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What to say of a status; anything else is told by its number. */
const STATUS: Readonly<Record<number, readonly [found: string, remedy: string]>> = {
  401: ['a request for a password (401)', 'Give it in the address, http://name:password@…, which is shown nowhere.'],
  403: ['a refusal (403)', 'Read the page with curl where it is allowed, and name the file.'],
  404: ['no such page (404)', 'Check the path; metrics mostly lie at /metrics.'],
};

const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no server listens at this address',
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name cannot be looked up at the moment',
  ECONNRESET: 'the server closed the connection',
  EHOSTUNREACH: 'the host cannot be reached',
  UND_ERR_SOCKET: 'the server closed the connection',
};

/** The answer to a request. */
export async function ask(where: string, request: Request = {}): Promise<Outcome<Answer>> {
  const { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, anyStatus = false } = request;
  const shown = shownAddress(where);
  const address = addressOf(where);
  if (address === undefined) return failed(noAddress(shown));
  try {
    const response = await fetch(address.url, {
      headers: { ...address.headers, ...headersOf(request) },
      ...(request.form && { method: 'POST', body: new URLSearchParams(request.form) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const bytes = await bytesOf(response, maxBytes);
    if (bytes === undefined) return failed(tooLarge(shown, maxBytes));
    if (!response.ok && !anyStatus) return failed(badStatus(shown, response.status));
    return done({ status: response.status, type: response.headers.get('content-type') ?? '', bytes });
  } catch (error) {
    return failed(isTimeout(error) ? slow(shown, timeoutMs) : silent(shown, error));
  }
}

function headersOf({ accept = '*/*', newConnection }: Request): Readonly<Record<string, string>> {
  return { accept, ...(newConnection && { connection: 'close' }) };
}

/** Undefined when there are too many; the rest is not waited for. */
async function bytesOf({ body }: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > maxBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function problem(where: string, found: string, allowed: string, remedy: string): Problem<string> {
  return { where, rule: 'metrics/source', found, allowed, remedy };
}

function noAddress(where: string): Problem<string> {
  return problem(where, 'a text that is not an address', 'an address such as http://localhost:9090', 'Correct it.');
}

function tooLarge(where: string, maxBytes: number): Problem<string> {
  const found = `an answer of more than ${Math.round(maxBytes / 1024 / 1024)} MiB`;
  return problem(where, found, 'less', 'Check that the address is the right one.');
}

/** What to say of an answer with another status than 200. */
export function badStatus(where: string, status: number): Problem<string> {
  const [found, remedy] = STATUS[status] ?? [`the status ${status}`, 'Look into the log of the server for the reason.'];
  return problem(where, found, 'the status 200', remedy);
}

function slow(where: string, timeoutMs: number): Problem<string> {
  const remedy = 'Check that the server is not overloaded, and that no firewall drops the request.';
  return problem(where, `no complete answer within ${timeoutMs / 1000} s`, 'an answer in that time', remedy);
}

function silent(where: string, error: unknown): Problem<string> {
  return problem(
    where,
    `no connection: ${cause(error)}`,
    'a server that answers',
    'Check the address, and that the server runs.',
  );
}

function cause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in inner ? String(inner.code) : '';
  return CAUSES[code] ?? (inner.message || code);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}
