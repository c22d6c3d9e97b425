import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, recordedAs, shop } from '../../../../test/support/shop.ts';
import { promqlRefused } from './promql-refused.ts';

const odd = (text: string) => shop({ alerts: { Odd: alertOn(promql(text)) } });
const panel = (text: string) => shop({ panels: [panelOf(text)] });

describeRule(promqlRefused, {
  example: odd('rate(queue_length) > 1'),
  allows: [
    ['a range that the server works out', odd('max(max_over_time(queue_length[5m + 1m])) > 1')],
    ['a comparison of numbers with bool', panel('vector(1 > bool 2)')],
    ['the step of a panel', panel('max(max_over_time(queue_length[step() * 4]))')],
    ['a matcher that is certain', panel('max({job="store",queue=~".+"})')],
  ],
  finds: [
    [
      'grouping on a set operation',
      odd('queue_length > 1 and on (job) group_left (queue) queue_length'),
      {
        found: 'group_left with and',
        allowed: 'and on (…) or and ignoring (…): it joins many to many as it is',
        remedy: 'leave group_left out',
      },
    ],
    [
      'bool outside comparisons',
      odd('(queue_length + bool 1) > 1'),
      { found: '+ bool', allowed: 'bool behind ==, !=, >, <, >= or <=', remedy: 'leave bool out' },
    ],
    [
      'two names of one metric, in a recording rule',
      shop({ signals: { odd: recordedAs('app:odd:sum', 'sum(queue_length{__name__="queue_length"})') } }),
      {
        where: 'recording rule app:odd:sum',
        found: '`queue_length{__name__="queue_length",job="store"}`, which names its metric twice',
        allowed: 'queue_length{…} or {__name__="queue_length",…}',
        remedy: 'leave __name__ out',
      },
    ],
    [
      'arguments too many, in a panel',
      panel('max(floor(queue_length, queue_length))'),
      {
        where: 'dashboard shop / panel raw',
        found: 'floor() of 2 arguments',
        allowed: '1 argument',
        remedy: 'write floor(vector)',
      },
    ],
    [
      'the step of a query in a rule',
      odd('max(max_over_time(queue_length[step()])) > 1'),
      {
        found: 'step() in a rule, where step() and range() are 0',
        allowed: 'a duration such as 5m',
        remedy: 'write the duration out',
      },
    ],
  ],
});
