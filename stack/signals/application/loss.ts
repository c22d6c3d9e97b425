/** Votes that were accepted, do not wait any more, and are not in the table. */

import {
  add,
  and,
  clampMin,
  countedAs,
  countOverTime,
  delta,
  gte,
  increase,
  maxOverTime,
  min,
  mul,
  sub,
  sum,
} from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { redis_key_size, redis_up } from '../../metrics/redis.ts';
import { signal } from '../../profiles.ts';
import { callsWithin } from './calls.ts';
import { storedVotes, votesAccepted } from './votes.ts';

/** The scrape interval of 15 s as a share of two minutes. */
const SCRAPE_OF_TWO_MINUTES = 0.125;

/** How many times both exporters are scraped in half an hour, one of them missed at most. */
const NEARLY_ALL_SCRAPES = 119;

export const votesLost = signal({
  id: 'votes-lost',
  name: 'Votes lost',
  description:
    'Votes that were accepted in the last half hour and neither wait nor were stored. A few are rounding; hundreds are votes that a restart of Redis or of the worker lost. Nothing is shown unless the exporters of Redis and PostgreSQL were both read all through that half hour.',
  unit: unit.count('votes'),
  labels: [],
  query: () => {
    const arrived = callsWithin('rpush', '30m');
    const waiting = countedAs('votes', sum(delta(redis_key_size.where({ db: 'db0', key: 'votes' }), '30m')));
    const stored = countedAs('votes', sum(increase(storedVotes, '30m')));
    // A Redis that is down is still told by its exporter; where the exporter itself was away, the sums do not compare.
    const bothKnown = and(
      gte(min(countOverTime(redis_up, '30m')), NEARLY_ALL_SCRAPES),
      gte(min(countOverTime(storedVotes, '30m')), NEARLY_ALL_SCRAPES),
    );
    return and(sub(sub(arrived, waiting), stored), bothKnown);
  },
  whenEmpty: 'not applicable',
  emptyText: 'Not known',
  sample: { between: [-6, 8] },
});

export const lossAllowance = signal({
  id: 'votes-lost-allowance',
  name: 'Tolerance',
  description:
    'How many votes may seem lost though none is: Redis and PostgreSQL are asked at different moments, up to a scrape interval apart. More than this is a loss.',
  unit: unit.count('votes'),
  query: () => {
    const share = mul(callsWithin('rpush', '30m'), 0.01);
    // Of the busiest moment: when voting ends, what the two were asked in between still stands in the window.
    const busiest = maxOverTime(callsWithin('rpush', '2m'), '30m', { step: '1m' });
    return clampMin(add(share, mul(busiest, SCRAPE_OF_TWO_MINUTES)), 5);
  },
  whenEmpty: 'no data',
  sample: { from: [votesAccepted], as: (accepted) => Math.round(Math.max(5, 33 * accepted)) },
});
