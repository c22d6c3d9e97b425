import { queryVariable } from 'plainsight';
import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, queue_length, queueLength, shop } from '../../../../test/support/shop.ts';
import { panelRepeat } from './panel-repeat.ts';

const repeated = (several: boolean) =>
  shop({
    dashboard: {
      filter: {
        service: queryVariable({ name: 'service', label: 'Service', of: queue_length, values: 'service', several }),
      },
    },
    panels: [panel.stat(orders, { key: 'a', repeat: { variable: 'service', direction: 'vertical' } })],
  });

const unfiltered = shop({
  dashboard: {
    filter: {
      service: queryVariable({ name: 'service', label: 'Service', of: queue_length, values: 'service', several: true }),
    },
  },
  panels: [
    panel.stat(orders),
    panel.stat(queueLength, {
      key: 'a',
      title: 'Queue of $service',
      repeat: { variable: 'service', direction: 'vertical' },
    }),
  ],
});

describeRule(panelRepeat, {
  example: repeated(false),
  allows: [['several values', repeated(true)]],
  finds: [
    [
      'a panel that is the same in every copy',
      unfiltered,
      {
        found: 'repeated for service, which none of its queries follows: each copy shows the same',
        allowed: 'a panel whose queries are filtered by the variable',
        remedy: 'filter the queries by service, or leave `repeat` out',
      },
    ],
  ],
});
