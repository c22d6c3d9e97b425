import { breaches, profiles, unavailable } from 'plainsight';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, shop } from '../../../../test/support/shop.ts';
import { runbookAlert } from './runbook-alert.ts';

const runbooks = (name: string) => ({ QueueLong: '# QueueLong', [name]: '# More' });
const gone = profiles('plain').signal({
  id: 'gone',
  name: 'Gone',
  description: 'Not here.',
  unit: unit.count('orders'),
  thresholds: { from: { warning: 1 } },
  query: { plain: unavailable('no source') },
  whenEmpty: 'no data',
});

describeRule(runbookAlert, {
  example: shop({ runbooks: runbooks('Fewer') }),
  allows: [
    [
      'an alert that this profile leaves out',
      shop({ runbooks: runbooks('Gone'), signals: { gone }, alerts: { Gone: alertOn(breaches(gone, 'warning')) } }),
    ],
  ],
  finds: [
    [
      'a misspelled name',
      shop({ runbooks: runbooks('QeueLong') }),
      {
        where: 'runbook QeueLong',
        remedy: 'did you mean QueueLong? Otherwise remove it, or rename it with its alert',
      },
    ],
  ],
});
