import { inhibit } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import { ShopSlow, StoreDown, shopAlerting, told } from '../../../../test/support/shop-alerting.ts';
import { inhibitionEqual } from './inhibition-equal.ts';

const comparing = (...equal: readonly string[]) =>
  shop({
    alerts: told,
    alerting: shopAlerting({
      inhibitions: {
        'store-gone': inhibit({
          reason: 'nothing is sold',
          when: { alert: StoreDown },
          mutes: { alert: [ShopSlow] },
          equal,
        }),
      },
    }),
  });

describeRule(inhibitionEqual, {
  example: comparing('instance'),
  allows: [
    ['labels of both', comparing('service', 'alertname')],
    ['no labels', comparing()],
    ['all that two severities have in common', shop({ alerts: told, alerting: shopAlerting() })],
  ],
  finds: [['a label of one side', comparing('route'), { found: 'it compares route, which StoreDown does not have' }]],
});
