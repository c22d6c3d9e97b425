import { describeRule } from '../../../../test/support/rule-cases.ts';
import { logql, shopWithLogs, withLogAlert, withLogPanel } from '../../../../test/support/shop-logs.ts';
import { logRefused } from './log-refused.ts';

describeRule(logRefused, {
  example: withLogPanel(logql('rate({service=~".*"}[5m])')),
  allows: [
    ['typed queries', shopWithLogs()],
    ['a variable on a dashboard', withLogPanel(logql('rate({service="shop"}[$__auto])'))],
  ],
  finds: [
    [
      'what is no LogQL',
      withLogPanel(logql('rate({service="shop"}')),
      {
        found: '1:22: found the end, expected a range such as [5m]',
        allowed: 'a query in LogQL',
        remedy: 'correct the text',
      },
    ],
    [
      'a variable in a rule, where nobody fills it in',
      withLogAlert(logql('rate({service="shop"}[$__auto]) > 1')),
      {
        where: 'alert Lines',
        found: '[$__auto]',
        allowed: 'a duration above 0: Loki itself knows no variables of Grafana',
        remedy: 'write a literal window, [5m]',
      },
    ],
  ],
});
