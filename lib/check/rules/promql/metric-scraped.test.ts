import { allTargets, counter, scrapeJob, source, target } from 'plainsight';
import { eq, lt, rate, sum, up } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, shop, shopJob, storeJob, storeTarget } from '../../../../test/support/shop.ts';
import { metricScraped } from './metric-scraped.ts';

const branches = target('branches', { labels: ['service'], jobs: ['branch-eu', 'branch-us'] });
const sold_total = counter(source(branches, { version: '1' }), {
  name: 'sold_total',
  help: 'Sold.',
  unit: unit.count('orders'),
  labels: {},
  series: 1,
});
const sold = alertOn(lt(sum(rate(sold_total, '5m')), 1));
const inOneJob = scrapeJob(branches, {
  job: 'branch-eu',
  purpose: 'Branches.',
  static: [{ targets: ['eu:80'], labels: { service: 'branch' } }],
});

describeRule(metricScraped, {
  example: shop({ jobs: [storeJob] }),
  allows: [
    ['series of every job', shop({ alerts: { Down: alertOn(eq(up.of(allTargets()), 0)) } })],
    [
      'a target of which one job of two is scraped',
      shop({ catalogue: { sold_total }, alerts: { Few: sold }, jobs: [shopJob, storeJob, inOneJob] }),
    ],
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
