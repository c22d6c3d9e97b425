import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, shop, withAlerts } from '../../../../test/support/shop.ts';
import { alertService } from './alert-service.ts';

const withoutService = (labels: readonly string[]) => {
  const few = alertOn(promql('sum by (service) (orders_total) < 1', labels));
  const { service: _service, ...ruleLabels } = few.ruleLabels;
  return shop({ alerts: { Few: Object.freeze({ ...few, ruleLabels }) } });
};

describeRule(alertService, {
  example: withoutService([]),
  allows: [
    ['the label of the expression', withoutService(['service'])],
    ['the label of the alert', shop({ alerts: { Few: alertOn(promql('sum(orders_total) < 1')) } })],
  ],
  finds: [
    [
      'an empty label',
      withAlerts(shop(), { ruleLabels: { severity: 'warning', service: '' } }),
      { where: 'alert QueueLong' },
    ],
    [
      'both',
      shop({ alerts: { Few: alertOn(promql('sum by (service) (orders_total) < 1', ['service'])) } }),
      {
        found: 'service twice: the label of the alert replaces that of the expression',
        remedy: 'leave `service` out, or aggregate it away',
      },
    ],
  ],
});
