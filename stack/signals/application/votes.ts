/** The path of a vote: accepted by vote, queued in Redis, stored in PostgreSQL, read by result. */

import { unavailable } from 'plainsight';
import { countedAs, eq, inUnit, max, min, mul, or, rate, sub, sum, unless } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import {
  pg_scrape_collector_success,
  pg_stat_user_tables_n_tup_ins,
  pg_stat_user_tables_n_tup_upd,
  pg_stat_user_tables_seq_scan,
  pg_up,
} from '../../metrics/postgres.ts';
import { redis_key_size } from '../../metrics/redis.ts';
import { votes_total } from '../../metrics/vote.ts';
import { signal } from '../../profiles.ts';
import { callsOf } from './calls.ts';

export const storedVotes = pg_stat_user_tables_n_tup_ins.where({ relname: 'votes' });

const changedVotes = pg_stat_user_tables_n_tup_upd.where({ relname: 'votes' });

/**
 * 0 while PostgreSQL answers and its tables can be read, else nothing. Where the table `votes` is gone its series are
 * absent, not 0, and nobody stores or reads votes; where its statistics cannot be read nobody knows.
 */
const zeroOfTables = mul(
  unless(max(eq(pg_up, 1)), eq(min(pg_scrape_collector_success.where({ collector: 'stat_user_tables' })), 0)),
  0,
);

export const votesAccepted = signal({
  id: 'votes-accepted',
  name: 'Votes accepted',
  description:
    'Votes per second that went through vote into Redis. Nothing while people vote means that votes are being refused: look at Redis, and at the failed requests.',
  unit: unit.perSecond('votes'),
  query: {
    instrumented: ({ window }) => sum(rate(votes_total, window)),
    stock: ({ window }) => callsOf('rpush', window),
  },
  whenEmpty: 'no data',
  sample: { between: [0.77, 1.13] },
});

export const votesQueued = signal({
  id: 'votes-queued',
  name: 'Votes queued',
  description:
    'Votes per second that Redis took (RPUSH). It follows the accepted votes; less means that votes get lost.',
  unit: unit.perSecond('votes'),
  query: {
    instrumented: ({ window }) => callsOf('rpush', window),
    stock: unavailable('without metrics of vote, accepted votes are counted as Redis takes them: it is one number'),
  },
  whenEmpty: 'no data',
  sample: { from: [votesAccepted], as: (accepted) => accepted },
});

export const queueLength = signal({
  id: 'votes-waiting',
  name: 'Votes waiting',
  description:
    'Votes in the Redis list that the worker has not taken yet. Above the line and growing, the worker is overwhelmed or gone: start it, or start a second one.',
  unit: unit.count('votes'),
  labels: ['job'],
  query: ({ by }) => countedAs('votes', max(redis_key_size.where({ db: 'db0', key: 'votes' }), { by })),
  thresholds: { from: { warning: 100, critical: 1000 }, reason: 'one worker takes at most 10 votes/s' },
  recorded: { as: 'job:votes_waiting:max', group: 'vote-pipeline', every: '30s' },
  // The exporter lacks its flag, or Redis does not answer: that must not read as "0 waiting".
  whenEmpty: 'no data',
  sample: { between: [0, 30] },
});

export const votesStored = signal({
  id: 'votes-stored',
  name: 'New voters',
  description: 'Votes of people who had not voted before, as rows inserted per second into the table votes.',
  unit: unit.perSecond('votes'),
  query: ({ window }) =>
    sub(countedAs('votes', sum(rate(storedVotes, window))), countedAs('votes', sum(rate(changedVotes, window)))),
  whenEmpty: 'no data',
  sample: { from: [votesAccepted], as: (accepted) => 0.75 * accepted },
});

export const votesChanged = signal({
  id: 'votes-changed',
  name: 'Changed votes',
  description: 'Votes per second of people who had voted before: the insert fails and the row is updated.',
  unit: unit.perSecond('votes'),
  query: ({ window }) => countedAs('votes', sum(rate(changedVotes, window))),
  whenEmpty: 'no data',
  sample: { from: [votesAccepted], as: (accepted) => 0.25 * accepted },
});

export const votesDone = signal({
  id: 'votes-done',
  name: 'Votes stored',
  description:
    'Votes per second that reached PostgreSQL, new and changed. While votes wait and this is 0, the pipeline stands still: read the logs of the worker.',
  unit: unit.perSecond('votes'),
  // A failed insert of a voter who votes again is counted as well, so inserts alone are all votes.
  query: ({ window }) =>
    or(
      countedAs('votes', sum(rate(storedVotes, window))),
      inUnit(unit.perSecond('votes'), zeroOfTables, { reason: 'nothing is stored in a table that is not there' }),
    ),
  whenEmpty: 'no data',
  sample: { from: [votesAccepted], as: (accepted) => accepted },
});

export const resultPolls = signal({
  id: 'result-polls',
  name: 'Result polls',
  description:
    'How often per second result reads the votes: about once for each result that runs. It leaves for good at the first lost database connection; nothing restarts it: `docker compose up -d result`.',
  unit: unit.perSecond('scans'),
  query: ({ window }) =>
    or(
      sum(rate(pg_stat_user_tables_seq_scan.where({ relname: 'votes' }), window)),
      inUnit(unit.perSecond('scans'), zeroOfTables, { reason: 'nobody reads a table that is not there' }),
    ),
  thresholds: { below: { warning: 0.9, critical: 0.5 }, reason: 'result reads the count once a second' },
  whenEmpty: 'no data',
});
