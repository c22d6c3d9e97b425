/** Alerts on transactions of PostgreSQL: those that fail, those that wait, and those that are forgotten. */
import { alert, breaches, series, text } from 'plainsight';
import * as pg from '../../stack/metrics/postgres.ts';
import * as db from '../../stack/signals/database.ts';

const service = { service: 'db' } as const;
const database = { ...service, datid: '5', datname: 'postgres' } as const;
const table = { ...service, datname: 'postgres', relname: 'votes', schemaname: 'public' } as const;
const collected = (collector: string, values: string) =>
  series(pg.pg_scrape_collector_success, { ...service, collector }, values);
const rolledBack = (values: string) => series(pg.pg_stat_database_xact_rollback, database, values);
const updated = (values: string) => series(pg.pg_stat_user_tables_n_tup_upd, table, values);

export const PostgresUnexpectedRollbacks = alert({
  when: breaches(db.unexpectedRollbacks, 'warning', { by: ['instance'] }),
  for: '10m',
  service: 'db',
  group: 'postgres',
  summary: 'Transactions fail that should not.',
  description: (_l, v) => text`Rollbacks that no changed vote explains: ${v} a second.`,
  test: {
    fires: [
      {
        given: [rolledBack('0+120x20'), updated('0+60x20')],
        at: '20m',
        labels: { instance: 'postgres:1' },
        says: 'Rollbacks that no changed vote explains: 1 a second.',
      },
      {
        // The table is gone: every insert fails, and there is no changed vote to explain it.
        given: [rolledBack('0+30x20'), updated('0+60x3 stale'), collected('stat_user_tables', '1x20')],
        at: '20m',
        labels: { instance: 'postgres:1' },
        says: 'Rollbacks that no changed vote explains: 0.5 a second.',
      },
    ],
    silent: [
      {
        reason: 'people who vote again: the insert fails, the row is updated',
        given: [rolledBack('0+300x20'), updated('0+300x20')],
        at: '20m',
      },
      {
        reason: 'somebody mistypes a query now and then',
        given: [rolledBack('0+1x20'), updated('0x20')],
        at: '20m',
      },
      {
        reason: 'while the statistics of tables cannot be read nobody knows, and PostgresStatsMissing speaks',
        given: [rolledBack('0+60x20'), collected('stat_user_tables', '0x20')],
        at: '20m',
      },
    ],
  },
});

const deadlocked = (values: string) => series(pg.pg_stat_database_deadlocks, database, values);

export const PostgresDeadlocks = alert({
  when: breaches(db.deadlocks, 'warning'),
  service: 'db',
  group: 'postgres',
  summary: 'PostgreSQL ended a transaction because of a deadlock.',
  description: (_l, v) => text`Deadlocks within five minutes: about ${v}. The app itself cannot cause one.`,
  test: {
    fires: {
      given: [deadlocked('0x5 1x10')],
      at: '8m',
      labels: {},
      says: 'Deadlocks within five minutes: about 1. The app itself cannot cause one.',
    },
    silent: [
      { reason: 'the counter still shows the deadlock of last week', given: [deadlocked('1x20')], at: '12m' },
      { reason: 'the statistics were reset', given: [deadlocked('1x8 0x12')], at: '12m' },
    ],
  },
});

const transaction = (state: string, values: string) =>
  series(
    pg.pg_stat_activity_max_tx_duration,
    {
      ...service,
      application_name: 'psql',
      backend_type: 'client backend',
      datname: 'postgres',
      server: 'db:5432',
      state,
      usename: 'postgres',
      wait_event: 'ClientRead',
      wait_event_type: 'Client',
    },
    values,
  );

export const PostgresIdleInTransaction = alert({
  when: breaches(db.idleInTransaction, 'warning', { by: ['state'] }),
  for: '1m',
  service: 'db',
  group: 'postgres',
  summary: 'A forgotten transaction holds its locks.',
  description: (l, v) => text`A session has been "${l.state}" for ${v}. It holds its locks and keeps dead rows.`,
  test: {
    fires: {
      given: [transaction('idle in transaction', '0+60x20')],
      at: '10m',
      labels: { state: 'idle in transaction' },
      says: 'A session has been "idle in transaction" for 10m 0s. It holds its locks and keeps dead rows.',
    },
    silent: [
      {
        reason: 'a backup works for an hour, and is not idle',
        given: [transaction('active', '3600+60x20')],
        at: '10m',
      },
      {
        reason: 'somebody thinks for two minutes before COMMIT',
        given: [transaction('idle in transaction', '0+60x2 0x10')],
        at: '5m',
      },
    ],
  },
});

const waits = (values: string) =>
  series(
    pg.pg_stat_activity_max_tx_duration,
    {
      ...service,
      application_name: 'worker',
      backend_type: 'client backend',
      datname: 'postgres',
      server: 'db:5432',
      state: 'active',
      usename: 'postgres',
      wait_event: 'transactionid',
      wait_event_type: 'Lock',
    },
    values,
  );

export const PostgresLockWait = alert({
  when: breaches(db.lockWait, 'warning'),
  for: '1m',
  service: 'db',
  group: 'postgres',
  summary: 'A statement waits for a lock and does not get it.',
  description: (_l, v) => text`A statement has been waiting for a lock for ${v}. Another session holds it.`,
  test: {
    fires: {
      given: [waits('0+60x20')],
      at: '15m',
      labels: {},
      says: 'A statement has been waiting for a lock for 15m 0s. Another session holds it.',
    },
    silent: [
      {
        reason: 'a backup works for an hour, and waits for nobody',
        given: [transaction('active', '3600+60x20')],
        at: '15m',
      },
      { reason: 'a vote waits for another one of the same person', given: [waits('0 1 0 2 0 1x10')], at: '10m' },
    ],
  },
});
