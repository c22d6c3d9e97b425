import { describeRule } from '../../../test/support/rule-cases.ts';
import { alertOn, promql, shop } from '../../../test/support/shop.ts';
import { alertAbsentFor } from './alert-absent-for.ts';

const gone = (query: string, span?: '15s' | '30s') => {
  const { for: _for, ...alert } = alertOn(promql(query), span === undefined ? {} : { for: span });
  return shop({ alerts: { Gone: span === undefined ? alert : { ...alert, for: _for } } });
};

describeRule(alertAbsentFor, {
  example: gone('absent(queue_length)'),
  allows: [
    ['two scrapes', gone('absent(queue_length)', '30s')],
    ['another condition', gone('sum(queue_length) > 1')],
  ],
  finds: [
    [
      'one scrape',
      gone('absent_over_time(queue_length[5m])', '15s'),
      { found: 'absent() for 15s, and a scrape every 15s' },
    ],
    [
      'a recorded series',
      gone('absent(job:queue_length:max)', '30s'),
      {
        found: 'absent() for 30s, and a scrape every 1m',
        allowed: 'a `for` of at least 2m, two scrapes',
        remedy: "say for: '2m' or more",
      },
    ],
  ],
});
