import { describeRule } from '../../../../test/support/rule-cases.ts';
import { panelOf, shop } from '../../../../test/support/shop.ts';
import { sumOfQuotients } from './sum-of-quotients.ts';

const panel = (query: string) => shop({ panels: [panelOf(query)] });

describeRule(sumOfQuotients, {
  example: panel('sum(queue_length / queue_length)'),
  allows: [
    ['a quotient of sums', panel('sum(queue_length) / sum(queue_length)')],
    ['a divisor with a bound', panel('sum(queue_length / clamp_min(queue_length, 1))')],
    ['a divisor with two bounds', panel('sum(queue_length / clamp(queue_length, 1, 9))')],
    ['a divisor that is filtered', panel('sum(queue_length / (queue_length > 0))')],
    ['a number', panel('sum(queue_length / 60)')],
    ['what picks one', panel('max(queue_length / queue_length)')],
  ],
  finds: [
    [
      'a rate, which can be 0',
      panel('sum(queue_length / on () sum(rate(orders_total[$__rate_interval])))'),
      {
        found:
          '`sum(queue_length{job="store"} / on () sum(rate(orders_total{job="shop"}[$__rate_…` adds up quotients whose divisor can be 0',
      },
    ],
    [
      'a function that keeps zeros',
      panel('sum(queue_length / abs(queue_length))'),
      {
        found:
          '`sum(queue_length{job="store"} / abs(queue_length{job="store"}))` adds up quotients whose divisor can be 0',
      },
    ],
    [
      'a comparison that keeps the zeros',
      panel('avg(queue_length % (queue_length > bool 0))'),
      {
        found:
          '`avg(queue_length{job="store"} % (queue_length{job="store"} > bool 0))` adds up quotients whose divisor can be 0',
      },
    ],
  ],
});
