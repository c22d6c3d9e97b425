import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, recordedAs, shop } from '../../../../test/support/shop.ts';
import { irateInRule } from './irate-in-rule.ts';

describeRule(irateInRule, {
  example: shop({ alerts: { Few: alertOn(promql('sum(irate(orders_total[5m])) < 1')) } }),
  allows: [
    ['rate()', shop({ alerts: { Few: alertOn(promql('sum(rate(orders_total[5m])) < 1')) } })],
    ['a graph', shop({ panels: [panelOf('sum(irate(orders_total[$__rate_interval]))')] })],
  ],
  finds: [
    [
      'a recording rule',
      shop({ signals: { a: recordedAs('app:a:sum', 'sum(irate(orders_total[5m]))') } }),
      { where: 'recording rule app:a:sum' },
    ],
  ],
});
