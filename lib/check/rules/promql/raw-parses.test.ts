import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, shop } from '../../../../test/support/shop.ts';
import { rawParses } from './raw-parses.ts';

describeRule(rawParses, {
  example: shop({ panels: [panelOf('max(queue_length')] }),
  allows: [
    ["Grafana's variables", shop({ panels: [panelOf('sum(rate(orders_total{kind=~"$kind"}[$__rate_interval]))')] })],
  ],
  finds: [
    [
      'an alert',
      shop({ alerts: { Odd: alertOn(promql('queue_length >> 1')) } }),
      {
        where: 'alert Odd',
        found: '`queue_length >> 1`, which does not parse at 1:15: `>`',
        allowed: 'there: an expression',
      },
    ],
    [
      'a duration in words',
      shop({ panels: [panelOf('rate(orders_total[5 minutes])')] }),
      {
        found: '`rate(orders_total[5 minutes])`, which does not parse at 1:21: `minutes`',
        allowed: 'there: ] or :',
      },
    ],
  ],
});
