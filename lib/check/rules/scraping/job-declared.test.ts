import { scrapeJob, target } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop, shopTarget, storeJob } from '../../../../test/support/shop.ts';
import { jobDeclared } from './job-declared.ts';

const writesJob = { source_labels: ['__address__'], target_label: 'job' } as const;
const labels = { service: 'shop' };
const job = (change: Partial<Parameters<typeof scrapeJob>[1]>, of = shopTarget) =>
  shop({
    jobs: [scrapeJob(of, { purpose: 'Shop.', static: [{ targets: ['shop:80'], labels }], ...change }), storeJob],
  });
const declared = target('shop', { labels: ['service'], jobs: ['shop-eu', 'shop-us'] });

describeRule(jobDeclared, {
  example: job({ relabel: [writesJob] }),
  allows: [
    ['relabelling that writes another label', job({ relabel: [{ target_label: 'zone', replacement: 'eu' }] })],
    ['values that are declared', job({ metricRelabel: [writesJob] }, declared)],
    ['labels of the exposition, declared', job({ honorLabels: true }, declared)],
    ['one of several jobs', job({ job: 'shop-eu' }, declared)],
  ],
  finds: [
    [
      'labels of the exposition',
      job({ honorLabels: true }),
      { found: 'honorLabels that writes job, and no values of it declared' },
    ],
    [
      'a static label',
      job({ static: [{ targets: ['shop:80'], labels: { ...labels, job: 'other' } }] }),
      { found: 'a static label that writes job, and no values of it declared' },
    ],
    [
      'a job that no selector names',
      job({}, declared),
      {
        found: 'the job shop, and a target whose series have the jobs shop-eu and shop-us',
        allowed: 'a scrape job of one of these names, or relabelling that writes them',
        remedy: "name it: target('shop', { jobs: ['shop'] })",
      },
    ],
  ],
});
