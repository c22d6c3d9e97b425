/** The budgets, from the fastest to measure to the slowest. Ratios wherever possible: machines differ, ratios little. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHORT_LIVED } from '../../lib/bin/bundle.js';
import { asked } from './asked.ts';
import { compiled, definitions, editOfDefinitions, editOfOne, wholeProject } from './compiled.ts';
import { installed } from './installed.ts';
import { type Budget, compare, median, node, nodeStart, ratioFigure, root, run, tsx, tsxStart } from './measure.ts';

const RUNS = 7;

/** The command, as `npm run build` calls it. */
const command = 'lib/bin/plainsight.js';

interface Built {
  readonly name: string;
  readonly yardstick: () => number;
  readonly limit?: number;
  /** What is done before each run. */
  readonly before?: () => void;
}

/** Builds into a folder of its own, which stays for the next run: what is written once is unchanged then. */
function build({ name, yardstick, limit, before = () => {} }: Built): Budget {
  return {
    name,
    measure: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'bench-'));
      const once = () => {
        before();
        return run(node, [command, 'build', '--out', join(folder, 'dist')]).ms;
      };
      try {
        return ratioFigure(compare(once, yardstick, RUNS), limit);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

const whole = build({
  name: 'the whole dist/ with pictures, against `node --import tsx -e 0`',
  yardstick: tsxStart,
  limit: 4,
});
const wholeAgainstNode = build({ name: 'the same, against `node -e 0`', yardstick: nodeStart });
const bundledAnew = build({
  name: 'the same after an edit, against `node --import tsx -e 0`',
  yardstick: tsxStart,
  // Found to be another than the one that was made: what an edited definition comes to.
  before: spoiled,
});

/** Spoils the bundles that were made, but not what is known of the folders of definitions. */
function spoiled(): void {
  const cache = join(root, 'node_modules/.cache/plainsight');
  const bundles = existsSync(cache) ? readdirSync(cache).filter((name) => name.endsWith('.js')) : [];
  for (const name of bundles) writeFileSync(join(cache, name), '');
}

/** What `generated.ts` prints. */
interface Generated {
  readonly ms: number;
  /** JSON.stringify of the same objects. */
  readonly yardstick: number;
  readonly mb: number;
}

/** The engine is set up as for a command, which is where a user's system is built. */
const generating = (dashboards: number): readonly string[] => [
  SHORT_LIVED,
  ...tsx,
  'scripts/bench/generated.ts',
  String(dashboards),
];

function generated(dashboards: number): Generated {
  const figures: Generated = JSON.parse(run(node, generating(dashboards)).stdout);
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
  measure: async () => ratioFigure(compare(() => run(node, generating(100)).ms, tsxStart, RUNS)),
};

export const budgets: readonly Budget[] = [
  whole,
  wholeAgainstNode,
  installed,
  bundledAnew,
  hundred,
  definitions,
  wholeProject,
  editOfDefinitions,
  editOfOne,
  compiled,
  large,
  memory,
  linear,
  asked,
];
