import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, shop } from '../../../../test/support/shop.ts';
import { metricKind } from './metric-kind.ts';

describeRule(metricKind, {
  example: shop({ panels: [panelOf('max(rate(queue_length[$__rate_interval]))')] }),
  allows: [
    [
      'buckets',
      shop({ panels: [panelOf('sum by (le) (rate(request_duration_seconds_bucket[$__rate_interval]))', ['le'])] }),
    ],
    ['a recorded series', shop({ alerts: { A: alertOn(promql('deriv(job:queue_length:max[10m]) > 0')) } })],
    ['an unknown metric', shop({ panels: [panelOf('max(rate(elsewhere[5m]))')] })],
    ['what takes any', shop({ panels: [panelOf('max(changes(orders_total[1h]))')] })],
  ],
  finds: [
    [
      'the change of a part of a histogram',
      shop({ panels: [panelOf('max(delta(request_duration_seconds_count[1h]))')] }),
      {
        found: 'delta() of the counter request_duration_seconds_count',
        allowed: 'a gauge',
        remedy: 'for a counter use rate() or increase()',
      },
    ],
    [
      'the derivative of a counter',
      shop({ alerts: { A: alertOn(promql('deriv(orders_total[10m]) > 0')) } }),
      {
        where: 'alert A',
        found: 'deriv() of the counter orders_total',
        allowed: 'a gauge',
        remedy: 'for a counter use rate() or increase()',
      },
    ],
  ],
});
