import { queryVariable, row, signal } from 'plainsight';
import * as panel from 'plainsight/panels';
import { max, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { queue_length, shop } from '../../../../test/support/shop.ts';
import { panelFiltered } from './panel-filtered.ts';

const service = queryVariable({ name: 'service', label: 'Service', of: queue_length, values: 'service' });
const words = {
  unit: unit.count('orders'),
  description: 'Orders that wait.',
  whenEmpty: 'no data',
} as const;
const everything = signal({ ...words, id: 'a', name: 'All', labels: [], query: () => sum(queue_length) });
const chosen = signal({
  ...words,
  id: 'b',
  name: 'Chosen',
  labels: ['service'],
  query: ({ by }) => max(queue_length, { by }),
});
const fixed = signal({
  ...words,
  id: 'c',
  name: 'Store',
  labels: [],
  query: () => max(queue_length.where({ service: 'store' })),
});
const number = signal({
  ...words,
  id: 'd',
  name: 'Named',
  labels: ['service'],
  query: ({ by }) => sum(queue_length, { by }),
});

const mixed = (queries: readonly (typeof everything | typeof chosen)[]) =>
  shop({
    dashboard: {
      filter: { service },
      rows: [row('Health', [[panel.timeseries({ key: 'mixed', title: 'Mixed', description: 'Both.', queries })]])],
    },
  });

describeRule(panelFiltered, {
  example: mixed([everything, chosen]),
  allows: [
    ['lines that all follow', mixed([chosen, number])],
    ['lines of which none follows', mixed([everything, fixed])],
    ['a line that names a value itself', mixed([chosen, fixed])],
  ],
});
