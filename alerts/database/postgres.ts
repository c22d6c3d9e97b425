/** Alerts on PostgreSQL, which keeps the votes. */
import { alert, breaches, series, text } from 'plainsight';
import * as pg from '../../stack/metrics/postgres.ts';
import * as db from '../../stack/signals/database.ts';

const service = { service: 'db' } as const;
const database = { ...service, datid: '5', datname: 'postgres' } as const;
const table = { ...service, datname: 'postgres', relname: 'votes', schemaname: 'public' } as const;

export const PostgresDown = alert({
  when: breaches(db.postgresUp, 'critical'),
  for: '1m',
  keepFiringFor: '1m',
  service: 'db',
  group: 'postgres',
  summary: 'PostgreSQL is down.',
  description: () => text`PostgreSQL does not answer its exporter. Votes wait in Redis; worker and result have left.`,
  test: {
    fires: {
      given: [series(pg.pg_up, service, '1x3 0x10')],
      at: '6m',
      labels: {},
      says: 'PostgreSQL does not answer its exporter. Votes wait in Redis; worker and result have left.',
    },
    silent: [
      {
        reason: 'a restart is over within a minute',
        given: [series(pg.pg_up, service, '1x3 0 1x10')],
        at: '5m',
      },
      {
        reason: 'without its exporter nobody knows, and TargetDown speaks',
        given: [series(pg.pg_up, service, '1x3 stale')],
        at: '6m',
      },
    ],
  },
});

const connected = (values: string) => series(pg.pg_stat_database_numbackends, database, values);
const atMost = (values: string) => series(pg.pg_settings_max_connections, { ...service, server: 'db:5432' }, values);

export const PostgresConnectionsHigh = alert({
  when: breaches(db.connectionShare, 'warning'),
  for: '10m',
  keepFiringFor: '5m',
  service: 'db',
  group: 'postgres',
  summary: 'PostgreSQL has nearly as many connections as it takes.',
  description: (_l, v) => text`${v} of max_connections are in use. At 100% the worker and result are refused.`,
  test: {
    fires: {
      // The scrape that fails at this moment does not end the alert.
      given: [connected('85x19 stale 85x10'), atMost('100x19 stale 100x10')],
      at: '20m',
      labels: {},
      says: '85% of max_connections are in use. At 100% the worker and result are refused.',
    },
    silent: [
      {
        reason: 'a migration that opens many connections for some minutes',
        given: [connected('5x5 85x5 5x10'), atMost('100x20')],
        at: '15m',
      },
      {
        reason: 'many connections, and a server that takes many more',
        given: [connected('85x20'), atMost('500x20')],
        at: '15m',
      },
    ],
  },
});

const rolledBack = (values: string) => series(pg.pg_stat_database_xact_rollback, database, values);
const updated = (values: string) => series(pg.pg_stat_user_tables_n_tup_upd, table, values);

export const PostgresUnexpectedRollbacks = alert({
  when: breaches(db.unexpectedRollbacks, 'warning'),
  for: '10m',
  service: 'db',
  group: 'postgres',
  summary: 'Transactions fail that should not.',
  description: (_l, v) => text`Rollbacks that no changed vote explains: ${v} a second.`,
  test: {
    fires: {
      given: [rolledBack('0+120x20'), updated('0+60x20')],
      at: '20m',
      labels: {},
      says: 'Rollbacks that no changed vote explains: 1 a second.',
    },
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
