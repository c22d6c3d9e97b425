/** Asks real servers. What they say when they refuse is passed on; one that does not answer is given up. */
import { addressOf as addressParts } from '../../lib/catalogue/reading/address.ts';
import { isFields, isLabels } from '../../lib/catalogue/reading/shape.ts';
import type { Answer, Span, Target } from '../protocol.ts';
import { type Intervals, span } from './interval.ts';

const PATIENCE_MS = 10_000;
const MOST_LOG_LINES = 200;

export interface LiveQuery {
  readonly server: string;
  readonly target: Target;
  /** The text with all variables filled in. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly times: Intervals;
}

/**
 * A server's answer to one query.
 *
 * @throws Error with what the server said, or that it said nothing
 */
export async function ask({ server, target, text, from, to, times }: LiveQuery): Promise<Answer> {
  const isLoki = target.datasource?.type === 'loki';
  const api = isLoki ? '/loki/api/v1' : '/api/v1';
  const step = Math.max(1, Math.round(times.intervalMs / 1_000));
  const seconds = { from: Math.floor(from / 1_000 / step) * step, to: Math.floor(to / 1_000 / step) * step };
  const range = { start: String(seconds.from), end: String(seconds.to), step: span(times.intervalMs) };
  const limit: Record<string, string> = isLoki ? { limit: String(MOST_LOG_LINES) } : {};
  const url = target.instant
    ? addressOf(server, `${api}/query`, { query: text, time: String(to / 1_000) })
    : addressOf(server, `${api}/query_range`, { query: text, ...range, ...limit });
  const { data } = await answerOf(url);
  if (!isAnswer(data)) throw new Error(`${hostOf(url)} answered with something that is no query result.`);
  return data;
}

/** Whether there is any series of one of the selectors at a time. */
export async function hasSeries(server: string, selectors: readonly string[], { from, to }: Span): Promise<boolean> {
  const url = addressOf(server, '/api/v1/series', {
    start: String(from / 1_000),
    end: String(to / 1_000),
    limit: '1',
  });
  for (const selector of selectors) url.searchParams.append('match[]', selector);
  const { data } = await answerOf(url);
  return !Array.isArray(data) || data.length > 0;
}

/** The values of a label: of the series of a selector, or of all. */
export async function labelValues(server: string, label: string, selector?: string): Promise<readonly string[]> {
  const path = `/api/v1/label/${encodeURIComponent(label)}/values`;
  return await texts(addressOf(server, path, selector === undefined ? {} : { 'match[]': selector }));
}

/** The names of all labels. */
export async function labelNames(server: string): Promise<readonly string[]> {
  return await texts(addressOf(server, '/api/v1/labels', {}));
}

async function texts(url: URL): Promise<readonly string[]> {
  const { data } = await answerOf(url);
  return Array.isArray(data) ? data.filter((each) => typeof each === 'string') : [];
}

function addressOf(server: string, path: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(server);
  url.pathname = url.pathname.replace(/\/$/, '') + path;
  url.search = new URLSearchParams(query).toString();
  return url;
}

/** Six panels may each be sent that much at once. */
const MOST_BYTES = 16 * 1024 * 1024;

async function answerOf(url: URL): Promise<{ readonly data?: unknown }> {
  const response = await fetched(url);
  const text = await textOf(url, response);
  const body = parsed(text);
  if (response.ok && body.status === 'success') return body;
  if (/^\s*</.test(text)) {
    throw new Error(
      `${hostOf(url)} answered ${response.status} with a web page instead of data: is the address right?`,
    );
  }
  if (response.status === 401) {
    throw new Error(`${hostOf(url)} wants a password: start with --prometheus http://name:password@…`);
  }
  if (typeof body.error === 'string') throw new Error(body.error);
  // Not the server itself, but something before it: a proxy that finds nobody.
  const said = text.slice(0, 300).trim();
  throw new Error(
    `${hostOf(url)} answered ${response.status}${said === '' ? '' : `: ${said}`}${/[.!?]$/.test(said) ? '' : '.'}`,
  );
}

async function fetched(url: URL): Promise<Response> {
  // No request may have a password in its address.
  const { url: address, headers } = addressParts(url.href) ?? { url: url.href, headers: {} };
  return await inTime(url, () => fetch(address, { headers, signal: AbortSignal.timeout(PATIENCE_MS) }));
}

/** What is longer than anybody can look at is not waited for. */
async function textOf(url: URL, { body }: Response): Promise<string> {
  return await inTime(url, async () => {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of body ?? []) {
      size += part.length;
      if (size > MOST_BYTES) throw new TooMuch(`${hostOf(url)} sends more than ${MOST_BYTES / 1024 / 1024} MiB.`);
      parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
  });
}

class TooMuch extends Error {}

async function inTime<T>(url: URL, what: () => Promise<T>): Promise<T> {
  try {
    return await what();
  } catch (error) {
    if (error instanceof TooMuch) throw error;
    if (error instanceof Error && error.name === 'TimeoutError') {
      throw new Error(`${hostOf(url)} did not answer within ${PATIENCE_MS / 1_000} s.`);
    }
    throw new Error(`${hostOf(url)} does not answer: ${causeOf(error)}.`);
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

/** Without a password that an address may hold. */
function hostOf({ protocol, host }: URL): string {
  return `${protocol}//${host}`;
}

function parsed(text: string): { readonly status?: unknown; readonly error?: unknown; readonly data?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** By the type of a result: what it is made of. A hole in it would break the page that draws it. */
const RESULTS: Readonly<Record<string, (result: unknown) => boolean>> = {
  matrix: (result) => isListOf(result, (one) => isLabels(one.metric) && isPairs(one.values)),
  vector: (result) => isListOf(result, (one) => isLabels(one.metric) && isPair(one.value)),
  streams: (result) => isListOf(result, (one) => isLabels(one.stream) && isPairs(one.values)),
  scalar: isPair,
};

function isAnswer(data: unknown): data is Answer {
  if (!isFields(data) || typeof data.resultType !== 'string') return false;
  return Object.hasOwn(RESULTS, data.resultType) && RESULTS[data.resultType]?.(data.result) === true;
}

/** Native histograms have `histograms` beside, or in the place of, their values. */
function isListOf(value: unknown, is: (one: Readonly<Record<string, unknown>>) => boolean): boolean {
  const list = Array.isArray(value) ? value : undefined;
  return list?.every((one: unknown) => isFields(one) && is({ values: [], value: [0, ''], ...one })) ?? false;
}

function isPairs(value: unknown): boolean {
  return Array.isArray(value) && value.every(isPair);
}

/** A moment and what was then; a line of Loki may have its structured metadata as a third. */
function isPair(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const [at, what]: readonly unknown[] = value;
  return (typeof at === 'number' || typeof at === 'string') && typeof what === 'string';
}
