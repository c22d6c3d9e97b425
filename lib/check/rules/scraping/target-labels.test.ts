import { scrapeJob } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop, shopTarget, storeJob } from '../../../../test/support/shop.ts';
import { targetLabels } from './target-labels.ts';

const job = (change: Partial<Parameters<typeof scrapeJob>[1]>) =>
  shop({
    jobs: [scrapeJob(shopTarget, { purpose: 'Shop.', static: [{ targets: ['shop:80'] }], ...change }), storeJob],
  });

describeRule(targetLabels, {
  example: job({}),
  allows: [
    [
      'a label that relabelling adds to each sample',
      job({ metricRelabel: [{ source_labels: ['__name__'], target_label: 'service' }] }),
    ],
    ['a label that is stated', job({ static: [{ targets: ['shop:80'], labels: { service: 'shop' } }] })],
    ['a label that relabelling adds', job({ relabel: [{ source_labels: ['__address__'], target_label: 'service' }] })],
    ['labels that a file gives', job({ static: [], discovery: [{ kind: 'file', files: ['targets.yml'] }] })],
    ['labels that relabelling takes over', job({ relabel: [{ action: 'labelmap', regex: '__meta_(.*)' }] })],
  ],
  finds: [
    [
      'one that is taken off the samples',
      job({
        static: [{ targets: ['shop:80'], labels: { service: 'shop' } }],
        metricRelabel: [{ action: 'labeldrop', regex: 'serv.*' }],
      }),
      {
        found: 'metricRelabel that removes the label service, which target() names',
        remedy: 'take service out of the regex of the step, or out of target()',
      },
    ],
    [
      'a label that is compared and not written',
      job({ relabel: [{ action: 'keepequal', source_labels: ['zone'], target_label: 'service' }] }),
      {},
    ],
    ['one without a value', job({ static: [{ targets: ['shop:80'], labels: { service: '' } }] }), {}],
    [
      'discovered ones that nothing adds it to',
      job({ static: [], discovery: [{ kind: 'docker', host: 'unix:///var/run/docker.sock' }] }),
      {
        found: 'targets discovered by docker without the label service, which target() names',
        remedy: "relabel it: relabel: [{ source_labels: ['__meta_…'], target_label: 'service' }]",
      },
    ],
    [
      'some of them',
      job({
        static: [
          { targets: ['shop:80'], labels: { service: 'shop' } },
          { targets: ['a:80', 'b:80'], labels: {} },
        ],
      }),
      {
        found: 'the targets a:80 and b:80 without the label service, which target() names',
        remedy: "state it: static: [{ targets: ['a:80'], labels: { service: '…' } }], or relabel it",
      },
    ],
  ],
});
