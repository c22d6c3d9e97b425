import { scrapeJob } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shopJob, storeJob, storeTarget } from '../../../../test/support/shop.ts';
import { deployed } from '../../../../test/support/shop-deployment.ts';
import { probeModule } from './probe-module.ts';

const probes = { http_2xx: { kind: 'http', timeout: '5s' } } as const;
const asking = (...module: readonly string[]) =>
  scrapeJob(storeTarget, {
    job: 'pages',
    purpose: 'Pages.',
    path: '/probe',
    params: { module },
    static: [{ targets: ['http://shop/'] }],
  });

describeRule(probeModule, {
  example: deployed({ probes }, { jobs: [shopJob, storeJob, asking('http_2xx', 'http_2x')] }),
  allows: [
    ['a module that is there', deployed({ probes }, { jobs: [shopJob, asking('http_2xx')] })],
    ['a prober that is somebody else’s', deployed({}, { jobs: [shopJob, asking('any')] })],
  ],
  finds: [
    [
      'a module that nobody asks for',
      deployed({ probes }),
      {
        where: 'probe http_2xx',
        found: 'no scrape job that asks for it',
        allowed: 'modules that are asked for',
        remedy: "add a job with params: { module: ['http_2xx'] }, or remove the module",
      },
    ],
  ],
});
