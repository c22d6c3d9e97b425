/** Which streams of log lines the queries of a model read, and what breaks when nobody ships them any more. */
import type { LogQueryNode } from '../../logql/node.ts';
import { linesText } from '../../logql/print-lines.ts';
import { withRawLogParsed } from '../../logql/raw.ts';
import { linesIn } from '../../logql/walk.ts';
import type { LogReading } from '../../model/log-readings.ts';
import { byName, type Reader, readerText } from '../../model/readings.ts';

/** One choice of streams, and its readers, each once. */
export interface StreamNeed {
  /** `{project="shop", service="worker"}` */
  readonly streams: string;
  readonly readers: readonly Reader[];
}

/** The streams that all queries read, sorted. */
export function streamNeeds(all: readonly LogReading[]): readonly StreamNeed[] {
  const found = new Map<string, Map<string, Reader>>();
  for (const { reader, node } of all) {
    for (const streams of streamsIn(node)) {
      found.set(streams, (found.get(streams) ?? new Map()).set(readerText(reader), reader));
    }
  }
  return [...found]
    .sort(([a], [b]) => byName(a, b))
    .map(([streams, readers]) => ({ streams, readers: [...readers.values()] }));
}

/** The streams that a query reads, each once, without what a viewer chooses among them; `{}` is all that are shipped. */
export function streamsIn(query: LogQueryNode): readonly string[] {
  const read = query.kind === 'lines' ? query : withRawLogParsed(query);
  const texts = linesIn(read).map(({ streams }) =>
    linesText({ kind: 'lines', streams: streams.filter(({ value }) => isFixed(value)), stages: [] }),
  );
  return [...new Set(texts)].sort(byName);
}

/** A variable is a node of its own, or stands in a text that was written by hand. */
function isFixed(value: unknown): boolean {
  return typeof value === 'string' && !value.includes('$');
}
