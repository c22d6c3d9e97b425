import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, shop } from '../../../../test/support/shop.ts';
import { rateOfSum } from './rate-of-sum.ts';

const few = (query: string) => shop({ alerts: { Few: alertOn(promql(query)) } });

describeRule(rateOfSum, {
  example: few('rate(sum(orders_total)[5m:1m]) < 1'),
  allows: [
    ['the samples of a metric, evaluated anew', few('rate(orders_total[5m:1m]) < 1')],
    ['the sum of rates', few('sum(rate(orders_total[5m])) < 1')],
    ['another function of a subquery', few('max_over_time(sum(rate(orders_total[5m]))[1h:1m]) < 1')],
  ],
  finds: [
    [
      'a recorded series',
      few('increase(job:queue_length:max[5m]) < 1'),
      { found: 'increase() of the recorded series job:queue_length:max' },
    ],
  ],
});
