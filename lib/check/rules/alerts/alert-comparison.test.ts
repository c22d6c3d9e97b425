import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, shop } from '../../../../test/support/shop.ts';
import { logql, withLogAlert } from '../../../../test/support/shop-logs.ts';
import { alertComparison } from './alert-comparison.ts';

const few = (query: string) => shop({ alerts: { Few: alertOn(promql(query)) } });

describeRule(alertComparison, {
  example: few('sum(rate(orders_total[5m]))'),
  allows: [
    ['a comparison', few('sum(queue_length) > 1')],
    ['a comparison in one of several arguments', few('clamp_max(queue_length > 1, 5)')],
    ['a comparison further inside', few('count(queue_length > 1)')],
    ['the absence of a series', few('absent(queue_length)')],
    ['what lacks a partner', few('queue_length unless on (job) up')],
    ['a condition on one side', few('queue_length and on () sum(orders_total) > 1')],
    ['two conditions', few('(queue_length > 1) or (orders_total > 2)')],
    ['series that are there only while something fires', few('count(ALERTS{alertname="Few"})')],
    ['a comparison in a subquery', few('max_over_time((queue_length > 1)[5m:1m])')],
    ['a comparison of log lines', withLogAlert(logql('sum(rate({service="shop"}[5m])) > 1'))],
    [
      'a comparison of log lines on one side',
      withLogAlert(logql('sum(rate({service="shop"}[5m])) > 1 and sum(rate({service="store"}[5m]))')),
    ],
    ['lines that are missing', withLogAlert(logql('absent_over_time({service="shop"}[5m])'))],
  ],
  finds: [
    [
      'a default beside a comparison of log lines',
      withLogAlert(logql('sum(rate({service="shop"}[5m])) > 1 or vector(0)')),
      { where: 'alert Lines', found: '`sum(rate({service="shop"}[5m])) > 1 or vector(0)`, which always has a value' },
    ],
    [
      '0 and 1',
      few('queue_length > bool 1'),
      { found: '`queue_length{job="store"} > bool 1`, which always has a value' },
    ],
    [
      'a default',
      few('(queue_length > 1) or vector(0)'),
      { found: '`queue_length{job="store"} > 1 or vector(0)`, which always has a value' },
    ],
    ['a number', few('vector(1)'), { found: '`vector(1)`, which always has a value' }],
    [
      'NaN in place of nothing',
      few('vector(scalar(queue_length > 1))'),
      { found: '`vector(scalar(queue_length{job="store"} > 1))`, which always has a value' },
    ],
  ],
});
