import { scrapeJob } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shopJob, shopTarget, storeJob, storeTarget } from '../../../../test/support/shop.ts';
import { deployed } from '../../../../test/support/shop-deployment.ts';
import { containerScraped } from './container-scraped.ts';

const through = scrapeJob(storeTarget, {
  purpose: 'Pages.',
  static: [{ targets: ['http://elsewhere/'] }],
  relabel: [{ target_label: '__address__', replacement: 'store:80' }],
});

describeRule(containerScraped, {
  example: deployed({ exporter: { metrics: 9999 } }, { jobs: [shopJob] }),
  allows: [
    ['who is scraped', deployed({})],
    ['who says why not', deployed({ containers: {} }, { jobs: [shopJob] })],
    ['who is asked about others', deployed({}, { jobs: [shopJob, through] })],
  ],
  finds: [
    [
      'a target that does not run',
      deployed(
        {},
        {
          jobs: [
            shopJob,
            storeJob,
            scrapeJob(shopTarget, { job: 'gone', purpose: 'Gone.', static: [{ targets: ['gone:80'] }] }),
          ],
        },
      ),
      {
        where: 'scrape job gone',
        found: 'the target gone:80, which does not run',
        allowed: 'a container with metrics on that port, or a service of the application: shop',
        remedy: 'add the container, or remove the target',
      },
    ],
  ],
});
