/** Transactions of PostgreSQL: how many, which fail, and which wait for a lock. */

import { signal } from 'plainsight';
import { add, countedAs, eq, increase, max, min, mul, or, rate, sub, sum, unless } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as pg from '../../metrics/postgres.ts';
import { votesChanged, workerPolls } from '../application.ts';
import { tables } from './answers.ts';
import { votes } from './postgres.ts';

export const commits = signal({
  id: 'commits',
  name: 'Committed',
  description: 'Transactions committed per second.',
  unit: unit.perSecond('transactions'),
  query: ({ window }) => sum(rate(pg.pg_stat_database_xact_commit.where(votes), window)),
  whenEmpty: 'no data',
  // The worker asks whether the connection lives while no vote waits; result reads once a second.
  sample: { from: [workerPolls], as: (polls) => polls + 2.5 },
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
    // No session is idle within a transaction: see the sessions by state.
    between: [0, 0],
    of: { state: { active: [0.004, 0.06] } },
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
  sample: { between: [0, 0] },
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
