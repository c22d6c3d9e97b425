import { describeRule } from '../../../../test/support/rule-cases.ts';
import { type AlertChange, alertOn, promql, shop, withAlerts } from '../../../../test/support/shop.ts';
import { alertSeverity } from './alert-severity.ts';

const few = (change: AlertChange) => shop({ alerts: { Few: alertOn(promql('sum(orders_total) < 1'), change) } });

describeRule(alertSeverity, {
  example: few({ severity: 'critical', for: '2h' }),
  allows: [
    ['an hour', few({ severity: 'critical', for: '1h' })],
    ['a warning that takes longer', few({ for: '2h' })],
  ],
  finds: [
    ['a warning after days', few({ for: '2d' }), { found: 'warning after 2d', allowed: 'at most 1d for warning' }],
    [
      'a severity that nobody routes',
      // A cast stands for a definition in JavaScript.
      withAlerts(shop(), { severity: 'page' as 'none' }),
      {
        where: 'alert QueueLong',
        found: 'the severity page',
        allowed: 'critical, warning, info or none',
        remedy: 'choose one: critical pages a person, warning makes a ticket',
      },
    ],
  ],
});
