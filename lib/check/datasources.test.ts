import * as panel from 'plainsight/panels';
import { expect, it } from 'vitest';
import { shopLogs } from '../../test/examples/system.ts';
import { shop } from '../../test/support/shop.ts';
import { datasourceProblems, datasourceProvisioned } from './datasources.ts';

const lines = panel.logs({ key: 'lines', title: 'Lines', description: 'Lines.', lines: shopLogs });
const withLines = shop({ panels: [lines] });

it('a panel of log lines needs Loki', () => {
  const { where, ...words } = datasourceProvisioned.example;
  const found = datasourceProblems([withLines], {});
  expect(found).toMatchObject([{ where: { what: where }, rule: 'datasource-provisioned', ...words }]);
});

it.each([
  ['Loki is there', withLines, { loki: 'http://loki:3100' }],
  ['nothing asks it', shop(), {}],
] as const)('no problem where %s', (_, model, provisioned) => {
  expect(datasourceProblems([model], provisioned)).toEqual([]);
});
