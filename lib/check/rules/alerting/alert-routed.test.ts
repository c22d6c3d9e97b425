import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, shop } from '../../../../test/support/shop.ts';
import { shopAlerting, told } from '../../../../test/support/shop-alerting.ts';
import { alertRouted } from './alert-routed.ts';

const withAlert = (labels: readonly string[], severity: 'info' | 'warning', service?: string) =>
  shop({
    alerts: {
      ...told,
      Odd: alertOn(promql('min(orders_total) < 1', labels), {
        severity,
        ...(service === undefined ? {} : { service }),
      }),
    },
    alerting: shopAlerting(),
  });

describeRule(alertRouted, {
  example: withAlert([], 'info', 'shop'),
  allows: [
    ['a severity with a route', withAlert([], 'warning', 'shop')],
    ['a system that tells nobody', shop()],
  ],
  finds: [
    [
      'a service without a route',
      withAlert([], 'warning', 'till'),
      {
        found: 'no route for severity warning and service till',
        remedy: "add one, such as { when: { severity: 'warning' }, to: … }, or give the alert another severity",
      },
    ],
  ],
});
