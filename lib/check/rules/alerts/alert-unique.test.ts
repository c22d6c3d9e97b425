import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, shop } from '../../../../test/support/shop.ts';
import { alertUnique } from './alert-unique.ts';

const when = promql('sum(queue_length) > 1');

// The group alerts stands before the group queue: the first of the two is the one that the test adds.
describeRule(alertUnique, {
  example: shop({ alerts: { QueueLong: alertOn(when) } }),
  allows: [
    ['two names', shop({ alerts: { QueueLonger: alertOn(when) } })],
    ['two severities of one', shop({ alerts: { QueueLong: alertOn(when, { severity: 'critical' }) } })],
  ],
});
