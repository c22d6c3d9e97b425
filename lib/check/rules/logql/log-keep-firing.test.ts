import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shopWithLogs, withLogAlerts } from '../../../../test/support/shop-logs.ts';
import { logKeepFiring } from './log-keep-firing.ts';

describeRule(logKeepFiring, {
  example: withLogAlerts(shopWithLogs(), { keepFiringFor: unit.duration('10m') }),
  allows: [['an alert that ends', shopWithLogs()]],
});
