import * as panel from 'plainsight/panels';
import { expect, it } from 'vitest';
import { shopLogs } from '../../test/examples/system.ts';
import { shop } from '../../test/support/shop.ts';
import { paymentsRefused } from '../../test/support/shop-logs.ts';
import { datasourceProblems, datasourceProvisioned } from './datasources.ts';

const lines = panel.logs({ key: 'lines', title: 'Lines', description: 'Lines.', lines: shopLogs });
const withLines = shop({ panels: [lines] });

it('a panel of log lines needs Loki', () => {
  const { where, ...words } = datasourceProvisioned.example;
  const found = datasourceProblems([withLines], {});
  expect(found).toMatchObject([{ where: { what: where }, rule: 'datasource-provisioned', ...words }]);
});

it('so does one of lines that are counted, and a variable that chooses a Loki', () => {
  const counted = shop({
    panels: [panel.timeseries(paymentsRefused, { key: 'refused' })],
    signals: { paymentsRefused },
  });
  const logs = { kind: 'datasource', type: 'loki', name: 'logs', label: 'Logs' } as const;
  const chosen = shop({ dashboard: { variables: [logs] } });
  expect(datasourceProblems([counted, chosen], {}).map(({ where, found }) => [where.what, found])).toEqual([
    ['dashboard shop / panel refused', 'a query of log lines, and no data source for Loki'],
    ['dashboard shop', 'the variable logs, which chooses a Loki, and no data source for one'],
  ]);
});

it.each([
  ['Loki is there', withLines, { loki: 'http://loki:3100' }],
  ['nothing asks it', shop(), {}],
] as const)('no problem where %s', (_, model, provisioned) => {
  expect(datasourceProblems([model], provisioned)).toEqual([]);
});
