/** What Redis throws away, refuses or cannot save. */

import { signal } from 'plainsight';
import { changes, countedAs, increase, inUnit, max, min, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as redis from '../../metrics/redis.ts';

export const redisEvicted = signal({
  id: 'redis-evicted',
  name: 'Evicted keys in 5 minutes',
  description:
    'Keys that Redis threw away for want of memory within five minutes. The queue of votes is one of the keys: when it is thrown away, its votes are lost. Set its policy to noeviction, and give it memory.',
  unit: unit.count('keys'),
  query: () => countedAs('keys', sum(increase(redis.redis_evicted_keys_total, '5m'))),
  thresholds: { from: { warning: 1 } },
  whenEmpty: 'no data',
});

export const redisRejected = signal({
  id: 'redis-rejected',
  name: 'Rejected connections in 5 minutes',
  description:
    'Connections that Redis refused within five minutes because maxclients was reached. Votes fail meanwhile: restart what leaks connections.',
  unit: unit.count('connections'),
  query: () => countedAs('connections', sum(increase(redis.redis_rejected_connections_total, '5m'))),
  thresholds: { from: { warning: 3 }, reason: 'one refused connection is tried again' },
  whenEmpty: 'no data',
});

export const redisRefused = signal({
  id: 'redis-refused',
  name: 'Refused commands in 5 minutes',
  description:
    'Writes of votes (rpush) and reads of them (lpop) that Redis refused within five minutes, after a failed save or for want of memory. Each refused rpush is a vote that somebody sees fail.',
  unit: unit.count('commands'),
  labels: ['cmd'],
  query: ({ by }) =>
    countedAs(
      'commands',
      sum(increase(redis.redis_commands_rejected_calls_total.where({ cmd: ['rpush', 'lpop'] }), '5m'), { by }),
    ),
  thresholds: { from: { critical: 1 } },
  whenEmpty: 'no data',
  sample: { between: [0, 0] },
});

export const redisRefusing = signal({
  id: 'redis-refusing',
  name: 'Scrapes with refused commands',
  description:
    'At how many scrapes within a quarter of an hour Redis had refused votes (rpush) or reads of them (lpop) since the scrape before. One or two are a Redis that was loading its data after a restart; three or more are a Redis that goes on refusing.',
  unit: unit.count('scrapes'),
  labels: ['cmd'],
  query: ({ by }) =>
    countedAs(
      'scrapes',
      max(changes(redis.redis_commands_rejected_calls_total.where({ cmd: ['rpush', 'lpop'] }), '15m'), { by }),
    ),
  thresholds: { from: { critical: 3 }, reason: 'a restart is over within two scrapes' },
  whenEmpty: 'no data',
  sample: { between: [0, 0] },
});

export const redisSaved = signal({
  id: 'redis-saved',
  name: 'Redis: last save',
  description:
    'Whether the last snapshot of Redis succeeded. After a failed one Redis refuses every write, and votes with it: look for a full disk.',
  unit: unit.state({ 0: 'Failed', 1: 'OK' }),
  query: () =>
    min(inUnit(unit.state({ 0: 'Failed', 1: 'OK' }), redis.redis_rdb_last_bgsave_status, { reason: '1 is OK' })),
  thresholds: { below: { critical: 1 }, reason: '1 is OK, 0 is failed' },
  whenEmpty: 'no data',
});
