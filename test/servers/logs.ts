/**
 * The log lines of the running services, on the way that Alloy's emitted configuration describes: voters masked, levels
 * set, requests counted. No Loki can be had here: the lines that it would take are kept for the evaluator of log queries.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { LogStream } from '../../lib/logql/evaluate/line.ts';
import { composeProject } from '../../stack/services.ts';
import { everyBlock, readAlloy } from '../support/alloy.ts';
import { processed } from '../support/alloy-pipeline.ts';

type Labels = Readonly<Record<string, string>>;

export interface Counted {
  readonly metric: string;
  readonly labels: Labels;
  readonly value: number;
}

export interface Logs {
  /** Takes a line as a container writes it. */
  take(service: string, text: string, stream: 'stdout' | 'stderr'): void;
  /** What reached the store; times are nanoseconds since 1970. */
  streams(): readonly LogStream[];
  /** What was counted on the way, as Alloy exposes it. */
  counted(): readonly Counted[];
  /** What was too much for Loki's limit, as Loki exposes it. */
  discarded(): readonly Counted[];
}

/** @param folder where the emitted configuration lies */
export function collectLogs(folder: string): Logs {
  const config = join(folder, 'alloy/config.alloy');
  const limit = limitOf(join(folder, 'loki/config.yaml'));
  const pipeline = readAlloy(config).blocks.find(({ name }) => name === 'loki.process');
  if (pipeline === undefined) throw new Error(`${config} has no loki.process`);
  const counts = [...everyBlock([pipeline])].some(({ block }) => block.name === 'stage.metrics');
  let discarded = 0;
  const streams = new Map<string, { readonly labels: Labels; readonly lines: { at: bigint; text: string }[] }>();
  const counters = new Map<string, { metric: string; labels: Labels; value: number }>();
  const count = (counted: readonly Counted[]): void => {
    for (const each of counted) {
      const name = JSON.stringify([each.metric, each.labels]);
      const counter = counters.get(name) ?? { ...each, value: 0 };
      counters.set(name, { ...counter, value: counter.value + 1 });
    }
  };
  return {
    take(service, text, stream) {
      const isTaken = limit.takes(Buffer.byteLength(text));
      if (!isTaken) discarded += 1;
      if (!isTaken && !counts) return;
      const container = `${composeProject}-${service}-1`;
      const written = { text, labels: { project: composeProject, service, container, stream } };
      const line = processed(pipeline, written);
      count(line.counted);
      if (!isTaken) return;
      const key = JSON.stringify(line.labels);
      const kept = streams.get(key) ?? { labels: line.labels, lines: [] };
      streams.set(key, kept);
      kept.lines.push({ at: BigInt(Date.now()) * 1_000_000n, text: line.text });
    },
    streams: () => [...streams.values()],
    counted: () => [...counters.values()],
    // Loki has no series of it before the first line that it refuses.
    discarded: () => (discarded === 0 ? [] : [{ ...DISCARDED, value: discarded }]),
  };
}

const DISCARDED = {
  metric: 'loki_discarded_samples_total',
  labels: { format: 'loki', policy: '', reason: 'rate_limited', retention_hours: '168', tenant: 'fake' },
} as const;

interface LokiFile {
  readonly limits_config: { readonly ingestion_rate_mb: number; readonly ingestion_burst_size_mb: number };
}

const MEBIBYTE = 1_048_576;

/**
 * What Loki takes: so many bytes at once, which come back at so many a second.
 * Source: https://grafana.com/docs/loki/latest/configure/#limits_config
 */
function limitOf(config: string): { takes(bytes: number): boolean } {
  const { limits_config: limits } = parse(readFileSync(config, 'utf8')) as LokiFile;
  const most = limits.ingestion_burst_size_mb * MEBIBYTE;
  let left = most;
  let since = Date.now();
  return {
    takes(bytes) {
      const now = Date.now();
      left = Math.min(most, left + ((now - since) / 1000) * limits.ingestion_rate_mb * MEBIBYTE);
      since = now;
      if (bytes > left) return false;
      left -= bytes;
      return true;
    },
  };
}
