import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, recordedAs, shop } from '../../../../test/support/shop.ts';
import { topkInRule } from './topk-in-rule.ts';

describeRule(topkInRule, {
  example: shop({ alerts: { Worst: alertOn(promql('topk(3, queue_length) > 1')) } }),
  allows: [['a panel', shop({ panels: [panelOf('topk(3, queue_length)')] })]],
  finds: [
    [
      'some that are drawn',
      shop({ alerts: { Worst: alertOn(promql('limitk(3, queue_length) > 1')) } }),
      { found: 'limitk() in a rule' },
    ],
    [
      'a share that is drawn',
      shop({ alerts: { Worst: alertOn(promql('limit_ratio(0.1, queue_length) > 1')) } }),
      { found: 'limit_ratio() in a rule' },
    ],
    [
      'a recording rule',
      shop({ signals: { a: recordedAs('app:a:max', 'bottomk(1, queue_length)') } }),
      { where: 'recording rule app:a:max', found: 'bottomk() in a rule' },
    ],
  ],
});
