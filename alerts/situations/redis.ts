/** Situations of Redis. */
import { inTurns, of, redisUp, type Situation } from './situation.ts';

const up = of('redis', 'up');
const took = of('redis', 'scrape_duration_seconds');
const rejected = of('redis', 'redis_rejected_connections_total');
const refused = (cmd: string) => of('redis', 'redis_commands_rejected_calls_total', { cmd });
const clients = of('redis', 'redis_connected_clients');
const lastError = (err: string) => of('redis', 'redis_exporter_last_scrape_error', { err });
const memory = (instance: string) => ({
  used: of('redis', 'redis_memory_used_bytes', { instance }),
  most: of('redis', 'redis_memory_max_bytes', { instance }),
});
const [small, large] = [memory('a'), memory('b')];

export const redis: readonly Situation[] = [
  {
    says: 'one single connection is refused',
    every: '15s',
    given: { [rejected]: '0x40 1x60' },
    firing: [
      ['11m', 'RedisRejectingConnections', 0],
      ['14m', 'RedisRejectingConnections', 0],
    ],
  },
  {
    says: 'connections are refused for ten minutes',
    every: '15s',
    given: { [rejected]: '0x40 3+3x60' },
    firing: [
      ['11m', 'RedisRejectingConnections', 0],
      ['14m', 'RedisRejectingConnections', 2],
    ],
  },
  {
    says: 'vote leaks connections until Redis has no slot left, for its exporter neither: it is full, not down',
    every: '15s',
    given: {
      [redisUp]: '1x40 0x60',
      [of('redis', 'redis_connected_clients')]: '10+250x39 stale',
      [of('redis', 'redis_config_maxclients')]: '10000x40 stale',
      [rejected]: '0x40 stale',
    },
    firing: [
      ['13m', 'RedisDown', 0],
      ['13m', 'RedisRejectingConnections', 1],
      ['24m', 'RedisDown', 0],
      ['24m', 'RedisRejectingConnections', 1],
    ],
  },
  {
    says: 'Redis is down, with few clients before',
    every: '15s',
    given: {
      [redisUp]: '1x40 0x60',
      [of('redis', 'redis_connected_clients')]: '8x40 stale',
      [of('redis', 'redis_config_maxclients')]: '10000x40 stale',
    },
    firing: [
      ['13m', 'RedisDown', 1],
      ['13m', 'RedisRejectingConnections', 0],
    ],
  },
  {
    says: 'Redis is restarted and answers LOADING to two polls: then all is well',
    every: '15s',
    given: { [refused('lpop')]: '0x40 2x60' },
    firing: [
      ['11m', 'RedisRefusingCommands', 0],
      ['16m', 'RedisRefusingCommands', 0],
    ],
  },
  {
    says: 'Redis is full: votes are refused, ten a minute, and polls are not',
    every: '15s',
    given: { [refused('lpop')]: '0x100', [refused('rpush')]: '0x40 3+3x60' },
    firing: [['12m', 'RedisRefusingCommands', 1]],
  },
  {
    says: 'Redis throws a single key away',
    every: '15s',
    given: { [of('redis', 'redis_evicted_keys_total')]: '0x40 1x60' },
    firing: [['12m', 'RedisEvicting', 1]],
  },
  {
    says: 'Redis hangs: scrapes of its exporter run into the timeout',
    every: '15s',
    given: { [redisUp]: '1x20 stale', [up]: '1x20 0x60', [took]: '0.1x20 10x60' },
    firing: [['12m', 'RedisDown', 1]],
  },
  {
    says: 'Redis has no free slot, and says so to its exporter',
    every: '15s',
    given: { [redisUp]: '1x40 0x140', [lastError('ERR max number of clients reached')]: '_x40 1x140' },
    firing: [
      ['12m', 'RedisDown', 0],
      ['13m', 'RedisRejectingConnections', 1],
      ['44m', 'RedisDown', 0],
    ],
  },
  {
    says: 'Redis began to refuse connections before its exporter was refused, which does not tell maxclients',
    every: '15s',
    given: { [redisUp]: '1x40 0x100', [rejected]: '0x20 0+5x20 stale', [clients]: '10+250x40 stale' },
    firing: [
      ['13m', 'RedisDown', 0],
      ['13m', 'RedisRejectingConnections', 2],
      ['30m', 'RedisDown', 0],
    ],
  },
  {
    says: 'Redis is full for an hour',
    every: '15s',
    given: {
      [redisUp]: '1x40 0x240',
      [clients]: '9999x40 stale',
      [of('redis', 'redis_config_maxclients')]: '10000x40 stale',
    },
    firing: [
      ['65m', 'RedisDown', 0],
      ['65m', 'RedisRejectingConnections', 1],
    ],
  },
  {
    says: 'Redis was full and has crashed: nobody listens any more',
    every: '15s',
    given: {
      [redisUp]: '1x40 0x100',
      [clients]: '9999x40 stale',
      [of('redis', 'redis_config_maxclients')]: '10000x40 stale',
      [lastError('dial tcp 172.18.0.3:6379: connect: connection refused')]: '_x40 1x100',
    },
    firing: [
      ['14m', 'RedisDown', 1],
      ['14m', 'RedisRejectingConnections', 0],
    ],
  },
  {
    says: 'Redis ends and is started again every other minute: it is never down for long',
    every: '15s',
    given: {
      [redisUp]: inTurns(
        () => '1',
        () => '0',
      ),
    },
    firing: [
      ['20m', 'RedisDown', 1],
      ['40m', 'RedisDown', 1],
    ],
  },
  {
    says: 'a small Redis is full beside a large one that is empty',
    every: '15s',
    given: { [small.used]: '95x80', [small.most]: '100x80', [large.used]: '10x80', [large.most]: '1000x80' },
    firing: [['15m', 'RedisMemoryHigh', 1]],
  },
  {
    says: 'a large Redis uses as much as a small one may have',
    every: '15s',
    given: { [large.used]: '95x80', [large.most]: '1000x80', [small.used]: '10x80', [small.most]: '100x80' },
    firing: [['15m', 'RedisMemoryHigh', 0]],
  },
  {
    says: 'Redis has no maxmemory and needs nearly all that the host has',
    every: '15s',
    given: { [small.used]: '3800x80', [small.most]: '0x80', [of('node', 'node_memory_MemTotal_bytes')]: '4000x80' },
    firing: [['15m', 'RedisMemoryHigh', 1]],
  },
];
