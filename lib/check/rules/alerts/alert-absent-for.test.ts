import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, recordedAs, shop } from '../../../../test/support/shop.ts';
import { alertAbsentFor } from './alert-absent-for.ts';

const gone = (query: string, span?: '15s' | '30s') => {
  const { for: _for, ...alert } = alertOn(promql(query), span === undefined ? {} : { for: span });
  return shop({ alerts: { Gone: span === undefined ? alert : { ...alert, for: _for } } });
};

describeRule(alertAbsentFor, {
  example: gone('absent(queue_length)'),
  allows: [
    ['two scrapes', gone('absent(queue_length)', '30s')],
    ['another condition', gone('sum(rate(orders_total[5m])) < 1')],
    ['a recorded absence', shop({ signals: { a: recordedAs('app:a:absent', 'absent(queue_length)') } })],
  ],
  finds: [
    [
      'an absence over time of a recorded series',
      gone('absent_over_time(job:queue_length:max[5m])', '30s'),
      {
        found: 'absent() for 30s, and a scrape every 1m',
        allowed: 'a `for` of at least 2m, two scrapes',
        remedy: "set for: '2m' or more",
      },
    ],
    [
      'one scrape',
      gone('absent_over_time(queue_length[5m])', '15s'),
      { found: 'absent() for 15s, and a scrape every 15s' },
    ],
    [
      'of two series the slower one',
      gone('absent(job:queue_length:max) and absent(queue_length)', '30s'),
      {
        found: 'absent() for 30s, and a scrape every 1m',
        allowed: 'a `for` of at least 2m, two scrapes',
        remedy: "set for: '2m' or more",
      },
    ],
    [
      'a recorded series',
      gone('absent(job:queue_length:max)', '30s'),
      {
        found: 'absent() for 30s, and a scrape every 1m',
        allowed: 'a `for` of at least 2m, two scrapes',
        remedy: "set for: '2m' or more",
      },
    ],
  ],
});
