/** How long the compiler takes over this project, and over a large system: 2,000 metrics, 100 dashboards of 30 panels. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Budget, compare, ratioFigure, root, run } from './measure.ts';

const METRICS = 2000;
const DASHBOARDS = 100;
const PANELS = 30;
const RUNS = 3;

const metric = (index: number): string => `things_${index}_total`;

function catalogue(): string {
  const consts = Array.from(
    { length: METRICS },
    (_, index) =>
      `/** Things ${index}. */\nexport const ${metric(index)} = counter(api, { name: '${metric(index)}', help: 'Things.', unit: unit.count('things'), labels: { kind: ['a'], route: ['/'], status: ['200'] } });`,
  );
  return `import { counter, source, target } from 'plainsight';\nimport * as unit from 'plainsight/units';\nconst api = source(target('api', { labels: ['service'] }), { version: '1' });\n${consts.join('\n')}\n`;
}

/** A query as the library has it: made of typed metrics. */
const typed = (name: string): string =>
  `({ window, by }) => div(sum(rate(m.${name}.where({ status: /5../ }), window), { by }), sum(rate(m.${name}, window), { by }))`;

/** The same as text, which nobody checks. */
const plain = (name: string): string =>
  `({ by }) => raw('sum by (service) (rate(${name}{status=~"5.."}[5m])) / sum by (service) (rate(${name}[5m]))', { reason: 'plain', labels: by, unit: unit.ratio })`;

function board(index: number, queryOf: (name: string) => string): string {
  const panels = Array.from({ length: PANELS }, (_, panel) => {
    const query = queryOf(metric((index * PANELS + panel) % METRICS));
    return `const s${panel} = signal({ id: 's${index}-${panel}', name: 'S', description: 'D.', unit: unit.ratio, labels: ['service', 'route'], whenEmpty: 'no data',
  query: ${query}, thresholds: { from: { warning: 0.1 } } });
const p${panel} = panel.timeseries(s${panel}, { by: ['service'], legend: (l) => text\`\${l.service}\` });`;
  });
  const all = Array.from({ length: PANELS }, (_, panel) => `p${panel}`).join(', ');
  return `import { dashboard, row, signal, text } from 'plainsight';
import * as panel from 'plainsight/panels';
import { div, rate, raw, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as m from './catalogue.ts';
${panels.join('\n')}
export const metrics = m;
export default dashboard({ uid: 'board-${index}', title: 'B', description: 'D.', tags: ['x'], rows: [row('Health', [[${all}]])] });
`;
}

function largeSystem(queryOf: (name: string) => string): Files {
  const boards = Array.from(
    { length: DASHBOARDS },
    (_, index) => [`board-${index}.ts`, board(index, queryOf)] as const,
  );
  return [['catalogue.ts', catalogue()], ...boards];
}

type Files = readonly (readonly [string, string])[];

/** Puts files into a folder inside the project, where imports of the library resolve as an author's would. */
function projectOf(name: string, files: Files): string {
  const folder = join(root, 'node_modules', `.bench-${name}`);
  mkdirSync(folder, { recursive: true });
  const tsconfig = { extends: '../../tsconfig.json', include: ['./*.ts'] };
  for (const [path, text] of [['tsconfig.json', JSON.stringify(tsconfig)], ...files] as const) {
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const tsc = (folder: string): number => run('node_modules/.bin/tsc', ['--noEmit', '-p', folder]).ms;

/** The compiler over two folders in turn. */
async function measured([folder, yardstick]: readonly [string, string], limit: number) {
  try {
    return ratioFigure(
      compare(
        () => tsc(folder),
        () => tsc(yardstick),
        RUNS,
      ),
      limit,
    );
  } finally {
    for (const made of [folder, yardstick].filter((each) => each !== root)) rmSync(made, { recursive: true });
  }
}

export const wholeProject: Budget = {
  name: 'tsc over the project, against tsc over an empty file',
  measure: () => measured([root, projectOf('empty', [['empty.ts', 'export {};\n']])], 6),
};

export const compiled: Budget = {
  name: 'tsc over 2,000 metrics and 100 dashboards of 30 panels, against the same with plain strings for queries',
  measure: () => measured([projectOf('typed', largeSystem(typed)), projectOf('plain', largeSystem(plain))], 1.5),
};
