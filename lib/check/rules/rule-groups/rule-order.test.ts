import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, recordedAs, shop } from '../../../../test/support/shop.ts';
import { ruleOrder } from './rule-order.ts';

const first = recordedAs('app:a:sum', 'sum(job:queue_length:max)', { group: 'first' });

describeRule(ruleOrder, {
  example: shop({ signals: { first } }),
  allows: [
    ['a rule before it', shop({ signals: { a: recordedAs('app:a:sum', 'sum(job:queue_length:max)') } })],
    ['an alert of the group', shop({ alerts: { A: alertOn(promql('job:queue_length:max > 1'), { group: 'queue' }) } })],
    ['a panel', shop({ panels: [panelOf('sum(job:queue_length:max)')] })],
  ],
  finds: [
    [
      'an alert of another group',
      shop({ alerts: { A: alertOn(promql('job:queue_length:max > 1'), { group: 'shop' }) } }),
      { where: 'alert A', found: 'group shop reads job:queue_length:max, which group queue records' },
    ],
    [
      'a rule after it',
      shop({
        signals: { a: recordedAs('app:a:sum', 'app:b:sum + 1'), b: recordedAs('app:b:sum', 'sum(queue_length)') },
      }),
      {
        found: 'it reads app:b:sum, which is evaluated after it',
        allowed: 'recorded series of rules before it',
        remedy: 'define the signal of app:b:sum first',
      },
    ],
    [
      'a rule that reads itself',
      shop({ signals: { a: recordedAs('app:a:sum', 'app:a:sum + 1') } }),
      {
        found: 'it reads itself',
        allowed: 'recorded series of rules before it',
        remedy: 'read the metric that it is made of',
      },
    ],
  ],
});
