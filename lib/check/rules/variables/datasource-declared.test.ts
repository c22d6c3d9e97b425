import * as panel from 'plainsight/panels';
import { shopLogs } from '../../../../test/examples/system.ts';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import { paymentsRefused } from '../../../../test/support/shop-logs.ts';
import { datasourceDeclared } from './datasource-declared.ts';

const lines = panel.logs({ key: 'lines', title: 'Lines', description: 'Lines.', lines: shopLogs });
const logs = { kind: 'datasource', type: 'loki', name: 'logs', label: 'Logs' } as const;

describeRule(datasourceDeclared, {
  example: shop({ panels: [lines] }),
  allows: [['one that is declared', shop({ panels: [lines], dashboard: { variables: [logs] } })]],
  finds: [
    [
      'lines that are counted',
      shop({ panels: [panel.timeseries(paymentsRefused, { key: 'errors' })], signals: { paymentsRefused } }),
      { where: 'dashboard shop / panel errors' },
    ],
    [
      'a data source of another type',
      shop({ panels: [lines], dashboard: { variables: [{ ...logs, type: 'prometheus' }] } }),
      {},
    ],
  ],
});
