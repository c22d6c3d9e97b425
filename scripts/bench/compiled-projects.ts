/** The projects that the compiler is timed over. Each is made anew, and whoever has one made takes it away. */
import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './installed.ts';
import { root } from './measure.ts';

type Files = readonly (readonly [string, string])[];

/**
 * Puts files into a folder inside the project, where imports of the library resolve as an author's would. What the
 * project's own settings leave out is said anew: they leave out node_modules, in which the folder is.
 */
function projectOf(files: Files, besides: readonly string[] = []): string {
  const folder = mkdtempSync(join(root, 'node_modules/.bench-'));
  const tsconfig = {
    extends: '../../tsconfig.json',
    include: ['./*.ts', ...besides.map((path) => `../../${path}`)],
    exclude: ['../../*/**/node_modules', '../../test/servers/app'],
  };
  for (const [path, text] of [['tsconfig.json', JSON.stringify(tsconfig)], ...files] as const) {
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** One file with nothing in it. */
export function emptyProject(): string {
  return projectOf([['empty.ts', 'export {};\n']]);
}

/** The definitions as somebody has them who installed the library: without its sources, and without tests of either. */
export async function installedProject(folder: string): Promise<void> {
  await install(folder);
  renameSync(join(folder, 'tsconfig.json'), join(folder, 'tsconfig.all.json'));
  const settings = { extends: './tsconfig.all.json', exclude: ['**/node_modules', '**/*.test.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
}

/** A project with a dashboard in it that `edit()` writes. */
export interface EditedProject {
  readonly folder: string;
  /** Where its model is, from there. */
  readonly model: string;
}

/** Everything of this project, and a dashboard. */
export function editedProject(): EditedProject {
  const { include }: { readonly include: readonly string[] } = JSON.parse(
    readFileSync(join(root, 'tsconfig.json'), 'utf8'),
  );
  const model = '../../stack/model.ts';
  return { folder: projectOf([['edit.ts', edited(model, 0)]], include), model };
}

/** The definitions as `installedProject()` has them, and a dashboard. */
export async function editedDefinitions(folder: string): Promise<EditedProject> {
  await installedProject(folder);
  const project = { folder, model: './stack/model.ts' };
  edit(project, 0);
  return project;
}

/** Writes the dashboard once more, another one each time. */
export function edit({ folder, model }: EditedProject, time: number): void {
  writeFileSync(join(folder, 'edit.ts'), edited(model, time));
}

const edited = (model: string, time: number): string => `import { dashboard, row } from 'plainsight';
import * as panel from 'plainsight/panels';
import { stack } from '${model}';
export const [first] = stack.signals;
const notes = panel.text({ key: 'notes', title: 'Notes', description: '', markdown: 'Time ${time}.' });
export default dashboard({ uid: 'board', title: 'B', description: 'D.', tags: ['x'], rows: [row('Notes', [[notes]])] });
`;

/** How large a generated system is. */
interface Size {
  readonly metrics: number;
  readonly dashboards: number;
  /** On each of the dashboards. */
  readonly panels: number;
}

/** What the queries of a generated system are: made of typed metrics, as the library has them, or text. */
type Queries = 'typed' | 'plain';

const QUERIES: Readonly<Record<Queries, (metric: string) => string>> = {
  typed: (name) =>
    `({ window, by }) => div(sum(rate(m.${name}.where({ status: /5../ }), window), { by }), sum(rate(m.${name}, window), { by }))`,
  plain: (name) =>
    `({ by }) => raw('sum by (service) (rate(${name}{status=~"5.."}[5m])) / sum by (service) (rate(${name}[5m]))', { reason: 'plain', labels: by, unit: unit.ratio })`,
};

/** A catalogue of metrics, and dashboards over them whose panels each have a signal of their own. */
export function largeSystem(queries: Queries, size: Size): string {
  const boards = Array.from(
    { length: size.dashboards },
    (_, index) => [`board-${index}.ts`, board(index, queries, size)] as const,
  );
  return projectOf([['catalogue.ts', catalogue(size)], ...boards]);
}

const metric = (index: number): string => `things_${index}_total`;

function catalogue({ metrics }: Size): string {
  const consts = Array.from(
    { length: metrics },
    (_, index) =>
      `/** Things ${index}. */\nexport const ${metric(index)} = counter(api, { name: '${metric(index)}', help: 'Things.', unit: unit.count('things'), labels: { kind: ['a'], route: ['/'], status: ['200'] } });`,
  );
  return `import { counter, source, target } from 'plainsight';\nimport * as unit from 'plainsight/units';\nconst api = source(target('api', { labels: ['service'] }), { version: '1' });\n${consts.join('\n')}\n`;
}

function board(index: number, queries: Queries, size: Size): string {
  const panels = Array.from({ length: size.panels }, (_, panel) => {
    const query = QUERIES[queries](metric((index * size.panels + panel) % size.metrics));
    return `const s${panel} = signal({ id: 's${index}-${panel}', name: 'S', description: 'D.', unit: unit.ratio, labels: ['service', 'route'], whenEmpty: 'no data',
  query: ${query}, thresholds: { from: { warning: 0.1 } } });
const p${panel} = panel.timeseries(s${panel}, { by: ['service'], legend: (l) => text\`\${l.service}\` });`;
  });
  const all = Array.from({ length: size.panels }, (_, panel) => `p${panel}`).join(', ');
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
