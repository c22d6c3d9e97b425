import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, shop } from '../../../../test/support/shop.ts';
import { alertRunbook } from './alert-runbook.ts';

const few = (runbooks: Readonly<Record<string, string>>) =>
  shop({
    alerts: { Few: alertOn(promql('sum(orders_total) < 1')) },
    runbooks: { QueueLong: '# QueueLong', ...runbooks },
  });

describeRule(alertRunbook, {
  example: few({}),
  allows: [['a runbook', few({ Few: '# Few' })]],
  finds: [
    ['an empty file', few({ Few: '\n' }), { found: 'an empty runbook' }],
    ['a file of another name', few({ Fewer: '# Few' }), {}],
    [
      'a file whose name is misspelled',
      shop({ runbooks: { QeueLong: '# QueueLong' } }),
      {
        where: 'alert QueueLong',
        allowed: 'a file alerts/runbooks/QueueLong.md that is not empty',
        remedy: 'rename the file QeueLong.md, if that is the one',
      },
    ],
  ],
});
