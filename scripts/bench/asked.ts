/** How long a real Prometheus takes to answer the panels over a day. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queriesOf } from '../../lib/model/queries.ts';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import { recordedStack } from '../../test/support/recorded-stack.ts';
import { replay } from '../../test/support/replay.ts';
import { serverPath } from '../../test/support/servers.ts';
import { loadModel } from '../project.ts';
import type { Budget } from './measure.ts';

const DAY = 86_400;
const STEP = 120;
const RUNS = 3;

export const asked: Budget = {
  name: 'the slowest panel query on a real Prometheus over 24 h',
  measure: async () => {
    if (serverPath('prometheus') === undefined || serverPath('promtool') === undefined) {
      return { skipped: 'needs `npm run servers`' };
    }
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const prometheus = await replay({ targets: recordedStack(folder), seconds: DAY, step: 60 });
    try {
      const model = await loadModel();
      const range = { start: prometheus.end - DAY, end: prometheus.end, step: STEP };
      let slowest = { value: 0, note: '' };
      for (const { text, kind, what } of queriesOf(resolve(model, 'instrumented').model)) {
        if (kind !== 'panel') continue;
        const value = await fastest(() => prometheus.queryRange(text, range));
        if (value > slowest.value) slowest = { value, note: what };
      }
      return { ...slowest, limit: 100, unit: 'ms' };
    } finally {
      await prometheus.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The fastest of several runs: what the query costs, and not what else the machine was doing. */
async function fastest(once: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    await once();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}
