/** A hundred thousand lines are answered in about a second; what is held here is a ratio, which other work on the machine changes little. */
import { describe, expect, it } from 'vitest';
import { parse } from '../parse/parse.ts';
import { evaluateInstant } from './evaluate.ts';
import type { LogStream } from './line.ts';

const LINES = 20_000;

function stream(text: (i: number) => string): LogStream {
  const lines = Array.from({ length: LINES }, (_, i) => ({ at: BigInt(i + 1) * 1_000_000n, text: text(i) }));
  return { labels: { service: 'api' }, lines };
}

const json = stream(
  (i) => `{"level": "info", "route": "/pay", "took": "${i % 400}ms", "status": 500, "user": {"id": ${i % 50}}}`,
);
const access = stream(
  (i) => `10.0.0.${i % 9} - - [27/Nov/2026:12:00:00 +0000] "GET /?page=${i} HTTP/1.1" ${200 + (i % 9)} 1500`,
);
const logfmt = stream((i) => `level=info route=/pay took=0.${i % 9}s size=${i % 500} msg="slow thing ${i}"`);

/** The quickest of three, in milliseconds. */
function quickest(run: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

describe('a query over many lines', () => {
  const yardstick = (): void => {
    for (const { text } of json.lines) JSON.parse(text);
  };

  it.each([
    ['sum by (level) (rate({service="api"} | json | took > 200ms [1m]))', json],
    ['sum by (status) (rate({service="api"} | pattern `<_> "<method> <path> <_>" <status> <size>` [1m]))', access],
    ['sum by (code) (rate({service="api"} | regexp `" (?P<code>\\d{3}) ` | code=~"20." [1m]))', access],
    ['sum by (level) (rate({service="api"} | logfmt | took > 0.5s [1m]))', logfmt],
    ['sum(rate({service="api"} |= "slow" != "fast" [1m]))', logfmt],
  ])('%s takes less than 20 times as long as reading JSON', (text, lines) => {
    const parsed = parse(text);
    if (!parsed.ok || parsed.node.kind === 'lines') throw new Error(text);
    const { node } = parsed;
    const answer = evaluateInstant(node, [lines], { at: 60_000_000_000n });
    expect(answer.ok && answer.samples.length).toBeGreaterThan(0);
    const took = quickest(() => evaluateInstant(node, [lines], { at: 60_000_000_000n }));
    expect(took / quickest(yardstick)).toBeLessThan(20);
  });
});
