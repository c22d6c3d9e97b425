/** How long a real Prometheus takes to answer the panels over a day. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askable } from '../../lib/model/askable.ts';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import { recordedStack } from '../../test/support/recorded-stack.ts';
import { replay } from '../../test/support/replay.ts';
import { serverPath } from '../../test/support/servers.ts';
import { loadModel } from '../project.ts';
import type { Budget } from './figure.ts';

const DAY = 86_400;
const STEP = 120;

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
      let slowest = 0;
      for (const { text, kind } of askable(resolve(model, 'instrumented').model)) {
        if (kind !== 'panel') continue;
        const started = performance.now();
        await prometheus.queryRange(text, range);
        slowest = Math.max(slowest, performance.now() - started);
      }
      return { value: slowest, limit: 100, unit: 'ms' };
    } finally {
      await prometheus.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
