import { queryVariable } from 'plainsight';
import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, queue_length, shop } from '../../../../test/support/shop.ts';
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

describeRule(panelRepeat, { example: repeated(false), allows: [['several values', repeated(true)]] });
