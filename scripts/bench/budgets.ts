/** The budgets, from the fastest to measure to the slowest. Ratios wherever possible: machines differ, ratios little. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asked } from './asked.ts';
import { compiled, wholeProject } from './compiled.ts';
import { type Budget, compare, median, node, nodeStart, ratioFigure, run, tsx, tsxStart } from './measure.ts';

const RUNS = 7;

/** Runs `npm run build` into a folder of its own, which stays for the next run: what is written once is unchanged then. */
function build(
  budget: Pick<Budget, 'name'> & { loader: readonly string[]; yardstick: () => number; limit?: number },
): Budget {
  const { name, loader, yardstick, limit } = budget;
  return {
    name,
    measure: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'bench-'));
      try {
        const once = () => run(node, [...loader, 'scripts/build.ts', '--out', join(folder, 'dist')]).ms;
        return ratioFigure(compare(once, yardstick, RUNS), limit);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

const whole = build({
  name: 'the whole dist/ with pictures, against `node --import tsx -e 0`',
  loader: tsx,
  yardstick: tsxStart,
  limit: 4,
});
const wholeAgainstNode = build({ name: 'the same, against `node -e 0`', loader: tsx, yardstick: nodeStart });
const stripping = build({
  name: 'the same where Node strips types itself, against `node --import tsx -e 0`',
  loader: [],
  yardstick: tsxStart,
});

const withoutLoader: Budget = {
  name: stripping.name,
  // Node says how it takes types out, if it does; the types of Node 20 do not know that.
  measure: async () =>
    'typescript' in process.features && process.features.typescript
      ? stripping.measure()
      : { skipped: 'needs Node 22.18 or newer' },
};

/** What `generated.ts` prints. */
interface Generated {
  readonly ms: number;
  /** JSON.stringify of the same objects. */
  readonly yardstick: number;
  readonly mb: number;
}

function generated(dashboards: number): Generated {
  const figures: Generated = JSON.parse(run(node, [...tsx, 'scripts/bench/generated.ts', String(dashboards)]).stdout);
  return figures;
}

const LARGE = 1000;

const large: Budget = {
  name: '1,000 dashboards × 30 panels, 1,000 alerts: model, checked, files, against an indented JSON.stringify of the same',
  measure: async () => {
    const runs = Array.from({ length: 3 }, () => generated(LARGE));
    return ratioFigure(
      {
        ratio: median(runs.map(({ ms, yardstick }) => ms / yardstick)),
        ms: median(runs.map(({ ms }) => ms)),
        yardstick: median(runs.map(({ yardstick }) => yardstick)),
      },
      15,
    );
  },
};

const memory: Budget = {
  name: 'the same, memory at most',
  measure: async () => ({ value: generated(LARGE).mb, limit: 400, unit: 'MB' }),
};

const linear: Budget = {
  name: 'twice the work, against once',
  measure: async () =>
    ratioFigure(
      compare(
        () => generated(LARGE).ms,
        () => generated(LARGE / 2).ms,
        3,
      ),
      2.2,
    ),
};

const hundred: Budget = {
  name: '100 dashboards × 30 panels, 100 alerts, the whole process, against `node --import tsx -e 0`',
  measure: async () =>
    ratioFigure(compare(() => run(node, [...tsx, 'scripts/bench/generated.ts', '100']).ms, tsxStart, RUNS)),
};

export const budgets: readonly Budget[] = [
  whole,
  wholeAgainstNode,
  withoutLoader,
  hundred,
  wholeProject,
  compiled,
  large,
  memory,
  linear,
  asked,
];
