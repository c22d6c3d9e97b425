import { type Alert, burnAlerts, text } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { ordersPaid, shop } from '../../../../test/support/shop.ts';
import { objectiveAlerts } from './objective-alerts.ts';

const words = { summary: 'Paid.', description: () => text`Paid.`, test: { fires: [], silent: [] } };
const [page, ticket] = burnAlerts(ordersPaid, { page: words, ticket: words });
const told = (...alerts: readonly Alert[]) =>
  shop({ objectives: [{ ordersPaid }], alerts: alerts.length === 0 ? {} : { Burn: alerts } });

describeRule(objectiveAlerts, {
  example: told(),
  allows: [['a page and a ticket', told(page, ticket)]],
  finds: [
    ['a page alone', told(page), { found: 'no warning alert reads its burn rates' }],
    ['a ticket alone', told(ticket), { found: 'no critical alert reads its burn rates' }],
  ],
});
