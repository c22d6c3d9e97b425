/** How long the compiler takes over this project, and over a large system: 2,000 metrics, 100 dashboards of 30 panels. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilerArguments } from '../../lib/cli/check/tool.ts';
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

/** As `plainsight check` calls the compiler in a project. */
const check = (folder: string): number =>
  run(join(root, 'node_modules/.bin/tsc'), compilerArguments(folder), folder).ms;

/** Removes what the compiler has kept of the last time. */
function forget(folder: string): void {
  rmSync(join(folder, 'node_modules/.cache/plainsight/types.tsbuildinfo'), { force: true });
}

/** Two things in turn, each with a folder, which goes afterwards where it was made for this. */
async function measured(folders: readonly [string, string], each: (folder: string) => number, limit: number) {
  const [folder, yardstick] = folders;
  try {
    return ratioFigure(
      compare(
        () => each(folder),
        () => each(yardstick),
        RUNS,
      ),
      limit,
    );
  } finally {
    for (const made of folders.filter((each) => each !== root)) rmSync(made, { recursive: true });
  }
}

const empty = (): string => projectOf('empty', [['empty.ts', 'export {};\n']]);

export const wholeProject: Budget = {
  name: 'tsc over the whole project with its tests, knowing nothing of it, against tsc over an empty file',
  measure: () =>
    measured(
      [root, empty()],
      (folder) => {
        forget(folder);
        return check(folder);
      },
      6,
    ),
};

/** A dashboard over the project's own signals, another one each time. */
const edited = (time: number): string => `import { dashboard, row } from 'plainsight';
import * as panel from 'plainsight/panels';
import { stack } from '../../stack/model.ts';
export const [first] = stack.signals;
const notes = panel.text({ key: 'notes', title: 'Notes', description: '', markdown: 'Time ${time}.' });
export default dashboard({ uid: 'board', title: 'B', description: 'D.', tags: ['x'], rows: [row('Notes', [[notes]])] });
`;

export const editedProject: Budget = {
  name: 'the same after an edit of one dashboard',
  measure: () => {
    const { include }: { readonly include: readonly string[] } = JSON.parse(
      readFileSync(join(root, 'tsconfig.json'), 'utf8'),
    );
    const all = { extends: '../../tsconfig.json', include: ['./*.ts', ...include.map((path) => `../../${path}`)] };
    const folder = projectOf('edited', [['tsconfig.json', JSON.stringify(all)]]);
    let time = 0;
    return measured(
      [folder, empty()],
      (each) => {
        time += 1;
        writeFileSync(join(folder, 'edit.ts'), edited(time));
        return check(each);
      },
      6,
    );
  },
};

export const compiled: Budget = {
  name: 'tsc over 2,000 metrics and 100 dashboards of 30 panels, against the same with plain strings for queries',
  measure: () => measured([projectOf('typed', largeSystem(typed)), projectOf('plain', largeSystem(plain))], tsc, 1.5),
};
