import { row } from 'plainsight';
import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, shop, withPanel } from '../../../../test/support/shop.ts';
import { panelId } from '../../../model/resolve/layout.ts';
import { panelUnique } from './panel-unique.ts';

const rows = [row('Health', [[panel.timeseries(orders)]]), row('Health', [[panel.stat(orders, { key: 'total' })]])];

describeRule(panelUnique, {
  example: shop({ panels: [panel.stat(orders)] }),
  allows: [['one signal twice under two keys', shop({ panels: [panel.stat(orders, { key: 'orders-now' })] })]],
  finds: [
    [
      'two rows of one title',
      shop({ dashboard: { rows } }),
      {
        where: 'dashboard shop / row Health',
        found: 'the title Health a second time on this dashboard',
        allowed: 'a title of its own for each row',
        remedy: 'give one row another title',
      },
    ],
    [
      'two keys that make one panel id',
      withPanel(shop(), { id: panelId('queue-length') }),
      {
        where: 'dashboard shop / panel queue-length',
        found: 'the key queue-length makes the panel id 864609283, as the key orders does',
        allowed: 'a panel id of its own for each row and panel',
        remedy: 'change the key or title of the newer one: two names came to the same id by chance',
      },
    ],
  ],
});
