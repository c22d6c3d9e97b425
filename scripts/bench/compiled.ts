/** How long the compiler takes over a large system: 2,000 metrics, 100 dashboards of 30 panels. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.ts';
import type { Budget } from './figure.ts';
import { ran } from './process.ts';

const METRICS = 2000;
const DASHBOARDS = 100;
const PANELS = 30;

/** Inside the project, so that imports of the library resolve as an author's would. */
const FOLDER = join(root, 'node_modules', '.bench-types');

const metric = (index: number): string => `things_${index}_total`;

function catalogue(): string {
  const consts = Array.from(
    { length: METRICS },
    (_, index) =>
      `/** Things ${index}. */\nexport const ${metric(index)} = counter(api, { name: '${metric(index)}', help: 'Things.', unit: unit.count('things'), labels: { kind: ['a'], route: ['/'], status: ['200'] } });`,
  );
  return `import { counter, source, target } from 'plainsight';\nimport * as unit from 'plainsight/units';\nconst api = source(target('api', ['service']), { version: '1' });\n${consts.join('\n')}\n`;
}

function board(index: number): string {
  const panels = Array.from({ length: PANELS }, (_, panel) => {
    const name = metric((index * PANELS + panel) % METRICS);
    return `const s${panel} = signal({ id: 's${index}-${panel}', name: 'S', description: 'D.', unit: unit.ratio, labels: ['service', 'route'], whenEmpty: 'no data',
  query: ({ window, by }) => div(sum(rate(m.${name}.where({ status: /5../ }), window), { by }), sum(rate(m.${name}, window), { by })), thresholds: { above: { warning: 0.1 } } });
const p${panel} = panel.timeseries(s${panel}, { by: ['service'], legend: (l) => text\`\${l.service}\` });`;
  });
  const all = Array.from({ length: PANELS }, (_, panel) => `p${panel}`).join(', ');
  return `import { dashboard, row, signal, text } from 'plainsight';
import * as panel from 'plainsight/panels';
import { div, rate, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as m from './catalogue.ts';
${panels.join('\n')}
export default dashboard({ uid: 'board-${index}', title: 'B', description: 'D.', tags: ['x'], rows: [row('Health', [[${all}]])] });
`;
}

const TSCONFIG = {
  extends: '../../tsconfig.json',
  compilerOptions: { skipLibCheck: true },
  include: ['./*.ts'],
};

export const compiled: Budget = {
  name: 'tsc over 2,000 metrics and 100 dashboards of 30 panels',
  measure: async () => {
    mkdirSync(FOLDER, { recursive: true });
    try {
      writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify(TSCONFIG));
      writeFileSync(join(FOLDER, 'catalogue.ts'), catalogue());
      for (let index = 0; index < DASHBOARDS; index += 1)
        writeFileSync(join(FOLDER, `board-${index}.ts`), board(index));
      const { ms } = ran('node_modules/.bin/tsc', ['--noEmit', '-p', FOLDER]);
      return { value: ms / 1000, limit: 4, unit: 's' };
    } finally {
      rmSync(FOLDER, { recursive: true, force: true });
    }
  },
};
