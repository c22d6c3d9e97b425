/** The budgets, from the fastest to measure to the slowest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asked } from './asked.ts';
import { compiled } from './compiled.ts';
import type { Budget } from './figure.ts';
import { printing } from './printing.ts';
import { median, ran } from './process.ts';

const node = process.execPath;
const tsx = ['--import', 'tsx'];

/** `npm run build` against a process that does nothing but start: a ratio, so that a slow machine does not count. */
function build(name: string, limit: number, args: readonly string[]): Budget {
  return {
    name,
    measure: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'bench-'));
      const out = join(folder, 'dist');
      const nothing = median(RUNS, () => ran(node, [...tsx, '-e', '0']).ms);
      const whole = median(RUNS, () => ran(node, [...tsx, 'scripts/build.ts', '--out', out, ...args]).ms);
      rmSync(folder, { recursive: true });
      return { value: whole / nothing, limit, unit: '×', note: `${Math.round(whole)} ms : ${Math.round(nothing)} ms` };
    },
  };
}

const RUNS = 5;
const emitted = build('dist/ without pictures, against node with tsx and nothing to do', 3, ['--no-pictures']);
const pictured = build('the whole dist/, against the same', 8, []);

interface Generated {
  readonly ms: number;
  readonly mb: number;
  readonly files: number;
}

function generated(dashboards: number): Generated {
  const { stdout } = ran(node, [...tsx, 'scripts/bench/generated.ts', String(dashboards)]);
  const figures: Generated = JSON.parse(stdout);
  return figures;
}

const large: Budget = {
  name: '1,000 dashboards × 30 panels, 1,000 alerts: model, checked, files',
  measure: async () => ({ value: generated(1000).ms / 1000, limit: 5, unit: 's' }),
};

const memory: Budget = {
  name: 'the same, memory at most',
  measure: async () => ({ value: generated(1000).mb, limit: 400, unit: 'MB' }),
};

const linear: Budget = {
  name: 'twice the work, against once',
  measure: async () => {
    const once = median(3, () => generated(500).ms);
    const twice = median(3, () => generated(1000).ms);
    return { value: twice / once, limit: 2.2, unit: '×' };
  },
};

const tsc: Budget = {
  name: 'tsc over the project',
  measure: async () => ({
    value: median(3, () => ran('node_modules/.bin/tsc', ['--noEmit']).ms) / 1000,
    limit: 3,
    unit: 's',
  }),
};

export const budgets: readonly Budget[] = [printing, emitted, pictured, tsc, large, memory, linear, compiled, asked];
