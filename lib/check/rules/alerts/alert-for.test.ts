import { describeRule } from '../../../../test/support/rule-cases.ts';
import { type AlertChange, alertOn, promql, shop } from '../../../../test/support/shop.ts';
import { alertFor } from './alert-for.ts';

const few = (change: AlertChange) => shop({ alerts: { Few: alertOn(promql('sum(orders_total) < 1'), change) } });

describeRule(alertFor, {
  example: few({ for: '5s' }),
  allows: [
    ['one evaluation', few({ for: '15s' })],
    ['at once', few({ for: '0s' })],
  ],
  finds: [
    [
      "below its group's own interval",
      few({ for: '30s', group: 'queue' }),
      { found: 'for 30s, and its group queue is evaluated every 1m', allowed: 'at least 1m, or none' },
    ],
    [
      'the time that it keeps firing',
      few({ keepFiringFor: '1s' }),
      { found: 'keep_firing_for 1s, and its group alerts is evaluated every 15s' },
    ],
  ],
});
