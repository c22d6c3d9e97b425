import { slack } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import { input, shopAlerting, told } from '../../../../test/support/shop-alerting.ts';
import { receiverRouted } from './receiver-routed.ts';

describeRule(receiverRouted, {
  example: shop({
    alerts: told,
    alerting: shopAlerting({ receivers: { ...input.receivers, boss: [slack({ urlFile: '/run/secrets/boss' })] } }),
  }),
  allows: [['receivers with routes', shop({ alerts: told, alerting: shopAlerting() })]],
});
