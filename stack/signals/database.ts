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
  changes,
  countedAs,
  div,
  eq,
  gt,
  increase,
  inUnit,
  lastOverTime,
  lt,
  max,
  min,
  mul,
  not,
  or,
  rate,
  scrape_duration_seconds,
  sub,
  sum,
  unless,
  up,
} from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { node_memory_MemTotal_bytes } from '../metrics/node.ts';
import * as pg from '../metrics/postgres.ts';
import * as redis from '../metrics/redis.ts';
import { postgres as postgresTarget, redis as redisTarget } from '../targets.ts';
import { votesAccepted, votesChanged, votesDone, workerPolls } from './application.ts';

const votes = { datname: 'postgres' };
const upOrDown = unit.state({ 0: 'Down', 1: 'Up' });

/**
 * 0 for an exporter whose scrape ran into the timeout of 10 s: it waits for its server, which hangs. An exporter that is
 * gone refuses the connection at once, and says nothing of its server.
 */
function hanging(target: typeof postgresTarget | typeof redisTarget) {
  return unless(eq(up.of(target), 0), lt(scrape_duration_seconds.of(target), 8), { on: ['instance'] });
}

const tables = { collector: 'stat_user_tables' } as const;

export const connections = signal({
  id: 'connections',
  name: 'Connections',
  description:
    'Connections to PostgreSQL, whatever they do. The app needs about three; many more are a leak or somebody else: look at them by state.',
  unit: unit.count('connections'),
  query: () => sum(pg.pg_stat_database_numbackends),
  whenEmpty: 'no data',
  sample: { between: [3, 6] },
});

export const activeConnections = signal({
  id: 'active-connections',
  name: 'Active',
  description: 'Connections that run a statement right now. Many at once wait for each other, or for the disk.',
  unit: unit.count('connections'),
  query: () => sum(pg.pg_stat_activity_count.where({ state: 'active' })),
  whenEmpty: 'no data',
  sample: { between: [1, 2] },
});

export const connectionShare = signal({
  id: 'connection-share',
  name: 'Connections in use',
  description:
    'Connections as a share of max_connections, of the server that has the fewest left. At 100 % the worker and result are refused, and neither comes back by itself: end idle sessions, then start both.',
  unit: unit.ratio,
  labels: ['instance'],
  // Each server has a limit of its own: two that are half full are not one that is full.
  query: ({ by }) =>
    max(
      div(
        sum(pg.pg_stat_database_numbackends, { by: ['instance'] }),
        max(pg.pg_settings_max_connections, { by: ['instance'] }),
      ),
      { by },
    ),
  thresholds: { from: { warning: 0.8, critical: 0.97 }, reason: 'three are kept for administrators' },
  whenEmpty: 'no data',
  sample: { from: [connections], as: (used) => used / 100 },
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
      state: {
        active: { from: [activeConnections], as: (active) => active },
        idle: { from: [connections, activeConnections], as: (all, active) => all - active },
        'idle in transaction': [0, 0],
        'idle in transaction (aborted)': [0, 0],
      },
    },
  },
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
  sample: { from: [votesChanged], as: (changed) => changed + 0.02 },
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
  sample: { from: [commits, rollbacks], as: (committed, rolledBack) => committed + rolledBack },
});

export const unexpectedRollbacks = signal({
  id: 'unexpected-rollbacks',
  name: 'Unexpected rollbacks',
  description:
    'Rollbacks per second beyond those that changed votes explain. Above the line, statements fail: read the log of PostgreSQL for errors other than "duplicate key".',
  unit: unit.perSecond('transactions'),
  labels: ['instance'],
  query: ({ window, by }) => {
    const rolledBack = sum(rate(pg.pg_stat_database_xact_rollback.where(votes), window), { by: ['instance'] });
    const changed = sum(rate(pg.pg_stat_user_tables_n_tup_upd.where({ relname: 'votes' }), window), {
      by: ['instance'],
    });
    const unreadable = eq(min(pg.pg_scrape_collector_success.where(tables), { by: ['instance'] }), 0);
    // Without a table there are no changed votes; where its statistics cannot be read nobody knows how many.
    const none = unless(mul(rolledBack, 0), unreadable);
    return max(sub(rolledBack, or(countedAs('transactions', changed), none)), { by });
  },
  thresholds: { from: { warning: 0.1, critical: 1 } },
  whenEmpty: 'no data',
  sample: { between: [0.02, 0.02] },
});

export const rowsRead = signal({
  id: 'rows-read',
  name: 'Rows read',
  description:
    'Rows per second that queries read, by going through whole tables and through indexes. result goes through the table votes once a second, so it grows with the votes.',
  unit: unit.perSecond('rows'),
  query: ({ window }) => sum(rate(pg.pg_stat_database_tup_returned.where(votes), window)),
  whenEmpty: 'no data',
  sample: { between: [480, 620] },
});

export const rowsWritten = signal({
  id: 'rows-written',
  name: 'Rows inserted',
  description: 'Rows per second that were inserted.',
  unit: unit.perSecond('rows'),
  query: ({ window }) => sum(rate(pg.pg_stat_database_tup_inserted.where(votes), window)),
  whenEmpty: 'no data',
  sample: { from: [votesDone], as: (stored) => stored },
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

export const lockWait = signal({
  id: 'lock-wait',
  name: 'Longest wait for a lock',
  description:
    'How long the oldest statement has been waiting for a lock that another session holds. The app waits for milliseconds; minutes are a worker that stands still. Find the session that blocks it with pg_blocking_pids() and end it.',
  unit: unit.seconds,
  query: () => max(pg.pg_stat_activity_max_tx_duration.where({ state: 'active', wait_event_type: 'Lock' })),
  thresholds: { from: { warning: 600 } },
  whenEmpty: 'not applicable',
  emptyText: 'Nobody waits',
  sample: { between: [0, 0] },
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
  name: 'Deadlocks in 5 minutes',
  description:
    'Deadlocks within five minutes. The app cannot cause one; somebody works on the database by hand. Read the log of PostgreSQL.',
  unit: unit.count('deadlocks'),
  query: () => sum(increase(pg.pg_stat_database_deadlocks.where(votes), '5m')),
  thresholds: { from: { warning: 1, critical: 5 } },
  whenEmpty: 'no data',
  sample: { between: [1, 1], shape: 'steady' },
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

/** What the alerts rest on. */
const VITAL = ['stat_database', 'stat_user_tables'] as const;
/** What panels show besides. */
const OTHERS = ['database', 'locks', 'wal'] as const;

const failedOrRead = unit.state({ 0: 'Failed', 1: 'Read' });

/** Whether postgres_exporter could read these statistics of PostgreSQL, by collector. */
function readBy<const C extends readonly string[]>(collectors: C, by: readonly 'collector'[]) {
  const succeeded = pg.pg_scrape_collector_success.where({ collector: collectors });
  return min(inUnit(failedOrRead, succeeded, { reason: '1 is a collector that read its statistics' }), { by });
}

export const vitalStatistics = signal({
  id: 'vital-statistics',
  name: 'Statistics used by alerts',
  description:
    'Whether postgres_exporter could read the statistics of PostgreSQL that alerts rest on. Failed, those alerts are silent though PostgreSQL is up: read the log of postgres-exporter.',
  unit: failedOrRead,
  labels: ['collector'],
  query: ({ by }) => readBy(VITAL, by),
  thresholds: { below: { critical: 1 }, reason: '1 is read, 0 is failed' },
  whenEmpty: 'no data',
});

export const otherStatistics = signal({
  id: 'other-statistics',
  name: 'Statistics used by panels only',
  description:
    'Whether postgres_exporter could read the statistics of PostgreSQL that panels show besides. Failed, those panels are empty: read the log of postgres-exporter.',
  unit: failedOrRead,
  labels: ['collector'],
  query: ({ by }) => readBy(OTHERS, by),
  thresholds: { below: { warning: 1 }, reason: '1 is read, 0 is failed' },
  whenEmpty: 'no data',
});

export const postgresUp = signal({
  id: 'postgres-up',
  name: 'PostgreSQL',
  description:
    'Whether postgres_exporter can connect; a scrape that waits until its timeout counts as down. Down: start db, then `docker compose up -d worker result`, which both left when they lost it.',
  unit: upOrDown,
  query: () => min(or(pg.pg_up, hanging(postgresTarget), { on: ['instance'] })),
  thresholds: { below: { critical: 1 }, reason: '1 is up, 0 is down' },
  whenEmpty: 'no data',
});

export const redisUp = signal({
  id: 'redis-up',
  name: 'Redis',
  description:
    'Whether redis_exporter can connect; a scrape that waits until its timeout counts as down. Down: votes are refused. Start redis; the queue may be lost.',
  unit: upOrDown,
  query: () => min(or(redis.redis_up, hanging(redisTarget), { on: ['instance'] })),
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
  sample: {
    between: [0, 0.4],
    of: {
      cmd: {
        lpop: { from: [workerPolls], as: (polls) => polls },
        rpush: { from: [votesAccepted], as: (accepted) => accepted },
      },
    },
  },
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
  description: 'Memory that Redis uses. It grows with the queue: each vote that waits takes about 47 bytes.',
  unit: unit.bytes,
  query: () => max(redis.redis_memory_used_bytes),
  whenEmpty: 'no data',
});

export const redisMemoryShare = signal({
  id: 'redis-memory-share',
  name: 'Redis memory, share of the limit',
  description:
    'Memory as a share of maxmemory; without that limit, which is how the app runs Redis, of the memory of the host. At the limit Redis refuses votes or throws them away; a host without memory kills it.',
  unit: unit.ratio,
  query: () =>
    div(
      max(redis.redis_memory_used_bytes),
      or(gt(max(redis.redis_memory_max_bytes), 0), min(node_memory_MemTotal_bytes)),
    ),
  thresholds: { from: { warning: 0.9, critical: 0.97 } },
  whenEmpty: 'no data',
  sample: { from: [redisMemory], as: (used) => used / (16 * 1024 ** 3) },
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

export const redisClientShare = signal({
  id: 'redis-client-share',
  name: 'Redis clients, share of the limit',
  description:
    'Connections to Redis as a share of maxclients; while Redis does not answer, as it was last seen. At 100 % it turns everybody away, its exporter and `redis-cli` too, and looks as if it were down: restart what leaks connections, not Redis.',
  unit: unit.ratio,
  query: () =>
    div(
      max(lastOverTime(redis.redis_connected_clients, '30m')),
      max(lastOverTime(redis.redis_config_maxclients, '30m')),
    ),
  thresholds: { from: { warning: 0.8, critical: 0.9 } },
  whenEmpty: 'no data',
  sample: { from: [redisClients], as: (connected) => connected / 10_000 },
});

export const redisEvicted = signal({
  id: 'redis-evicted',
  name: 'Evicted keys in 5 minutes',
  description:
    'Keys that Redis threw away for want of memory within five minutes. The queue is a key: any is a disaster. Set its policy to noeviction, and give it memory.',
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
  unit: unit.count('changes'),
  labels: ['cmd'],
  query: ({ by }) =>
    max(changes(redis.redis_commands_rejected_calls_total.where({ cmd: ['rpush', 'lpop'] }), '15m'), { by }),
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

export const redisUptime = signal({
  id: 'redis-uptime',
  name: 'Redis running for',
  description:
    'How long Redis has been running. A small number explains lost votes: it starts with what it last saved.',
  unit: unit.seconds,
  query: () => max(redis.redis_uptime_in_seconds),
  whenEmpty: 'no data',
});
