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

/** A second signal with the id of the shop's orders, that differs from it in one thing. */
const orders2 = (change: {
  readonly name?: string;
  readonly description?: string;
  readonly unit?: typeof orders.unit;
}) =>
  signal({
    id: 'orders',
    name: orders.name,
    description: orders.description,
    unit: orders.unit,
    query: ({ window }) => sum(rate(orders_total, window)),
    whenEmpty: 'no data',
    ...change,
  });
const described = orders2({ description: 'Said otherwise.' });

describeRule(signalUnique, {
  example: shop({ panels: [panel.stat(other, { key: 'orders-2' })] }),
  finds: [
    [
      'another name',
      shop({ panels: [panel.stat(orders2({ name: 'Others' }), { key: 'orders-2' })] }),
      { found: 'two signals with the id orders: "Others" here, and "Orders" in dashboard shop / panel orders' },
    ],
    [
      'another unit',
      shop({ panels: [panel.stat(orders2({ unit: unit.perSecond('orders') }), { key: 'orders-2' })] }),
      { found: 'two signals with the id orders: "Orders" here, and "Orders" in dashboard shop / panel orders' },
    ],
    [
      'another description, told once',
      shop({ panels: [panel.stat(described, { key: 'orders-2' }), panel.stat(described, { key: 'orders-3' })] }),
      { found: 'two signals with the id orders: "Orders" here, and "Orders" in dashboard shop / panel orders' },
    ],
  ],
  allows: [['one signal in two panels', shop({ panels: [panel.stat(orders, { key: 'orders-2' })] })]],
});
