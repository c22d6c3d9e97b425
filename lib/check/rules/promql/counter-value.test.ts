import { queryVariable } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, orders_total, panelOf, promql, shop } from '../../../../test/support/shop.ts';
import { counterValue } from './counter-value.ts';

const many = (query: string) => shop({ alerts: { Many: alertOn(promql(query)) } });

describeRule(counterValue, {
  example: many('sum(orders_total) > 100'),
  allows: [
    ['a rate', many('sum(increase(orders_total[1h])) > 100')],
    ['a gauge', many('sum(queue_length) > 100')],
    ['its absence', many('absent(orders_total)')],
    ['how many there are', many('count(orders_total) < 2')],
    ['which groups there are', many('group by (kind) (orders_total)')],
    ['when it was scraped', many('time() - timestamp(orders_total) > 60')],
    ['what must not be there', many('queue_length > 1 unless on () orders_total')],
    ['a condition on whether it is there', many('queue_length > 1 and on () orders_total')],
    ['a part of a histogram under a rate', many('sum(rate(request_duration_seconds_count[5m])) > 1')],
    [
      'the values of a label of its series',
      shop({
        dashboard: {
          filter: {
            service: queryVariable({ name: 'service', label: 'Service', of: orders_total, values: 'service' }),
          },
        },
      }),
    ],
    ['what is not known', many('elsewhere_total > 1')],
  ],
  finds: [
    ['a panel', shop({ panels: [panelOf('orders_total')] }), { where: 'dashboard shop / panel raw' }],
    [
      'a part of a histogram',
      many('sum(request_duration_seconds_count) > 1'),
      { found: 'the raw value of the counter request_duration_seconds_count' },
    ],
    ['the left side of a condition', many('orders_total and on () queue_length > 1'), {}],
    ['two of them', many('orders_total{kind="card"} > on (instance) orders_total{kind="cash"}'), {}, {}],
    ['one that is rounded', many('ceil(orders_total) > 1'), {}],
    ['one beside a rate', many('rate(orders_total[5m]) / orders_total > 1'), {}],
  ],
});
