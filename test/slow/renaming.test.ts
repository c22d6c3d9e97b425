/** A metric is renamed in the catalogue: the compiler names every place that used it, and only those. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile, projectRoot } from '../support/compiler.ts';

const CATALOGUE = readFileSync(join(projectRoot, 'test/types/catalogue.ts'), 'utf8');

/** Each line that uses the metric is marked; through a constant it is used once, where the constant is made. */
const FILES = {
  'signals.ts': `
    import * as q from 'plainsight/promql';
    import * as m from './catalogue.ts';
    export const accepted = m.commands_total.where({ cmd: 'rpush' }); // uses it
    export const rate = q.sum(q.rate(accepted, '5m'));
    export const calls = q.sum(q.rate(m.calls_total, '5m'));
    export const share = q.div(
      q.countedAs('calls', q.sum(q.rate(m.commands_total, '5m'))), // uses it
      calls,
    );
    export const text = 'commands_total';
  `,
  'panels.ts': `
    import * as q from 'plainsight/promql';
    import { calls_total, commands_total } from './catalogue.ts'; // uses it
    import { rate, share } from './signals.ts';
    export const shown = [rate, share, q.sum(q.rate(calls_total, '5m')), q.sum(q.rate(commands_total, '5m'))];
  `,
  'alerts.ts': `
    import * as q from 'plainsight/promql';
    import * as m from './catalogue.ts';
    import { rate } from './signals.ts';
    export const silent = q.eq(rate, 0);
    export const gone = q.absent(m.commands_total); // uses it
    export const large = q.gt(q.max(m.memory_bytes), 1e9);
  `,
};

const marked = Object.entries(FILES).flatMap(([file, text]) =>
  text.split('\n').flatMap((line, i) => (line.endsWith('// uses it') ? [`${file}:${i + 1}`] : [])),
);

async function placesOfErrors(catalogue: string): Promise<readonly string[]> {
  const found = await compile({ files: { ...FILES, 'catalogue.ts': catalogue } });
  return found.map(({ file, line }) => `${file}:${line}`);
}

test('before it is renamed, nothing is wrong', async () => {
  expect(await placesOfErrors(CATALOGUE)).toEqual([]);
});

test('the compiler names every place that used it, and only those', async () => {
  const renamed = CATALOGUE.replaceAll('commands_total', 'commands_processed_total');
  expect(marked).toHaveLength(4);
  expect([...(await placesOfErrors(renamed))].sort()).toEqual([...marked].sort());
});

test('a label that is renamed is named where it is used', async () => {
  const renamed = CATALOGUE.replace("labels: { cmd: ['lpop', 'rpush'] }", "labels: { command: ['lpop', 'rpush'] }");
  expect(await placesOfErrors(renamed)).toEqual(['signals.ts:4']);
});
