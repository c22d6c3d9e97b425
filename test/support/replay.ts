/** A real Prometheus over recorded scrapes: real PromQL on an hour of history, without running an exporter. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type History, type HistoryOptions, writeHistory } from './history.ts';
import { runToEnd } from './process.ts';
import { type Prometheus, startPrometheus } from './prometheus.ts';
import { requireServer } from './servers.ts';

export interface ReplayOptions extends HistoryOptions {
  /** Rule files whose recording rules get a history too, as if they had been evaluated all the time. */
  readonly recording?: {
    readonly files: readonly string[];
    /** How deep rules read one another: 1, unless told, when none reads another's record. */
    readonly depth?: number;
  };
}

/** Queries on it pass a time between `start` and `end`. */
export interface Replay extends Prometheus, History {}

/**
 * Replays recorded scrapes and starts Prometheus on the result. Its metadata API is empty: blocks hold no metadata.
 *
 * @example
 * const replayed = await replay({ targets: [{ scrape: recordedScrape('redis.prom'), labels: { job: 'redis', instance: 'redis:9121' } }] });
 * await replayed.query('sum by (cmd) (rate(redis_commands_total[5m]))', replayed.end);
 */
export async function replay(options: ReplayOptions): Promise<Replay> {
  const home = mkdtempSync(join(tmpdir(), 'replay-'));
  const removeHome = (): void => rmSync(home, { recursive: true, force: true });
  try {
    const data = join(home, 'data');
    const history = await importHistory(home, data, options);
    const { files, depth = 1 } = options.recording ?? { files: [] };
    const dataDir = files.length === 0 ? data : await withRecords({ home, data, files, depth, history });
    const prometheus = await startPrometheus({ dataDir });
    return Object.freeze({ ...prometheus, ...history, stop: () => prometheus.stop().finally(removeHome) });
  } catch (error) {
    removeHome();
    throw error;
  }
}

async function importHistory(home: string, data: string, options: HistoryOptions): Promise<History> {
  const history = writeHistory(home, options);
  await Promise.all(history.files.map((file) => importFile(file, data)));
  return history;
}

async function importFile(file: string, data: string): Promise<void> {
  await runToEnd(requireServer('promtool'), ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', file, data]);
  rmSync(file);
}

interface Records {
  readonly home: string;
  readonly data: string;
  readonly files: readonly string[];
  readonly depth: number;
  readonly history: History;
}

/**
 * The database with the records beside the scraped series. promtool evaluates rules against a running Prometheus,
 * and rules that read records need these to be there already: so each round evaluates all rules over the records of
 * the round before, and after `depth` rounds they are right.
 */
async function withRecords({ home, data, files, depth, history }: Records): Promise<string> {
  let current = data;
  for (let round = 1; round <= depth; round += 1) {
    const next = join(home, `round-${round}`);
    mkdirSync(next);
    await evaluateRules(current, next, files, history);
    cpSync(data, next, { recursive: true });
    current = next;
  }
  return current;
}

async function evaluateRules(
  dataDir: string,
  outputDir: string,
  files: readonly string[],
  { start, end, step }: History,
): Promise<void> {
  const prometheus = await startPrometheus({ dataDir });
  try {
    const range = [`--start=${start}`, `--end=${end}`, `--eval-interval=${step}s`];
    const place = [`--url=${prometheus.url}`, `--output-dir=${outputDir}`];
    await runToEnd(requireServer('promtool'), ['tsdb', 'create-blocks-from', 'rules', ...range, ...place, ...files]);
  } finally {
    await prometheus.stop();
  }
}
