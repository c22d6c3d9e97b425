import { type Panel, queryVariable, row, textPanel, timeseries } from '../../../lib/index.ts';
import { describeRule } from '../../../test/support/rule-cases.ts';
import { orders, panelOf, queue_length, shop } from '../../../test/support/shop.ts';
import type { QueryVariable } from '../../model/variable.ts';
import { filterLabel } from './filter-label.ts';

const service = queryVariable({ name: 'service', label: 'Service', of: queue_length, values: 'service' });
const filtered = (filter: Readonly<Record<string, QueryVariable>>, ...queries: readonly string[]) =>
  shop({ dashboard: { filter }, panels: queries.map((query) => panelOf(query)) });
const only = (panel: Panel) => shop({ dashboard: { filter: { service }, rows: [row('Health', [[panel]])] } });
const recorded = { where: 'dashboard shop / panel queue-length' };

describeRule(filterLabel, {
  example: filtered({ service }),
  allows: [
    ['a label that the variable matches', only(timeseries(orders))],
    ['a label that is fixed by hand', only(panelOf('max(queue_length{service="store"})'))],
    ['a panel that asks nothing', only(textPanel({ key: 'note', title: '', description: '', markdown: '' }))],
  ],
  finds: [
    [
      'a raw query without the matcher',
      filtered({ service }, 'max(queue_length) + max(orders_total)'),
      recorded,
      {
        where: 'dashboard shop / panel raw',
        found: 'service does not filter queue_length and orders_total: no matcher says so',
      },
    ],
    [
      'a label that the signal is not split by',
      filtered({ job: { ...service, name: 'job' } }),
      {
        where: 'dashboard shop / panel orders',
        found: 'job does not filter orders_total: the signal is not split by it',
      },
    ],
    [
      'two labels',
      filtered({ service, region: { ...service, name: 'region' } }),
      { where: 'dashboard shop / panel orders', found: 'region does not filter orders_total: there is no such label' },
      recorded,
      { ...recorded, found: 'region does not filter job:queue_length:max: there is no such label' },
    ],
  ],
});
