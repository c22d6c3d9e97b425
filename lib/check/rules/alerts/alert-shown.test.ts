import { row } from 'plainsight';
import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, orders, promql, shop } from '../../../../test/support/shop.ts';
import { alertShown } from './alert-shown.ts';

const few = promql('sum(orders_total) < 1');

describeRule(alertShown, {
  example: shop({ alerts: { Few: alertOn(few) } }),
  allows: [['a panel that it names', shop({ alerts: { Few: alertOn(few, { panel: orders }) } })]],
  finds: [
    [
      'a signal that no panel shows',
      shop({ dashboard: { rows: [row('Health', [[panel.timeseries(orders)]])] } }),
      { where: 'alert QueueLong', found: 'no panel, and none shows Queue' },
    ],
  ],
});
