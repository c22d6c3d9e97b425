/** Alerts on the memory of Redis and on what it refuses to write. */
import { alert, breaches, series, text, value } from 'plainsight';
import { and, gt, increase, sum } from 'plainsight/promql';
import { node_memory_MemTotal_bytes } from '../../stack/metrics/node.ts';
import * as redis from '../../stack/metrics/redis.ts';
import * as db from '../../stack/signals/database.ts';

const service = { service: 'redis' } as const;
const used = (values: string) => series(redis.redis_memory_used_bytes, service, values);
const hostMemory = (values: string) => series(node_memory_MemTotal_bytes, { service: 'host' }, values);
const maxmemory = (values: string) => series(redis.redis_memory_max_bytes, service, values);

export const RedisMemoryHigh = alert({
  when: breaches(db.redisMemoryShare, 'warning'),
  for: '5m',
  keepFiringFor: '5m',
  service: 'redis',
  group: 'redis',
  summary: 'Redis has used nearly all the memory that it may have.',
  description: (_l, v) => text`Redis uses ${v} of the memory that it may take. At 100% votes are refused or lost.`,
  test: {
    fires: [
      {
        given: [used('95000000x20'), maxmemory('100000000x20'), hostMemory('64000000000x20')],
        at: '10m',
        labels: {},
        says: 'Redis uses 95% of the memory that it may take. At 100% votes are refused or lost.',
      },
      {
        given: [used('3800000000x20'), maxmemory('0x20'), hostMemory('4000000000x20')],
        at: '10m',
        labels: {},
        says: 'Redis uses 95% of the memory that it may take. At 100% votes are refused or lost.',
      },
      {
        // It has needed half of it for two minutes.
        given: [used('95000000x10 50000000x9'), maxmemory('100000000x20'), hostMemory('64000000000x20')],
        at: '13m',
        labels: {},
        says: 'Redis uses 95% of the memory that it may take. At 100% votes are refused or lost.',
      },
    ],
    silent: [
      {
        reason: 'a maxmemory of 0 is no limit, and the host has plenty',
        given: [used('4000000000x20'), maxmemory('0x20'), hostMemory('64000000000x20')],
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

/** Within the last minute: one event is no longer seen after 45 s, so that it cannot hold for two minutes. */
const stillEvicting = gt(sum(increase(redis.redis_evicted_keys_total, '1m')), 0);
const evicted = (values: string) => series(redis.redis_evicted_keys_total, service, values);

export const RedisEvicting = [
  alert({
    when: breaches(db.redisEvicted, 'warning'),
    service: 'redis',
    group: 'redis',
    summary: 'Redis threw keys away to save memory.',
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
  }),
  alert({
    when: and(gt(value(db.redisEvicted), 0), stillEvicting),
    for: '2m',
    severity: 'critical',
    service: 'redis',
    group: 'redis',
    summary: 'Redis goes on throwing keys away.',
    description: (_l, v) =>
      text`Keys that Redis threw away within five minutes: about ${v}, and it goes on. All waiting votes are one key.`,
    test: {
      fires: {
        given: [evicted('0x20 1+1x60')],
        every: '15s',
        at: '10m',
        labels: {},
        says: 'Keys that Redis threw away within five minutes: about 20, and it goes on. All waiting votes are one key.',
        also: {
          warning: {
            labels: {},
            says: 'Keys that Redis threw away within five minutes: about 20. All waiting votes are one key.',
          },
        },
      },
      silent: [
        {
          reason: 'a single key is a ticket',
          given: [evicted('0x20 1x60')],
          every: '15s',
          at: '8m',
          also: {
            warning: {
              labels: {},
              says: 'Keys that Redis threw away within five minutes: about 1. All waiting votes are one key.',
            },
          },
        },
      ],
    },
  }),
];

const lastSave = (values: string) => series(redis.redis_rdb_last_bgsave_status, service, values);

export const RedisSaveFailed = alert({
  when: breaches(db.redisSaved, 'critical'),
  for: '1m',
  // What fails without it is counted over five minutes: told after it, that would be a second page.
  keepFiringFor: '5m',
  service: 'redis',
  group: 'redis',
  summary: 'Redis could not save, and refuses votes until it can.',
  description: () => text`The last snapshot failed. The page of vote opens, but every vote fails with status 500.`,
  test: {
    fires: [
      {
        given: [lastSave('1x3 0x10')],
        at: '6m',
        labels: {},
        says: 'The last snapshot failed. The page of vote opens, but every vote fails with status 500.',
      },
      {
        // It saved two minutes ago; the votes that failed are counted for longer.
        given: [lastSave('1x3 0x6 1x10')],
        at: '13m',
        labels: {},
        says: 'The last snapshot failed. The page of vote opens, but every vote fails with status 500.',
      },
    ],
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
  when: and(
    breaches(db.redisRefused, 'critical', { by: ['cmd'] }),
    breaches(db.redisRefusing, 'critical', { by: ['cmd'] }),
  ),
  service: 'redis',
  group: 'redis',
  summary: 'Redis refuses votes.',
  description: (l, v) => text`Calls of ${l.cmd} that Redis refused within five minutes: about ${v}.`,
  test: {
    fires: [
      {
        given: [refused('rpush', '0x20 5+5x60')],
        every: '15s',
        at: '7m',
        labels: { cmd: 'rpush' },
        says: 'Calls of rpush that Redis refused within five minutes: about 40.',
      },
      {
        // At night somebody votes every four minutes, and each sees an error.
        given: [refused('rpush', '0x5 1x3 2x3 3x3 4x3 5x3')],
        at: '18m',
        labels: { cmd: 'rpush' },
        says: 'Calls of rpush that Redis refused within five minutes: about 1.25.',
      },
    ],
    silent: [
      {
        reason: 'a Redis that loads its data after a restart refuses two polls, and then all is well',
        given: [refused('lpop', '0x20 1 2x60')],
        every: '15s',
        at: '6m',
      },
      {
        reason: 'somebody tried a command that does not exist by hand',
        given: [refused('config|set', '0x5 4+1x10'), refused('rpush', '0x15')],
        at: '8m',
      },
      { reason: 'the counter still shows what was refused last week', given: [refused('rpush', '7x20')], at: '12m' },
    ],
  },
});
