/** Alerts on Redis, which holds the votes until the worker takes them. */
import { alert, breaches, series, text, value } from 'plainsight';
import { and, eq, gt, increase, inUnit, max, or, scrape_duration_seconds, sum, unless, up } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { node_memory_MemTotal_bytes } from '../../stack/metrics/node.ts';
import * as redis from '../../stack/metrics/redis.ts';
import * as db from '../../stack/signals/database.ts';
import { redis as redisTarget } from '../../stack/targets.ts';

const service = { service: 'redis' } as const;
const answers = (values: string) => series(redis.redis_up, service, values);
const clients = (values: string) => series(redis.redis_connected_clients, service, values);
const maxclients = series(redis.redis_config_maxclients, service, '100x40');
const rejected = (values: string) => series(redis.redis_rejected_connections_total, service, values);
const scrapeError = (err: string, values: string) =>
  series(redis.redis_exporter_last_scrape_error, { ...service, err }, values);

/**
 * Redis has no slot left for its exporter, which then says `redis_up 0`: when it was last seen nearly all slots were
 * taken, or it takes the exporter's connection and closes it. A Redis that is down refuses the connection.
 */
const turnsExporterAway = and(
  breaches(db.redisUp, 'critical'),
  or(
    breaches(db.redisClientShare, 'critical'),
    inUnit(
      unit.ratio,
      eq(
        max(
          redis.redis_exporter_last_scrape_error.where({
            err: /(?:read|write) tcp .*(?:broken pipe|reset by peer)|EOF/,
          }),
        ),
        1,
      ),
      { reason: 'only whether there is one is asked' },
    ),
  ),
);

export const RedisDown = alert({
  when: unless(breaches(db.redisUp, 'critical'), turnsExporterAway),
  for: '1m',
  // What fails without it is counted over five minutes: told after it, that would be a second page.
  keepFiringFor: '5m',
  service: 'redis',
  group: 'redis',
  summary: 'Redis is down.',
  description: () => text`Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.`,
  test: {
    fires: [
      {
        given: [answers('1x3 0x10')],
        at: '6m',
        labels: {},
        says: 'Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.',
      },
      {
        // It hangs: the exporter waits for it, and the scrape runs into its timeout.
        given: [answers('1x3 stale'), series(up.of(redisTarget), service, '1x3 0x10')],
        at: '6m',
        labels: {},
        says: 'Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.',
      },
      {
        // A process that is gone refuses the exporter's connection, however few clients it had.
        given: [
          answers('1x3 0x10'),
          clients('6x3 stale'),
          maxclients,
          scrapeError('dial tcp 172.18.0.3:6379: connect: connection refused', '_x4 1x10'),
        ],
        at: '6m',
        labels: {},
        says: 'Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.',
      },
    ],
    silent: [
      { reason: 'a restart is over within a minute', given: [answers('1x3 0 1x10')], at: '5m' },
      {
        reason: 'without its exporter nobody knows, and TargetDown speaks',
        given: [
          answers('1x3 stale'),
          series(up.of(redisTarget), service, '1x3 0x10'),
          series(scrape_duration_seconds.of(redisTarget), service, '0.01x15'),
        ],
        at: '6m',
      },
      {
        reason: 'a Redis without free slots turns its exporter away, and RedisRejectingConnections speaks',
        given: [answers('1x3 0x20'), clients('40 70 97 100 stale'), maxclients],
        at: '20m',
      },
      {
        reason: 'it closes the connections that it takes: it is up, and full',
        given: [
          answers('1x3 0x10'),
          scrapeError('write tcp 172.18.0.9:43792->172.18.0.3:6379: write: broken pipe', '_x4 1x10'),
        ],
        at: '6m',
      },
    ],
  },
});

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
const stillRejecting = gt(sum(increase(redis.redis_rejected_connections_total, '1m')), 0);
const stillEvicting = gt(sum(increase(redis.redis_evicted_keys_total, '1m')), 0);

export const RedisRejectingConnections = [
  alert({
    when: breaches(db.redisRejected, 'warning'),
    for: '1m',
    service: 'redis',
    group: 'redis',
    summary: 'Redis turned clients away.',
    description: (_l, v) => text`Connections that Redis refused within five minutes, having too many: about ${v}.`,
    test: {
      fires: {
        given: [rejected('0x5 20x10')],
        at: '8m',
        labels: {},
        says: 'Connections that Redis refused within five minutes, having too many: about 20.',
      },
      silent: [
        { reason: 'one refused connection is tried again', given: [rejected('0x5 1x10')], at: '8m' },
        { reason: 'the counter still shows what was refused last week', given: [rejected('7x20')], at: '12m' },
        { reason: 'a restart sets the counter back to 0', given: [rejected('7x8 0x12')], at: '12m' },
      ],
    },
  }),
  alert({
    when: or(
      inUnit(unit.state({ 0: 'Down', 1: 'Up' }), stillRejecting, { reason: 'only whether there are any is asked' }),
      turnsExporterAway,
    ),
    for: '2m',
    service: 'redis',
    group: 'redis',
    panel: db.redisClientShare,
    summary: 'Redis turns clients away.',
    description: () => text`Redis has no free client slot, and refuses connections for two minutes. Votes fail.`,
    test: {
      fires: [
        {
          given: [rejected('0x20 2+2x60')],
          every: '15s',
          at: '9m',
          labels: {},
          says: 'Redis has no free client slot, and refuses connections for two minutes. Votes fail.',
          also: {
            warning: {
              labels: {},
              says: 'Connections that Redis refused within five minutes, having too many: about 32.',
            },
          },
        },
        {
          // Its exporter needs a slot as well.
          given: [answers('1x3 0x20'), clients('40 70 97 100 stale'), maxclients],
          at: '20m',
          labels: {},
          says: 'Redis has no free client slot, and refuses connections for two minutes. Votes fail.',
        },
      ],
      silent: [
        { reason: 'one refused connection is no page', given: [rejected('0x40 1x60')], every: '15s', at: '12m' },
        {
          reason: 'a Redis that is down and had few clients: RedisDown speaks',
          given: [answers('1x3 0x20'), clients('6x3 stale'), maxclients],
          at: '10m',
        },
        {
          reason: 'a burst that was over within a minute',
          given: [rejected('0x20 20 40 60x40')],
          every: '15s',
          at: '8m',
          also: {
            warning: {
              labels: {},
              says: 'Connections that Redis refused within five minutes, having too many: about 60.',
            },
          },
        },
      ],
    },
  }),
];

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
