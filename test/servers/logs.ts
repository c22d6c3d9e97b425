/**
 * The log lines of the running services, on the way that Alloy's emitted configuration describes: voters masked, levels
 * set, requests counted. No Loki can be had here: the lines are kept for the evaluator of log queries.
 */
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
}

/** @param config where Alloy's configuration lies */
export function collectLogs(config: string): Logs {
  const pipeline = readAlloy(config).blocks.find(({ name }) => name === 'loki.process');
  if (pipeline === undefined) throw new Error(`${config} has no loki.process`);
  // Where nothing is counted, lines are read when they are asked for: a busy minute would keep everybody waiting.
  const counts = [...everyBlock([pipeline])].some(({ block }) => block.name === 'stage.metrics');
  const waiting: Written[] = [];
  const streams = new Map<string, { readonly labels: Labels; readonly lines: { at: bigint; text: string }[] }>();
  const counters = new Map<string, { metric: string; labels: Labels; value: number }>();
  const read = ({ at, text, labels }: Written): void => {
    const line = processed(pipeline, { text, labels });
    const key = JSON.stringify(line.labels);
    const kept = streams.get(key) ?? { labels: line.labels, lines: [] };
    streams.set(key, kept);
    kept.lines.push({ at: BigInt(at) * 1_000_000n, text: line.text });
    for (const each of line.counted) {
      const name = JSON.stringify([each.metric, each.labels]);
      const counter = counters.get(name) ?? { ...each, value: 0 };
      counters.set(name, { ...counter, value: counter.value + 1 });
    }
  };
  const readAll = (): void => waiting.splice(0).forEach(read);
  return {
    take(service, text, stream) {
      const container = `${composeProject}-${service}-1`;
      waiting.push({ at: Date.now(), text, labels: { project: composeProject, service, container, stream } });
    },
    streams() {
      readAll();
      return [...streams.values()];
    },
    counted() {
      if (counts) readAll();
      return [...counters.values()];
    },
  };
}

/** A line as its container wrote it; milliseconds since 1970. */
interface Written {
  readonly at: number;
  readonly text: string;
  readonly labels: Labels;
}
