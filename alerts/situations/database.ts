/** Situations of PostgreSQL and Redis. */
import { of, postgresUp, redisUp, type Situation } from './situation.ts';

const up = { redis: of('redis', 'up'), postgres: of('postgres', 'up') };
const took = {
  redis: of('redis', 'scrape_duration_seconds'),
  postgres: of('postgres', 'scrape_duration_seconds'),
};
const rejected = of('redis', 'redis_rejected_connections_total');
const refused = (cmd: string) => of('redis', 'redis_commands_rejected_calls_total', { cmd });
const connected = (labels = {}) => of('postgres', 'pg_stat_database_numbackends', { datname: 'postgres', ...labels });
const atMost = (labels = {}) => of('postgres', 'pg_settings_max_connections', labels);
const databases = of('postgres', 'pg_database_size_bytes', { datname: 'postgres' });
const root = { mountpoint: '/', device: '/dev/vda', fstype: 'ext4' } as const;
const left = of('node', 'node_filesystem_avail_bytes', root);

export const database: readonly Situation[] = [
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
    says: 'PostgreSQL hangs: scrapes of its exporter run into the timeout',
    every: '15s',
    given: { [postgresUp]: '1x20 stale', [up.postgres]: '1x20 0x60', [took.postgres]: '0.1x20 10x60' },
    firing: [['12m', 'PostgresDown', 1]],
  },
  {
    says: 'the same, and nothing tells how long the scrapes took',
    every: '15s',
    given: { [postgresUp]: '1x20 stale', [up.postgres]: '1x20 0x60' },
    firing: [['12m', 'PostgresDown', 1]],
  },
  {
    says: 'the exporter of PostgreSQL is stopped: its connection is refused at once, and PostgreSQL is not to blame',
    every: '15s',
    given: { [postgresUp]: '1x20 stale', [up.postgres]: '1x20 0x60', [took.postgres]: '0.1x20 0.002x60' },
    firing: [
      ['12m', 'PostgresDown', 0],
      ['12m', 'TargetDown', 1],
    ],
  },
  {
    says: 'Redis hangs: scrapes of its exporter run into the timeout',
    every: '15s',
    given: { [redisUp]: '1x20 stale', [up.redis]: '1x20 0x60', [took.redis]: '0.1x20 10x60' },
    firing: [['12m', 'RedisDown', 1]],
  },
  {
    says: 'two servers use 45 of 100 connections each',
    every: '15s',
    given: {
      [connected()]: '45x80',
      [atMost()]: '100x80',
      [connected({ instance: 'b' })]: '45x80',
      [atMost({ instance: 'b' })]: '100x80',
    },
    firing: [['15m', 'PostgresConnectionsHigh', 0]],
  },
  {
    says: 'a small server is full beside a large one that is empty',
    every: '15s',
    given: {
      [connected()]: '20x80',
      [atMost()]: '500x80',
      [connected({ instance: 'b' })]: '18x80',
      [atMost({ instance: 'b' })]: '20x80',
    },
    firing: [['15m', 'PostgresConnectionsHigh', 1]],
  },
  {
    says: 'connections leak until 100 of 100 are taken',
    every: '15s',
    given: { [connected()]: '5+0.5x190 100x60', [atMost()]: '100x260', [postgresUp]: '1x260' },
    firing: [['60m', 'PostgresConnectionsHigh', 2]],
  },
  {
    says: 'two gigabytes are imported within ten minutes at 6h, then nothing; eight are left',
    every: '5m',
    given: { [databases]: '8000000x72 1008000000 2008000000x120', [left]: '8000000000x200' },
    firing: [
      ['7h30m', 'DbVolumeGrowth', 0],
      ['9h', 'DbVolumeGrowth', 0],
      ['10h', 'DbVolumeGrowth', 0],
    ],
  },
  {
    says: 'the databases grow by 400 MB an hour, and eight gigabytes are left',
    every: '5m',
    given: { [databases]: '8000000x12 8000000+33500000x180', [left]: '8000000000x200' },
    firing: [['7h', 'DbVolumeGrowth', 1]],
  },
  {
    says: 'a statement waits for a lock for a quarter of an hour',
    every: '1m',
    given: {
      [of('postgres', 'pg_stat_activity_max_tx_duration', {
        datname: 'postgres',
        state: 'active',
        wait_event_type: 'Lock',
      })]: '0+60x30',
    },
    firing: [
      ['8m', '', 0],
      ['15m', 'PostgresLockWait', 1],
    ],
  },
];
