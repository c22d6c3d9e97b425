import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { type AlertChange, alertOn, promql, shop, withAlerts } from '../../../../test/support/shop.ts';
import { shopWithLogs, withLogAlerts } from '../../../../test/support/shop-logs.ts';
import { alertTests } from './alert-tests.ts';

const few = (test: NonNullable<AlertChange['test']>) =>
  shop({ alerts: { Few: alertOn(promql('sum(orders_total) < 1'), { test }) } });
const fires = { given: [], at: '5m', labels: {}, says: 'Few orders.' } as const;
const silent = { reason: 'nobody is awake', given: [], at: '5m' } as const;

describeRule(alertTests, {
  example: few({ fires, silent: [] }),
  allows: [['both', few({ fires, silent: [silent] })]],
  finds: [
    [
      'an alert over log lines without tests',
      withLogAlerts(shopWithLogs(), { test: { fires: [], silent: [] } }),
      {
        where: 'alert PaymentsRefused',
        found: 'no firing test',
        allowed: 'at least one test in which the alert fires',
        remedy: 'add test.fires: the fault, when it is noticed, and what the alert then says',
      },
      { where: 'alert PaymentsRefused' },
    ],
    [
      'no firing test',
      withAlerts(shop(), {
        test: {
          fires: [],
          silent: [{ reason: 'quiet', given: [], every: unit.duration('1m'), at: unit.duration('5m') }],
        },
      }),
      {
        where: 'alert QueueLong',
        found: 'no firing test',
        allowed: 'at least one test in which the alert fires',
        remedy: 'add test.fires: the fault, when it is noticed, and what the alert then says',
      },
    ],
    [
      'a silent test without a reason, and a firing one without words',
      few({ fires: { ...fires, says: '' }, silent: [{ ...silent, reason: ' ' }] }),
      {
        found: 'a firing test with an empty `says`',
        allowed: 'the description as a person reads it',
        remedy: 'write into `says` what promtool prints',
      },
      {
        found: 'a silent test without a reason',
        allowed: 'what the situation is, in a few words',
        remedy: "say it: reason: 'a full queue that shrinks'",
      },
    ],
  ],
});
