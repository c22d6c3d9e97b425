/** The lines that Loki was asked about, as the evaluator takes them. */
import { readFileSync } from 'node:fs';
import type { LogStream } from '../../lib/logql/evaluate/line.ts';

interface Pushed {
  readonly streams: readonly {
    readonly stream: Readonly<Record<string, string>>;
    readonly values: readonly (readonly [at: string, text: string])[];
  }[];
}

const pushed: Pushed = JSON.parse(readFileSync(new URL('../fixtures/loki/lines.json', import.meta.url), 'utf8'));

export const LINES: readonly LogStream[] = pushed.streams.map(({ stream, values }) => ({
  labels: stream,
  lines: values.map(([at, text]) => ({ at: BigInt(at), text })),
}));
