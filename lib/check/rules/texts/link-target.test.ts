import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, shop, shopDashboard } from '../../../../test/support/shop.ts';
import { shopAlerting, told } from '../../../../test/support/shop-alerting.ts';
import { linkTarget } from './link-target.ts';

const dashboards = [shopDashboard({ uid: 'store', title: 'Store' })];
const to = (dashboard: string) => ({ title: 'Store', to: { dashboard } });

describeRule(linkTarget, {
  example: shop({ dashboards, dashboard: { links: [to('stor')] } }),
  allows: [
    ['a dashboard that there is', shop({ dashboards, dashboard: { links: [to('store')] } })],
    ['an address', shop({ dashboard: { links: [{ title: 'Docs', to: { url: 'https://example.org' } }] } })],
  ],
  finds: [
    [
      'the logs of notifications',
      shop({ alerts: told, alerting: shopAlerting({ logs: { dashboard: 'logs', variable: 'service' } }) }),
      {
        where: 'alerting',
        found: 'the link "Logs" to dashboard logs, which does not exist',
        remedy: 'take the uid from dashboards/, or link to a whole address: to: { url: … }',
      },
    ],
    [
      'a link of a panel',
      shop({ panels: [panel.stat(orders, { key: 'a', links: [to('elsewhere')] })] }),
      {
        where: 'dashboard shop / panel a',
        found: 'the link "Store" to dashboard elsewhere, which does not exist',
        remedy: 'take the uid from dashboards/, or link to a whole address: to: { url: … }',
      },
    ],
  ],
});
