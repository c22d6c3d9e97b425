import { type Panel, queryVariable, recorded, row, signal } from 'plainsight';
import * as panel from 'plainsight/panels';
import { gt, labelReplace, max, or } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, panelOf, queue_length, queueLength, shop } from '../../../../test/support/shop.ts';
import { filterLabel } from './filter-label.ts';

const service = queryVariable({ name: 'service', label: 'Service', of: queue_length, values: 'service' });
const filtered = (panel: Panel) => shop({ dashboard: { filter: { service }, rows: [row('Health', [[panel]])] } });

const behind = signal({
  id: 'behind',
  name: 'Behind',
  description: 'Services that are behind.',
  unit: unit.count('orders'),
  labels: ['service'],
  query: ({ by }) => gt(max(queue_length, { by }), max(recorded(queueLength)), { on: [], groupLeft: [] }),
  whenEmpty: 'no data',
});
const renamed = signal({
  id: 'renamed',
  name: 'Renamed',
  description: 'Under another name.',
  unit: unit.count('orders'),
  labels: ['service'],
  query: ({ by }) =>
    or(
      max(queue_length, { by }),
      max(labelReplace(queue_length, { to: 'service', from: 'queue', matching: '(.*)', value: '$1' }), { by }),
    ),
  whenEmpty: 'no data',
});

describeRule(filterLabel, {
  example: filtered(panel.timeseries(behind)),
  allows: [
    ['a line that is filtered', filtered(panel.timeseries(orders))],
    ['a signal that is not about one service', filtered(panel.timeseries(queueLength, { by: ['job'] }))],
    ['a label that is written', filtered(panel.timeseries(renamed, { by: ['service'] }))],
    [
      'a label that is fixed by hand',
      filtered(panelOf('max by (service) (queue_length{service="store"})', ['service'])),
    ],
    ['a raw query that is not about a service', filtered(panelOf('max(queue_length{queue=~"$queue"})'))],
    [
      'a part that is about one service by itself',
      filtered(panelOf('max(queue_length{service="store"}) / max(queue_length)')),
    ],
    ['a panel that asks nothing', filtered(panel.text({ key: 'note', title: '', description: '', markdown: '' }))],
  ],
  finds: [
    [
      'beside a label that is joined',
      filtered(
        panelOf(
          'sum by (service) (queue_length) + sum by (service) (label_join(orders_total, "service", "", "kind"))',
          ['service'],
        ),
      ),
      {
        where: 'dashboard shop / panel raw',
        found: 'service does not filter queue_length: the selector has no matcher for it',
      },
    ],
    [
      'but not a selector of all metrics',
      filtered(panelOf('sum by (service) (queue_length) + count by (service) ({job="shop"})', ['service'])),
      {
        where: 'dashboard shop / panel raw',
        found: 'service does not filter queue_length: the selector has no matcher for it',
      },
    ],
    [
      'a raw query that is split by the label',
      filtered(panelOf('sum by (service) (queue_length) + sum by (service) (orders_total)', ['service'])),
      {
        where: 'dashboard shop / panel raw',
        found: 'service does not filter queue_length and orders_total: the selector has no matcher for it',
      },
    ],
    [
      'a raw query that is filtered by half',
      filtered(panelOf('sum(queue_length{service=~"$service"}) / sum(queue_length)')),
      {
        where: 'dashboard shop / panel raw',
        found: 'service does not filter queue_length: the selector has no matcher for it',
      },
    ],
  ],
});
