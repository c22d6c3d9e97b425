import { signal } from 'plainsight';
import * as panel from 'plainsight/panels';
import { rate, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, orders_total, shop } from '../../../../test/support/shop.ts';
import { signalUnique } from './signal-unique.ts';

const other = signal({
  id: 'orders',
  name: 'Other orders',
  description: 'Others.',
  unit: unit.perSecond('orders'),
  query: ({ window }) => sum(rate(orders_total, window)),
  whenEmpty: 'no data',
});

const described = signal({
  id: 'orders',
  name: 'Orders',
  description: 'Said otherwise.',
  unit: orders.unit,
  query: ({ window }) => sum(rate(orders_total, window)),
  whenEmpty: 'no data',
});

describeRule(signalUnique, {
  example: shop({ panels: [panel.stat(other, { key: 'orders-2' })] }),
  finds: [
    [
      'another description, told once',
      shop({ panels: [panel.stat(described, { key: 'orders-2' }), panel.stat(described, { key: 'orders-3' })] }),
      { found: 'two signals with the id orders: "Orders" here, and "Orders" in dashboard shop / panel orders' },
    ],
  ],
  allows: [['one signal in two panels', shop({ panels: [panel.stat(orders, { key: 'orders-2' })] })]],
});
