/** PostgreSQL: its connections, and the rows that it reads and keeps. */

import { signal } from 'plainsight';
import { add, countedAs, div, max, or, rate, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as pg from '../../metrics/postgres.ts';
import { votesDone } from '../application.ts';

export const votes = { datname: 'postgres' };

/**
 * Connections of each server. Its exporter connects anew for the statistics of databases, and keeps one connection for
 * those of sessions: where none is left, sessions alone are still counted, and there are as many.
 */
const connected = or(
  sum(pg.pg_stat_database_numbackends, { by: ['instance'] }),
  sum(pg.pg_stat_activity_count, { by: ['instance'] }),
);

export const connections = signal({
  id: 'connections',
  name: 'Connections',
  description:
    'Connections to PostgreSQL, whatever they do. The app needs about three; many more are a leak or somebody else: look at them by state.',
  unit: unit.count('connections'),
  query: () => sum(connected),
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
  query: ({ by }) => max(div(connected, max(pg.pg_settings_max_connections, { by: ['instance'] })), { by }),
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

export const liveRows = signal({
  id: 'live-rows',
  name: 'People who voted',
  description: 'Rows of the table votes: how many people have voted.',
  unit: unit.count('voters'),
  query: () => countedAs('voters', sum(pg.pg_stat_user_tables_n_live_tup.where({ relname: 'votes' }))),
  whenEmpty: 'no data',
  // As many in an hour as new voters come.
  sample: { between: [600, 4200], shape: 'rising' },
});

export const rowsRead = signal({
  id: 'rows-read',
  name: 'Rows read',
  description:
    'Rows per second that queries read, by going through whole tables and through indexes. result goes through the table votes once a second, so it grows with the votes.',
  unit: unit.perSecond('rows'),
  query: ({ window }) => sum(rate(pg.pg_stat_database_tup_returned.where(votes), window)),
  whenEmpty: 'no data',
  sample: { from: [liveRows], as: (rows) => rows + 12 },
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

export const deadRows = signal({
  id: 'dead-rows',
  name: 'Dead rows',
  description:
    'Rows of the table votes that changed votes left behind. Autovacuum removes them; when they only grow, a long transaction keeps them.',
  unit: unit.count('rows'),
  query: () => sum(pg.pg_stat_user_tables_n_dead_tup.where({ relname: 'votes' })),
  whenEmpty: 'no data',
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
