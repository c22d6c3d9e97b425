import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, recordedAs, shop } from '../../../../test/support/shop.ts';
import { ruleDuplicate } from './rule-duplicate.ts';

const few = promql('sum(rate(orders_total[5m])) < 1');

describeRule(ruleDuplicate, {
  example: shop({ alerts: { Few: alertOn(few), Again: alertOn(few) } }),
  allows: [
    [
      'two rules of one name, which have a rule of their own',
      shop({
        signals: {
          a: recordedAs('app:a:sum', 'sum(queue_length)'),
          b: recordedAs('app:a:sum', 'sum(queue_length)', { id: 'b' }),
        },
      }),
    ],
    ['two severities', shop({ alerts: { Few: alertOn(few), FewAgain: alertOn(few, { severity: 'critical' }) } })],
    [
      'two expressions',
      shop({ alerts: { Few: alertOn(few), None: alertOn(promql('sum(rate(orders_total[5m])) == 0')) } }),
    ],
  ],
  finds: [
    [
      'two recording rules',
      shop({
        signals: { a: recordedAs('app:a:sum', 'sum(queue_length)'), b: recordedAs('app:b:sum', 'sum( queue_length )') },
      }),
      {
        where: 'recording rule app:b:sum',
        found: 'the same expression as recording rule app:a:sum',
        remedy: 'read app:a:sum in its place',
      },
    ],
  ],
});
