import { describeRule } from '../../../../test/support/rule-cases.ts';
import { recordedAs, shop } from '../../../../test/support/shop.ts';
import { recordingName } from './recording-name.ts';

const named = (name: `${string}:${string}:${string}`) =>
  shop({ signals: { a: recordedAs(name, 'sum(queue_length)') } });

describeRule(recordingName, {
  example: named('Job::sum'),
  allows: [
    ['three parts', named('job:orders:rate5m')],
    ['a total that is one', named('job:orders_total:sum')],
  ],
  finds: [
    [
      'an increase of a total',
      named('job:orders_total:increase1h'),
      { where: 'recording rule job:orders_total:increase1h', found: 'the name job:orders_total:increase1h' },
    ],
    ['four parts', named('job:a:b:sum'), { where: 'recording rule job:a:b:sum', found: 'the name job:a:b:sum' }],
    [
      'a rate of a total',
      named('job:orders_total:rate5m'),
      { where: 'recording rule job:orders_total:rate5m', found: 'the name job:orders_total:rate5m' },
    ],
    ['a dash', named('job:a-b:sum'), { where: 'recording rule job:a-b:sum', found: 'the name job:a-b:sum' }],
  ],
});
