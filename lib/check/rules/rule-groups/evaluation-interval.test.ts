import { scrapeJob } from 'plainsight';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, shop, shopJob, shopTarget, storeJob } from '../../../../test/support/shop.ts';
import { evaluationInterval } from './evaluation-interval.ts';

const every = (ms: number) => {
  const model = shop();
  return { ...model, groups: model.groups.map((group) => ({ ...group, every: { ms } })) };
};

describeRule(evaluationInterval, {
  example: every(1_000),
  allows: [
    [
      'as often as the faster of two jobs is scraped',
      shop({
        jobs: [scrapeJob(shopTarget, { purpose: 'Slow.', static: shopJob.static, every: '1m' }), storeJob],
        alerts: { Both: alertOn(promql('sum(rate(orders_total[5m])) > sum(queue_length)')) },
      }),
    ],
    ['with each scrape', every(15_000)],
    ['every five minutes', every(unit.duration('5m').ms)],
  ],
  finds: [
    [
      'too seldom',
      every(unit.duration('6m').ms),
      {
        found: 'evaluated every 6m, and a sample is stale after 5m',
        remedy: "set `every` of the signals that the group records to '5m' or less",
      },
    ],
  ],
});
