import type { Alert } from 'plainsight';
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

/** Its service is that of the series. */
const ofEachService: Alert = {
  ...alertOn(promql('min by (service) (orders_total) < 1', ['service'])),
  ruleLabels: { severity: 'warning' },
};

describeRule(alertRouted, {
  example: withAlert([], 'info', 'shop'),
  allows: [
    ['a severity with a route', withAlert([], 'warning', 'shop')],
    [
      'one that some of its services have a route for',
      shop({
        alerts: { ...told, Odd: ofEachService },
        alerting: shopAlerting(),
      }),
    ],
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
