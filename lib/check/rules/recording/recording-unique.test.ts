import { describeRule } from '../../../../test/support/rule-cases.ts';
import { recordedAs, shop } from '../../../../test/support/shop.ts';
import { recordingUnique } from './recording-unique.ts';

const again = (group: string) =>
  shop({ signals: { a: recordedAs('job:queue_length:max', 'max(queue_length)', { id: 'again', group }) } });

describeRule(recordingUnique, {
  example: again('queue'),
  allows: [['another name', shop({ signals: { a: recordedAs('job:queue_length:min', 'min(queue_length)') } })]],
  finds: [
    [
      'two groups',
      again('shop'),
      { found: 'a second rule with this name, in group shop; the first is in group queue' },
    ],
  ],
});
