import { allTargets, target } from 'plainsight';
import { eq, up } from 'plainsight/promql';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, shop, storeJob, storeTarget } from '../../../../test/support/shop.ts';
import { metricScraped } from './metric-scraped.ts';

describeRule(metricScraped, {
  example: shop({ jobs: [storeJob] }),
  allows: [
    ['series of every job', shop({ alerts: { Down: alertOn(eq(up.of(allTargets()), 0)) } })],
    ['series of one job', shop({ alerts: { Down: alertOn(eq(up.of(storeTarget), 0)) } })],
  ],
  finds: [
    [
      'the up of a target without a job',
      shop({ alerts: { Down: alertOn(eq(up.of(target('bank')), 0)) } }),
      {
        where: 'alert Down',
        found: 'up of the target bank, which no job scrapes',
        allowed: 'metrics of the jobs: shop and store',
      },
    ],
  ],
});
