import { describeRule } from '../../../../test/support/rule-cases.ts';
import { recordedAs, shop } from '../../../../test/support/shop.ts';
import { recordingWindow } from './recording-window.ts';

const recorded = (name: `${string}:${string}:${string}`, query: string) =>
  shop({ signals: { a: recordedAs(name, query) } });

describeRule(recordingWindow, {
  example: recorded('app:orders:rate5m', 'sum(rate(orders_total[10m]))'),
  allows: [
    ['the window of the name', recorded('app:orders:rate5m', 'sum(rate(orders_total[5m]))')],
    ['one of two windows', recorded('app:orders:rate5m', 'sum(rate(orders_total[5m])) / sum(rate(orders_total[1h]))')],
    ['a name without a window', recorded('app:orders:sum', 'sum(rate(orders_total[5m]))')],
    ['another spelling', recorded('app:orders:rate60m', 'sum(rate(orders_total[1h]))')],
    ['a rule without a window, which reads one with it', recorded('app:orders:rate5m', 'sum(queue_length)')],
  ],
  finds: [
    [
      'an average',
      recorded('app:queue:avg5m', 'avg(avg_over_time(queue_length[10m]))'),
      {
        where: 'recording rule app:queue:avg5m',
        remedy: "rename it, or record it over 5m: recorded: { …, over: '5m' }",
      },
    ],
    [
      'milliseconds',
      recorded('app:orders:rate500ms', 'sum(rate(orders_total[10m]))'),
      {
        where: 'recording rule app:orders:rate500ms',
        found: '500ms in the name, and in the expression a window of 10m',
        remedy: "rename it, or record it over 500ms: recorded: { …, over: '500ms' }",
      },
    ],
  ],
});
