/** One GET request, with a sentence for each way in which it can fail. */
import { done, failed, type Outcome, type Problem } from '../problem.ts';

export interface Answer {
  readonly type: string;
  readonly text: string;
}

export interface Request {
  readonly accept?: string;
  readonly timeoutMs?: number;
  /** Take the text of an answer whatever its status: an API explains there why it refuses. */
  readonly anyStatus?: boolean;
  /** Ask over a connection of its own: where several processes listen, a kept one always reaches the same. */
  readonly newConnection?: true;
}

const TIMEOUT_MS = 10_000;

/** What to say of a status; anything else is told by its number. */
const STATUS: Readonly<Record<number, readonly [found: string, remedy: string]>> = {
  401: ['the demand for a password (401)', 'Read the page with curl, and name the file.'],
  403: ['a refusal (403)', 'Read the page with curl where it is allowed, and name the file.'],
  404: ['no such page (404)', 'Check the path; metrics mostly lie at /metrics.'],
};

const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'the name is not known',
  EAI_AGAIN: 'the name cannot be looked up now',
  ECONNRESET: 'the connection broke off',
  EHOSTUNREACH: 'there is no way to the host',
  UND_ERR_SOCKET: 'the connection broke off',
};

/** The answer to a GET request. */
export async function get(url: string, request: Request = {}): Promise<Outcome<Answer>> {
  const { accept = '*/*', timeoutMs = TIMEOUT_MS, anyStatus = false, newConnection } = request;
  try {
    const response = await fetch(url, {
      headers: { accept, ...(newConnection && { connection: 'close' }) },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    if (!response.ok && !anyStatus) return failed(badStatus(url, response.status));
    return done({ type: response.headers.get('content-type') ?? '', text });
  } catch (error) {
    return failed(isTimeout(error) ? slow(url, timeoutMs) : silent(url, error));
  }
}

function badStatus(where: string, status: number): Problem {
  const [found, remedy] = STATUS[status] ?? [`the status ${status}`, 'Look into the log of the server.'];
  return { where, rule: 'metrics/source', found, allowed: 'the status 200', remedy };
}

function slow(where: string, timeoutMs: number): Problem {
  const found = `no whole answer within ${timeoutMs / 1000} s`;
  const remedy = 'Check that the server is not overloaded, and that no firewall swallows the request.';
  return { where, rule: 'metrics/source', found, allowed: 'an answer', remedy };
}

function silent(where: string, error: unknown): Problem {
  const remedy = 'Check the address and that the server runs.';
  return { where, rule: 'metrics/source', found: `no answer: ${cause(error)}`, allowed: 'an answer', remedy };
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
