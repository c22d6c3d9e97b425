import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import { dashboardRefresh } from './dashboard-refresh.ts';

describeRule(dashboardRefresh, {
  example: shop({ dashboard: { refresh: '1s' } }),
  allows: [['the least that Grafana takes', shop({ dashboard: { refresh: '5s' } })]],
});
