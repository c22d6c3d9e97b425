import { scrapeJob } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop, shopJob, shopTarget, storeJob } from '../../../../test/support/shop.ts';
import { scrapeTimeout } from './scrape-timeout.ts';

const job = (change: Partial<Parameters<typeof scrapeJob>[1]>) =>
  shop({ jobs: [scrapeJob(shopTarget, { purpose: 'Shop.', static: shopJob.static, ...change }), storeJob] });

describeRule(scrapeTimeout, {
  example: job({ timeout: '30s' }),
  allows: [
    ['the interval', job({ timeout: '15s' })],
    ["the job's own interval", job({ timeout: '30s', every: '1m' })],
  ],
});
