import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { queueLength, shop } from '../../../../test/support/shop.ts';
import { statHistory } from './stat-history.ts';

describeRule(statHistory, {
  example: shop({ panels: [panel.stat(queueLength, { sparkline: 'area', show: 'value' })] }),
  allows: [
    ['a number alone', shop({ panels: [panel.stat(queueLength, { show: 'value' })] })],
    ['a history that says nothing of names', shop({ panels: [panel.stat(queueLength, { sparkline: 'area' })] })],
  ],
  finds: [
    [
      'a name alone',
      shop({ panels: [panel.stat(queueLength, { sparkline: 'area', show: 'name' })] }),
      { found: 'a sparkline behind a name without its number' },
    ],
    [
      'what is said to be left open',
      shop({ panels: [panel.stat(queueLength, { sparkline: 'area', show: 'auto' })] }),
      { found: 'a sparkline behind a number without its name' },
    ],
  ],
});
