import { text } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, recordedAs, shop } from '../../../../test/support/shop.ts';
import { labelsKept } from './labels-kept.ts';

const queue = { hole: 'label', label: 'queue' } as const;

describeRule(labelsKept, {
  example: shop({ panels: [panelOf('sum by (job) (queue_length)', ['job', 'queue'])] }),
  allows: [
    ['labels that are there', shop({ panels: [panelOf('sum by (job, queue) (queue_length)', ['job', 'queue'])] })],
    ['what is not known', shop({ panels: [panelOf('elsewhere', ['shelf'])] })],
    [
      'the matchers of absent()',
      shop({ alerts: { A: alertOn(promql('absent(queue_length{queue="orders"})', ['queue'])) } }),
    ],
    ['a number', shop({ panels: [panelOf('1', ['job'])] })],
  ],
  finds: [
    [
      'a description',
      shop({ alerts: { A: alertOn(promql('sum(queue_length) > 1'), { description: () => text`Look at ${queue}.` }) } }),
      { where: 'alert A', allowed: 'labels of the result: none' },
    ],
    [
      'a recording rule',
      shop({
        signals: { a: recordedAs('job_queue:a:sum', 'sum by (job) (queue_length)', { labels: ['job', 'queue'] }) },
      }),
      { where: 'recording rule job_queue:a:sum' },
    ],
    [
      'labels after a join',
      shop({ panels: [panelOf('up * on (job) sum by (job) (queue_length)', ['job', 'queue'])] }),
      {},
    ],
  ],
});
