import { describeRule } from '../../../../test/support/rule-cases.ts';
import { recordedAs, shop } from '../../../../test/support/shop.ts';
import { recordingLevel } from './recording-level.ts';

const level = (name: string, labels: readonly string[]) => {
  const query = labels.length === 0 ? 'sum(queue_length)' : `sum by (${labels.join(', ')}) (queue_length)`;
  return shop({ signals: { a: recordedAs(`${name}:a:sum`, query, { labels }) } });
};

describeRule(recordingLevel, {
  example: level('job', []),
  allows: [
    ['a word for the whole', level('app', [])],
    ['a word that is a label elsewhere', level('kind', [])],
    ['the labels', level('job_queue', ['job', 'queue'])],
    ['the labels in another order', level('queue_job', ['job', 'queue'])],
  ],
  finds: [
    [
      'a label that is missing',
      level('job', ['job', 'queue']),
      {
        found: 'the level job, and the labels job and queue',
        allowed: 'the labels in any order, joined by _',
        remedy: 'rename it to job_queue:a:sum',
      },
    ],
    [
      'a word for the whole of parts',
      level('app', ['queue']),
      {
        where: 'recording rule app:a:sum',
        found: 'the level app, and the label queue',
        allowed: 'the labels in any order, joined by _',
        remedy: 'rename it to queue:a:sum',
      },
    ],
  ],
});
