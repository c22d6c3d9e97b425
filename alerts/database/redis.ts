/** Alerts on Redis, which holds the votes until the worker takes them. */
import { alert, breaches, series, text } from 'plainsight';
import * as redis from '../../stack/metrics/redis.ts';
import * as db from '../../stack/signals/database.ts';

const service = { service: 'redis' } as const;

export const RedisDown = alert({
  when: breaches(db.redisUp, 'critical'),
  for: '1m',
  keepFiringFor: '1m',
  service: 'redis',
  group: 'redis',
  summary: 'Redis is down.',
  description: () => text`Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.`,
  test: {
    fires: {
      given: [series(redis.redis_up, service, '1x3 0x10')],
      at: '6m',
      labels: {},
      says: 'Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.',
    },
    silent: [
      {
        reason: 'a restart is over within a minute',
        given: [series(redis.redis_up, service, '1x3 0 1x10')],
        at: '5m',
      },
      {
        reason: 'without its exporter nobody knows, and TargetDown speaks',
        given: [series(redis.redis_up, service, '1x3 stale')],
        at: '6m',
      },
    ],
  },
});

const used = (values: string) => series(redis.redis_memory_used_bytes, service, values);
const maxmemory = (values: string) => series(redis.redis_memory_max_bytes, service, values);

export const RedisMemoryHigh = alert({
  when: breaches(db.redisMemoryShare, 'warning'),
  for: '5m',
  keepFiringFor: '5m',
  service: 'redis',
  group: 'redis',
  summary: 'Redis has used nearly all the memory that it may have.',
  description: (_l, v) => text`Redis uses ${v} of maxmemory. At 100% it refuses votes.`,
  test: {
    fires: {
      given: [used('95000000x20'), maxmemory('100000000x20')],
      at: '10m',
      labels: {},
      says: 'Redis uses 95% of maxmemory. At 100% it refuses votes.',
    },
    silent: [
      {
        reason: 'a maxmemory of 0 is no limit, which is how the app runs Redis',
        given: [used('4000000000x20'), maxmemory('0x20')],
        at: '10m',
      },
      {
        reason: 'a rush of votes that is worked off',
        given: [used('50000000x3 95000000x3 50000000x10'), maxmemory('100000000x20')],
        at: '10m',
      },
    ],
  },
});

const rejected = (values: string) => series(redis.redis_rejected_connections_total, service, values);

export const RedisRejectingConnections = alert({
  when: breaches(db.redisRejected, 'critical'),
  service: 'redis',
  group: 'redis',
  summary: 'Redis turns clients away.',
  description: (_l, v) => text`Connections that Redis refused within five minutes, having too many: about ${v}.`,
  test: {
    fires: {
      given: [rejected('0x5 1x10')],
      at: '8m',
      labels: {},
      says: 'Connections that Redis refused within five minutes, having too many: about 1.',
    },
    silent: [
      { reason: 'the counter still shows what was refused last week', given: [rejected('7x20')], at: '12m' },
      { reason: 'a restart sets the counter back to 0', given: [rejected('7x8 0x12')], at: '12m' },
    ],
  },
});

const evicted = (values: string) => series(redis.redis_evicted_keys_total, service, values);

export const RedisEvicting = alert({
  when: breaches(db.redisEvicted, 'critical'),
  service: 'redis',
  group: 'redis',
  summary: 'Redis throws keys away to save memory.',
  description: (_l, v) =>
    text`Keys that Redis threw away within five minutes: about ${v}. All waiting votes are one key.`,
  test: {
    fires: {
      given: [evicted('0x5 1x10')],
      at: '8m',
      labels: {},
      says: 'Keys that Redis threw away within five minutes: about 1. All waiting votes are one key.',
    },
    silent: [
      { reason: 'the counter still shows what was thrown away last week', given: [evicted('3x20')], at: '12m' },
      { reason: 'a restart sets the counter back to 0', given: [evicted('3x8 0x12')], at: '12m' },
    ],
  },
});

const lastSave = (values: string) => series(redis.redis_rdb_last_bgsave_status, service, values);

export const RedisSaveFailed = alert({
  when: breaches(db.redisSaved, 'critical'),
  for: '1m',
  keepFiringFor: '1m',
  service: 'redis',
  group: 'redis',
  summary: 'Redis could not save, and refuses votes until it can.',
  description: () => text`The last snapshot failed. The page of vote opens, but every vote fails with status 500.`,
  test: {
    fires: {
      given: [lastSave('1x3 0x10')],
      at: '6m',
      labels: {},
      says: 'The last snapshot failed. The page of vote opens, but every vote fails with status 500.',
    },
    silent: [
      { reason: 'the next attempt succeeded', given: [lastSave('1x3 0 1x10')], at: '5m' },
      {
        reason: 'while Redis is down nobody knows, and RedisDown speaks',
        given: [series(redis.redis_up, service, '1x3 0x10'), lastSave('1x3 stale')],
        at: '6m',
      },
    ],
  },
});

const refused = (cmd: string, values: string) =>
  series(redis.redis_commands_rejected_calls_total, { ...service, cmd }, values);

export const RedisRefusingCommands = alert({
  when: breaches(db.redisRefused, 'critical', { by: ['cmd'] }),
  service: 'redis',
  group: 'redis',
  summary: 'Redis refuses votes.',
  description: (l, v) => text`Calls of ${l.cmd} that Redis refused within five minutes: about ${v}.`,
  test: {
    fires: {
      given: [refused('rpush', '0x5 1x10')],
      at: '8m',
      labels: { cmd: 'rpush' },
      says: 'Calls of rpush that Redis refused within five minutes: about 1.',
    },
    silent: [
      {
        reason: 'somebody tried a command that does not exist by hand',
        given: [refused('config|set', '0x5 4x10'), refused('rpush', '0x15')],
        at: '8m',
      },
      { reason: 'the counter still shows what was refused last week', given: [refused('rpush', '7x20')], at: '12m' },
    ],
  },
});
