import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, rawSignal, shop } from '../../../../test/support/shop.ts';
import { panelRateWindow } from './panel-rate-window.ts';

describeRule(panelRateWindow, {
  example: shop({ panels: [panelOf('sum(rate(orders_total[5m]))')] }),
  allows: [
    ['$__rate_interval', shop({ panels: [panelOf('sum(rate(orders_total[$__rate_interval]))')] })],
    ['a variable of the dashboard', shop({ panels: [panelOf('sum(rate(orders_total[$window]))')] })],
    ['a fixed window of an increase', shop({ panels: [panelOf('sum(increase(orders_total[1h]))')] })],
    ['a fixed window of one number', shop({ panels: [panel.gauge(rawSignal('sum(rate(orders_total[5m]))'))] })],
    ['a fixed window of an alert', shop({ alerts: { Few: alertOn(promql('sum(rate(orders_total[5m])) < 1')) } })],
  ],
  finds: [
    [
      '$__interval',
      shop({ panels: [panelOf('sum(irate(orders_total[$__interval]))')] }),
      { found: 'irate() over $__interval in a graph' },
    ],
    [
      '$__range',
      shop({ panels: [panelOf('sum(rate(orders_total[$__range]))')] }),
      { found: 'rate() over $__range in a graph' },
    ],
  ],
});
