/** A real Prometheus on this machine, and its query API with typed answers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startProcess } from './process.ts';
import { type RangeSeries, readMatrix, readNames, readSamples, type Sample } from './prometheus-answer.ts';
import { requireServer } from './server-path.ts';

export type { RangeSeries, Sample };

export interface PrometheusOptions {
  /** Its database; an empty one of its own unless told. It is left in place. */
  readonly dataDir?: string;
  /** The text of prometheus.yml; nothing is scraped unless told. */
  readonly config?: string;
  /** Further command line flags. */
  readonly flags?: readonly string[];
}

/** Times are Unix seconds. */
export interface Range {
  readonly start: number;
  readonly end: number;
  /** Seconds between points. */
  readonly step: number;
}

/** Every call ends after ten seconds at most, and throws Prometheus' own message when it refuses. */
export interface Prometheus {
  readonly url: string;
  /** The samples at that time (now unless told); a scalar comes as one sample without labels. */
  query(expr: string, time?: number): Promise<readonly Sample[]>;
  queryRange(expr: string, range: Range): Promise<readonly RangeSeries[]>;
  /** The label names of the series that the selector matches, over all time. */
  labelNames(selector: string): Promise<readonly string[]>;
  /** The values of a label; `labelValues('__name__')` is every metric. */
  labelValues(label: string): Promise<readonly string[]>;
  /** The `data` of any GET path: api('/api/v1/targets'). */
  api(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

const answerWithin = 10_000;

/**
 * Starts the pinned Prometheus on a free port of 127.0.0.1.
 *
 * @throws Error with Prometheus' log when it does not come up, for instance over a configuration it refuses.
 * @example
 * const prometheus = await startPrometheus({ dataDir });
 * await prometheus.query('sum(rate(redis_commands_total[5m]))', recordedAt); // [{ labels: {}, value: 12.5 }]
 */
export async function startPrometheus(options: PrometheusOptions = {}): Promise<Prometheus> {
  const home = mkdtempSync(join(tmpdir(), 'prometheus-'));
  const config = join(home, 'prometheus.yml');
  writeFileSync(config, options.config ?? '');
  const url = `http://127.0.0.1:${await freePort()}`;
  const flags = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${options.dataDir ?? join(home, 'data')}`,
    `--web.listen-address=${new URL(url).host}`,
    ...(options.flags ?? []),
  ];
  const removeHome = (): void => rmSync(home, { recursive: true, force: true });
  try {
    const running = await startProcess(requireServer('prometheus'), flags, { readyUrl: `${url}/-/ready` });
    return Object.freeze({ ...client(url), stop: () => running.stop().finally(removeHome) });
  } catch (error) {
    removeHome();
    throw error;
  }
}

function client(url: string): Omit<Prometheus, 'stop'> {
  const api = (path: string): Promise<unknown> => ask(path, `${url}${path}`);
  const post = (path: string, query: string, rest: Readonly<Record<string, string>>): Promise<unknown> =>
    ask(query, `${url}${path}`, new URLSearchParams({ query, ...rest }));
  return {
    url,
    api,
    query: async (expr, time) =>
      readSamples(await post('/api/v1/query', expr, time === undefined ? {} : { time: String(time) })),
    queryRange: async (expr, { start, end, step }) =>
      readMatrix(await post('/api/v1/query_range', expr, { start: `${start}`, end: `${end}`, step: `${step}` })),
    labelNames: async (selector) =>
      readNames(await api(`/api/v1/labels?${new URLSearchParams({ 'match[]': selector })}`)),
    labelValues: async (label) => readNames(await api(`/api/v1/label/${encodeURIComponent(label)}/values`)),
  };
}

interface Envelope {
  readonly status?: string;
  readonly data?: unknown;
  readonly error?: string;
}

async function ask(what: string, url: string, body?: URLSearchParams): Promise<unknown> {
  const signal = AbortSignal.timeout(answerWithin);
  const response = await fetch(url, body === undefined ? { signal } : { method: 'POST', body, signal });
  const text = await response.text();
  const { status, data, error } = envelope(text);
  if (status !== 'success') throw new Error(`Prometheus refused ${what}: ${error ?? `${response.status} ${text}`}`);
  return data;
}

function envelope(text: string): Envelope {
  try {
    // The API wraps every answer so: https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview
    return JSON.parse(text) as Envelope;
  } catch {
    return {};
  }
}
