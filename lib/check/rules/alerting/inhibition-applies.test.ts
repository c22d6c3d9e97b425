import { inhibit } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import { ShopSlow, StoreDown, shopAlerting, told } from '../../../../test/support/shop-alerting.ts';
import type { AlertMatch } from '../../../model/alerting/route.ts';
import { inhibitionApplies } from './inhibition-applies.ts';

const reason = 'nothing is sold';
const inhibiting = (when: AlertMatch, mutes: AlertMatch) =>
  shop({ alerts: told, alerting: shopAlerting({ inhibitions: { 'till-gone': inhibit({ reason, when, mutes }) } }) });

describeRule(inhibitionApplies, {
  example: inhibiting({ severity: 'critical', service: 'till' }, { alert: [ShopSlow] }),
  allows: [['alerts on both sides', inhibiting({ alert: StoreDown }, { severity: 'warning' })]],
  finds: [
    [
      'nothing to mute',
      inhibiting({ alert: StoreDown }, { severity: 'info' }),
      { found: 'no alert that is muted: severity="info"' },
    ],
  ],
});
