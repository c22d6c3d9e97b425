import { scrapeJob } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop, shopJob, shopTarget, storeJob } from '../../../../test/support/shop.ts';
import { scrapeTargets } from './scrape-targets.ts';

const job = (targets: readonly string[], change: Partial<Parameters<typeof scrapeJob>[1]> = {}) =>
  shop({ jobs: [scrapeJob(shopTarget, { purpose: 'Shop.', static: [{ targets }], ...change }), storeJob] });

describeRule(scrapeTargets, {
  example: job(['http://shop:80/metrics']),
  allows: [
    [
      'targets that relabelling keeps',
      job(['shop:80'], {
        relabel: [{ action: 'keep', source_labels: ['__address__', '__scheme__'], regex: 'shop.*;http' }],
      }),
    ],
    [
      'what is dropped by a label that nobody knows',
      job(['shop:80'], { relabel: [{ action: 'drop', source_labels: ['__meta_x'], regex: 'y' }] }),
    ],
    ['two addresses', job(['shop:80', '127.0.0.1:8080'])],
    ['the highest port', job(['shop:65535'])],
    ['IPv6', job(['[::1]:80'])],
    ['what is discovered', job([], { discovery: [{ kind: 'file', files: ['targets.yml'] }] })],
    [
      'pages to probe',
      job(['http://shop:80/'], { relabel: [{ target_label: '__address__', replacement: 'prober:9115' }] }),
    ],
  ],
  finds: [
    [
      'a target that is dropped again',
      job(['shop:80', 'old:80'], { relabel: [{ action: 'drop', source_labels: ['__address__'], regex: 'old:.*' }] }),
      {
        found: 'the target old:80, which relabelling drops',
        allowed: 'targets that are asked',
        remedy: 'remove it, or the step of `relabel` that drops it',
      },
    ],
    [
      'a target without its address',
      job(['shop:80'], { relabel: [{ action: 'labelkeep', regex: 'job' }] }),
      {
        found: 'the target shop:80, which relabelling drops',
        allowed: 'targets that are asked',
        remedy: 'remove it, or the step of `relabel` that drops it',
      },
    ],
    ['no port', job(['shop']), { found: 'the target shop', remedy: "write 'shop:80'; a path belongs in `path`" }],
    [
      'a port that there is not',
      job(['shop:65536']),
      { found: 'the target shop:65536', remedy: "write 'shop:80'; a path belongs in `path`" },
    ],
    ['no address', job(['']), { found: 'the target ""', remedy: "write 'shop:80'; a path belongs in `path`" }],
    [
      'none',
      job([]),
      {
        found: 'no targets',
        allowed: 'at least one address, or a way to discover some',
        remedy: 'add `static` or `discovery`, or remove the job',
      },
    ],
    [
      'one twice',
      job(['shop:80', 'shop:80']),
      { found: 'the target shop:80 twice', allowed: 'each target once', remedy: 'remove one of them' },
    ],
    [
      'two jobs of one name',
      shop({ jobs: [shopJob, shopJob, storeJob] }),
      {
        found: 'a second job with this name',
        allowed: 'a name of its own for each job',
        remedy: 'put the targets of both into one job, or rename one target()',
      },
    ],
  ],
});
