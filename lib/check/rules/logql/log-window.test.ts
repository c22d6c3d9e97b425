import { describeRule } from '../../../../test/support/rule-cases.ts';
import { logql, withLogAlert, withLogPanel } from '../../../../test/support/shop-logs.ts';
import { logWindow } from './log-window.ts';

describeRule(logWindow, {
  example: withLogAlert(logql('rate({service="shop"}[5s]) > 1')),
  allows: [
    ['the interval', withLogAlert(logql('rate({service="shop"}[15s]) > 1'))],
    ['any window of a panel', withLogPanel(logql('rate({service="shop"}[5s])'))],
  ],
  finds: [
    [
      'one of several',
      withLogAlert(logql('rate({service="shop"}[10s]) > rate({service="shop"}[1m])')),
      { found: 'a window of 10s, and its rule is evaluated every 15s' },
    ],
  ],
});
