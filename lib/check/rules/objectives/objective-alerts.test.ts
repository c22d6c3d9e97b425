import { type Alert, burnAlerts, text, value } from 'plainsight';
import { and, gt } from 'plainsight/promql';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, ordersPaid, queueLength, shop } from '../../../../test/support/shop.ts';
import { objectiveAlerts } from './objective-alerts.ts';

const words = { summary: 'Paid.', description: () => text`Paid.`, test: { fires: [], silent: [] } };
const [page, ticket] = burnAlerts(ordersPaid, { page: words, ticket: words });
const told = (...alerts: readonly Alert[]) =>
  shop({ objectives: [{ ordersPaid }], alerts: alerts.length === 0 ? {} : { Burn: alerts } });

const busy = alertOn(and(gt(value(ordersPaid.burnRate['1h']), 14.4), gt(value(queueLength), 1), { on: [] }), {
  severity: 'critical',
});

describeRule(objectiveAlerts, {
  example: told(),
  allows: [
    ['a page and a ticket', told(page, ticket)],
    ['a page on a condition of its own, and a ticket', told(busy, ticket)],
  ],
  finds: [
    ['a page alone', told(page), { found: 'no warning alert reads its burn rates' }],
    ['a ticket alone', told(ticket), { found: 'no critical alert reads its burn rates' }],
  ],
});
