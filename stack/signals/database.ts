/**
 * PostgreSQL and Redis.
 *
 * The votes live in the database `postgres`; the templates and the statistics of the server as a whole (an empty
 * database name) are left out.
 */
import { signal } from 'plainsight';
import {
  add,
  averagePer,
  countedAs,
  div,
  gt,
  increase,
  inUnit,
  max,
  min,
  not,
  rate,
  sub,
  sum,
} from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as pg from '../metrics/postgres.ts';
import * as redis from '../metrics/redis.ts';

const votes = { datname: 'postgres' };

export const connections = signal({
  id: 'connections',
  name: 'Active connections',
  description:
    'Connections to PostgreSQL, whatever they do. The app needs about three; many more are a leak or somebody else: look at them by state.',
  unit: unit.count('connections'),
  query: () => sum(pg.pg_stat_database_numbackends),
  whenEmpty: 'no data',
  sample: { between: [3, 6] },
});

export const connectionShare = signal({
  id: 'connection-share',
  name: 'Connections in use',
  description:
    'Connections as a share of max_connections. At 100 % the worker and result are refused, and neither comes back by itself: end idle sessions, then start both.',
  unit: unit.ratio,
  query: () => div(sum(pg.pg_stat_database_numbackends), max(pg.pg_settings_max_connections)),
  thresholds: { from: { warning: 0.8, critical: 0.95 } },
  whenEmpty: 'no data',
  sample: { between: [0.03, 0.06] },
});

export const sessions = signal({
  id: 'sessions',
  name: 'Sessions by state',
  description:
    'What the connections are doing. `idle in transaction` holds locks and keeps dead rows: find its query in pg_stat_activity and end it.',
  unit: unit.count('connections'),
  labels: ['state'],
  // Newer exporters split by user, application and wait event as well: always aggregated.
  query: ({ by }) => sum(pg.pg_stat_activity_count.where({ state: /active|idle.*/ }), { by }),
  whenEmpty: 'no data',
  sample: {
    between: [0, 3],
    of: {
      state: { active: [1, 2], idle: [2, 4], 'idle in transaction': [0, 1], 'idle in transaction (aborted)': [0, 0] },
    },
  },
});

export const transactions = signal({
  id: 'transactions',
  name: 'Query rate',
  description:
    'Transactions per second, committed and rolled back. Each statement of the app is a transaction of its own, so this is its query rate; about ten a second are the idle worker asking whether the connection still lives.',
  unit: unit.perSecond('transactions'),
  query: ({ window }) =>
    add(
      sum(rate(pg.pg_stat_database_xact_commit.where(votes), window)),
      sum(rate(pg.pg_stat_database_xact_rollback.where(votes), window)),
    ),
  whenEmpty: 'no data',
  sample: { between: [13, 17] },
});

export const commits = signal({
  id: 'commits',
  name: 'Committed',
  description: 'Transactions committed per second.',
  unit: unit.perSecond('transactions'),
  query: ({ window }) => sum(rate(pg.pg_stat_database_xact_commit.where(votes), window)),
  whenEmpty: 'no data',
  sample: { between: [12, 16] },
});

export const rollbacks = signal({
  id: 'rollbacks',
  name: 'Rolled back',
  description: 'Transactions rolled back per second. One for every changed vote is normal: its insert fails first.',
  unit: unit.perSecond('transactions'),
  query: ({ window }) => sum(rate(pg.pg_stat_database_xact_rollback.where(votes), window)),
  whenEmpty: 'no data',
  sample: { between: [0.8, 1.4] },
});

export const unexpectedRollbacks = signal({
  id: 'unexpected-rollbacks',
  name: 'Unexpected rollbacks',
  description:
    'Rollbacks per second beyond those that changed votes explain. Above the line, statements fail: read the log of PostgreSQL for errors other than "duplicate key".',
  unit: unit.perSecond('transactions'),
  query: ({ window }) =>
    sub(
      sum(rate(pg.pg_stat_database_xact_rollback.where(votes), window)),
      countedAs('transactions', sum(rate(pg.pg_stat_user_tables_n_tup_upd.where({ relname: 'votes' }), window))),
    ),
  thresholds: { from: { warning: 0.1, critical: 1 } },
  whenEmpty: 'no data',
  sample: { between: [0, 0.04] },
});

export const rowsRead = signal({
  id: 'rows-read',
  name: 'Rows fetched',
  description: 'Rows per second that queries fetched.',
  unit: unit.perSecond('rows'),
  query: ({ window }) => sum(rate(pg.pg_stat_database_tup_fetched.where(votes), window)),
  whenEmpty: 'no data',
  sample: { between: [60, 90] },
});

export const rowsWritten = signal({
  id: 'rows-written',
  name: 'Rows inserted',
  description: 'Rows per second that were inserted.',
  unit: unit.perSecond('rows'),
  query: ({ window }) => sum(rate(pg.pg_stat_database_tup_inserted.where(votes), window)),
  whenEmpty: 'no data',
  sample: { between: [2.4, 4.2] },
});

export const cacheHits = signal({
  id: 'cache-hits',
  name: 'Cache hits',
  description:
    'The share of blocks that PostgreSQL found in its own memory, from rates: the ratio since its start would hide any change. Low for long, shared_buffers is too small.',
  unit: unit.ratio,
  query: ({ window }) =>
    div(
      sum(rate(pg.pg_stat_database_blks_hit.where(votes), window)),
      add(
        sum(rate(pg.pg_stat_database_blks_hit.where(votes), window)),
        sum(rate(pg.pg_stat_database_blks_read.where(votes), window)),
      ),
    ),
  thresholds: { below: { warning: 0.95, critical: 0.8 } },
  whenEmpty: 'no data',
});

export const longestTransaction = signal({
  id: 'longest-transaction',
  name: 'Longest transaction',
  description:
    'How long the oldest open transaction has been running. The app needs milliseconds; minutes are a forgotten session that holds locks.',
  unit: unit.seconds,
  labels: ['state'],
  query: ({ by }) => max(pg.pg_stat_activity_max_tx_duration.where({ state: /active|idle in.*/ }), { by }),
  thresholds: { from: { warning: 60, critical: 300 } },
  whenEmpty: 'no data',
  sample: {
    between: [0, 0.001],
    of: { state: { active: [0.004, 0.06], 'idle in transaction': [0, 0.02] } },
  },
});

export const idleInTransaction = signal({
  id: 'idle-in-transaction',
  name: 'Longest idle transaction',
  description:
    'How long a session has been idle within a transaction. It holds its locks and keeps dead rows meanwhile; the app never does that. Find it in pg_stat_activity and end it.',
  unit: unit.seconds,
  labels: ['state'],
  query: ({ by }) => max(pg.pg_stat_activity_max_tx_duration.where({ state: /idle in.*/ }), { by }),
  thresholds: { from: { warning: 300 } },
  whenEmpty: 'no data',
  sample: { between: [0, 0.001], of: { state: { 'idle in transaction': [0, 0.02] } } },
});

export const locks = signal({
  id: 'locks',
  name: 'Exclusive locks',
  description: 'Exclusive locks held, by mode. Ones that stay keep the worker waiting.',
  unit: unit.count('locks'),
  labels: ['mode'],
  query: ({ by }) => sum(pg.pg_locks_count.where({ ...votes, mode: /.*exclusivelock/ }), { by }),
  whenEmpty: 'no data',
  sample: { between: [0, 0], of: { mode: { rowexclusivelock: [0, 3] } } },
});

export const deadlocks = signal({
  id: 'deadlocks',
  name: 'Deadlocks',
  description:
    'Deadlocks within the window. The app cannot cause one; somebody works on the database by hand. Read the log of PostgreSQL.',
  unit: unit.count('deadlocks'),
  query: () => sum(increase(pg.pg_stat_database_deadlocks.where(votes), '5m')),
  thresholds: { from: { warning: 1, critical: 5 } },
  whenEmpty: 'no data',
});

export const deadRows = signal({
  id: 'dead-rows',
  name: 'Dead rows',
  description:
    'Rows of the table votes that changed votes left behind. Autovacuum removes them; when they only grow, a long transaction keeps them.',
  unit: unit.count('rows'),
  query: () => sum(pg.pg_stat_user_tables_n_dead_tup.where({ relname: 'votes' })),
  whenEmpty: 'no data',
});

export const liveRows = signal({
  id: 'live-rows',
  name: 'People who voted',
  description: 'Rows of the table votes: how many people have voted.',
  unit: unit.count('voters'),
  query: () => countedAs('voters', sum(pg.pg_stat_user_tables_n_live_tup.where({ relname: 'votes' }))),
  whenEmpty: 'no data',
  sample: { between: [180, 460], shape: 'rising' },
});

export const temporaryFiles = signal({
  id: 'temporary-files',
  name: 'Temporary files',
  description: 'Bytes per second that queries wrote to temporary files for want of work_mem. The app needs none.',
  unit: unit.perSecond('bytes'),
  query: ({ window }) => sum(rate(pg.pg_stat_database_temp_bytes.where(votes), window)),
  whenEmpty: 'no data',
  sample: { between: [0, 0] },
});

export const postgresUp = signal({
  id: 'postgres-up',
  name: 'PostgreSQL',
  description:
    'Whether postgres_exporter can connect. Down: start db, then `docker compose up -d worker result`, which both left when they lost it.',
  unit: unit.state({ 0: 'Down', 1: 'Up' }),
  query: () => min(pg.pg_up),
  thresholds: { below: { critical: 1 }, reason: '1 is up, 0 is down' },
  whenEmpty: 'no data',
});

export const redisUp = signal({
  id: 'redis-up',
  name: 'Redis',
  description: 'Whether redis_exporter can connect. Down: votes are refused. Start redis; the queue may be lost.',
  unit: unit.state({ 0: 'Down', 1: 'Up' }),
  query: () => min(redis.redis_up),
  thresholds: { below: { critical: 1 }, reason: '1 is up, 0 is down' },
  whenEmpty: 'no data',
});

export const redisCommands = signal({
  id: 'redis-commands',
  name: 'Redis commands',
  description: 'Commands per second by name: rpush are votes, lpop is the worker asking for one.',
  unit: unit.perSecond('commands'),
  labels: ['cmd'],
  query: ({ window, by }) =>
    sum(
      rate(
        redis.redis_commands_total.where({
          cmd: not(/(?:command|config|client|slowlog|memory|latency).*|hello|info|llen|select|type/),
        }),
        window,
      ),
      { by },
    ),
  whenEmpty: 'no data',
  sample: { between: [0, 0.4], of: { cmd: { lpop: [9.2, 9.9], rpush: [3.2, 5.6] } } },
});

export const redisCommandTime = signal({
  id: 'redis-command-time',
  name: 'Time per command',
  description: 'How long Redis needs for a command on average. Milliseconds are a sign of swapping or of a slow disk.',
  unit: unit.seconds,
  labels: ['cmd'],
  query: ({ window, by }) =>
    averagePer(
      sum(rate(redis.redis_commands_duration_seconds_total.where({ cmd: ['lpop', 'rpush'] }), window), { by }),
      sum(rate(redis.redis_commands_total.where({ cmd: ['lpop', 'rpush'] }), window), { by }),
    ),
  thresholds: { from: { warning: 0.001, critical: 0.01 } },
  whenEmpty: 'no data',
});

export const redisMemory = signal({
  id: 'redis-memory',
  name: 'Redis memory',
  description: 'Memory that Redis uses. It grows with the queue: each vote that waits takes about a hundred bytes.',
  unit: unit.bytes,
  query: () => max(redis.redis_memory_used_bytes),
  whenEmpty: 'no data',
});

export const redisMemoryShare = signal({
  id: 'redis-memory-share',
  name: 'Redis memory of the limit',
  description: 'Memory as a share of maxmemory. Nothing is shown without a limit, which is the default of the app.',
  unit: unit.ratio,
  query: () => div(max(redis.redis_memory_used_bytes), gt(max(redis.redis_memory_max_bytes), 0)),
  thresholds: { from: { warning: 0.9, critical: 0.97 } },
  whenEmpty: 'not applicable',
  emptyText: 'No limit set',
});

export const redisClients = signal({
  id: 'redis-clients',
  name: 'Redis clients',
  description: 'Connections to Redis: a handful of vote and the worker.',
  unit: unit.count('clients'),
  query: () => max(redis.redis_connected_clients),
  whenEmpty: 'no data',
  sample: { between: [5, 8] },
});

export const redisEvicted = signal({
  id: 'redis-evicted',
  name: 'Evicted keys',
  description: 'Keys that Redis threw away for want of memory in the window. The queue is a key: any is a disaster.',
  unit: unit.count('keys'),
  query: () => countedAs('keys', sum(increase(redis.redis_evicted_keys_total, '5m'))),
  thresholds: { from: { critical: 1 } },
  whenEmpty: 'no data',
});

export const redisRejected = signal({
  id: 'redis-rejected',
  name: 'Rejected connections',
  description: 'Connections that Redis refused in the window because maxclients was reached. Votes fail meanwhile.',
  unit: unit.count('connections'),
  query: () => countedAs('connections', sum(increase(redis.redis_rejected_connections_total, '5m'))),
  thresholds: { from: { critical: 1 } },
  whenEmpty: 'no data',
});

export const redisRefused = signal({
  id: 'redis-refused',
  name: 'Refused commands',
  description:
    'Writes of votes (rpush) and reads of them (lpop) that Redis refused in the window, after a failed save or for want of memory. Each refused rpush is a vote that somebody sees fail.',
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

export const redisSaved = signal({
  id: 'redis-saved',
  name: 'Last save',
  description:
    'Whether the last snapshot of Redis succeeded. After a failed one Redis refuses every write, and votes with it: look for a full disk.',
  unit: unit.state({ 0: 'Failed', 1: 'OK' }),
  query: () =>
    min(inUnit(unit.state({ 0: 'Failed', 1: 'OK' }), redis.redis_rdb_last_bgsave_status, { reason: '1 is OK' })),
  thresholds: { below: { critical: 1 }, reason: '1 is OK, 0 is failed' },
  whenEmpty: 'no data',
});

export const redisUptime = signal({
  id: 'redis-uptime',
  name: 'Redis running for',
  description:
    'How long Redis has been running. A small number explains lost votes: it starts with what it last saved.',
  unit: unit.seconds,
  query: () => max(redis.redis_uptime_in_seconds),
  whenEmpty: 'no data',
});
