/** Alerts on PostgreSQL, which keeps the votes. */
import { alert, breaches, series, text, value } from 'plainsight';
import {
  and,
  avgOverTime,
  changes,
  div,
  eq,
  group,
  gte,
  inUnit,
  lastOverTime,
  lt,
  max,
  min,
  or,
  scrape_duration_seconds,
  sum,
  unless,
  up,
} from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as pg from '../../stack/metrics/postgres.ts';
import * as db from '../../stack/signals/database.ts';
import { postgres } from '../../stack/targets.ts';

const service = { service: 'db' } as const;
const database = { ...service, datid: '5', datname: 'postgres' } as const;
const table = { ...service, datname: 'postgres', relname: 'votes', schemaname: 'public' } as const;

const connected = (values: string, instance = 'postgres-exporter:9187') =>
  series(pg.pg_stat_database_numbackends, { ...database, instance }, values);
const atMost = (values: string, instance = 'postgres-exporter:9187') =>
  series(pg.pg_settings_max_connections, { ...service, server: 'db:5432', instance }, values);
const server = { instance: 'postgres-exporter:9187' } as const;
const sessions = (values: string) =>
  series(
    pg.pg_stat_activity_count,
    {
      ...service,
      ...server,
      application_name: '',
      backend_type: 'client backend',
      datname: 'postgres',
      server: 'db:5432',
      state: 'idle',
      usename: 'postgres',
      wait_event: 'ClientRead',
      wait_event_type: 'Client',
    },
    values,
  );

/**
 * The exporter is refused like everybody else where no connection is left, and says `pg_up 0`. How many there were when
 * it was last seen tells that from a server that is down.
 */
const refusesExporter = and(
  gte(
    div(
      sum(lastOverTime(pg.pg_stat_database_numbackends, '6h'), { by: ['instance'] }),
      max(lastOverTime(pg.pg_settings_max_connections, '6h'), { by: ['instance'] }),
    ),
    // A few are kept for administrators.
    0.95,
  ),
  eq(max(pg.pg_up, { by: ['instance'] }), 0),
);

/** Down again and again, and never for long: three changes are more than one restart. */
const comesAndGoes = and(lt(min(avgOverTime(pg.pg_up, '10m')), 0.8), gte(max(changes(pg.pg_up, '10m')), 3));

export const PostgresDown = alert({
  when: unless(or(breaches(db.postgresUp, 'critical'), comesAndGoes), max(refusesExporter)),
  for: '1m',
  // worker and result left with it, and are missed for three minutes after they are back.
  keepFiringFor: '5m',
  service: 'db',
  group: 'postgres',
  summary: 'PostgreSQL is down.',
  description: () => text`PostgreSQL does not answer its exporter. Votes wait in Redis; worker and result have left.`,
  test: {
    fires: [
      {
        given: [series(pg.pg_up, service, '1x3 0x10')],
        at: '6m',
        labels: {},
        says: 'PostgreSQL does not answer its exporter. Votes wait in Redis; worker and result have left.',
      },
      {
        // It hangs: the exporter waits for it, and the scrape runs into its timeout.
        given: [
          series(pg.pg_up, service, '1x3 stale'),
          series(up.of(postgres), service, '1x3 0x10'),
          series(scrape_duration_seconds.of(postgres), service, '0.1x3 10x10'),
        ],
        at: '6m',
        labels: {},
        says: 'PostgreSQL does not answer its exporter. Votes wait in Redis; worker and result have left.',
      },
      {
        // It is back for two minutes; worker and result may not be.
        given: [series(pg.pg_up, service, '1x3 0x6 1x10')],
        at: '13m',
        labels: {},
        says: 'PostgreSQL does not answer its exporter. Votes wait in Redis; worker and result have left.',
      },
    ],
    silent: [
      {
        reason: 'no connection is left, for its exporter neither, and PostgresConnectionsHigh speaks',
        given: [
          series(pg.pg_up, { ...service, ...server }, '1x3 0x10'),
          connected('60 80 97 97 stale'),
          atMost('100x3 stale'),
        ],
        at: '10m',
      },
      {
        reason: 'a restart is over within a minute',
        given: [series(pg.pg_up, service, '1x3 0 1x10')],
        at: '5m',
      },
      {
        reason: 'without its exporter nobody knows, and TargetDown speaks',
        given: [
          series(pg.pg_up, service, '1x3 stale'),
          series(up.of(postgres), service, '1x3 0x10'),
          series(scrape_duration_seconds.of(postgres), service, '0.1x3 0.002x10'),
        ],
        at: '6m',
      },
    ],
  },
});

const rows = (values: string) => series(pg.pg_stat_user_tables_n_tup_ins, table, values);
const collected = (collector: string, values: string) =>
  series(pg.pg_scrape_collector_success, { ...service, collector }, values);

export const PostgresStatsMissing = [
  alert({
    when: or(
      inUnit(
        unit.state({ 0: 'Failed', 1: 'Read' }),
        unless(eq(value(db.postgresUp), 1), group(pg.pg_stat_user_tables_n_tup_ins.where({ relname: 'votes' }))),
        { reason: 'only whether there is one is asked' },
      ),
      breaches(db.vitalStatistics, 'critical'),
    ),
    for: '5m',
    // ResultNotPolling looks back two minutes.
    keepFiringFor: '3m',
    service: 'db',
    group: 'postgres',
    panel: db.vitalStatistics,
    summary: 'Nobody knows whether votes are stored and read.',
    description: () =>
      text`PostgreSQL answers, but the statistics of its table "votes" cannot be read. Alerts on stored votes, lost votes, rollbacks and the result know nothing.`,
    test: {
      fires: [
        {
          given: [series(pg.pg_up, service, '1x20'), rows('0+60x5 stale')],
          at: '12m',
          labels: {},
          says: 'PostgreSQL answers, but the statistics of its table "votes" cannot be read. Alerts on stored votes, lost votes, rollbacks and the result know nothing.',
        },
        {
          given: [
            series(pg.pg_up, service, '1x20'),
            rows('0+60x5 stale'),
            collected('stat_user_tables', '1x5 0x15'),
            collected('stat_database', '1x20'),
          ],
          at: '12m',
          labels: {},
          says: 'PostgreSQL answers, but the statistics of its table "votes" cannot be read. Alerts on stored votes, lost votes, rollbacks and the result know nothing.',
        },
        {
          // They are back for two minutes; what was read in the time before is not known.
          given: [series(pg.pg_up, service, '1x25'), rows('0+60x5 stale _x6 300+60x9')],
          at: '15m',
          labels: {},
          says: 'PostgreSQL answers, but the statistics of its table "votes" cannot be read. Alerts on stored votes, lost votes, rollbacks and the result know nothing.',
        },
      ],
      silent: [
        {
          reason: 'an empty table has its row of statistics too',
          given: [series(pg.pg_up, service, '1x20'), rows('0x20'), collected('stat_user_tables', '1x20')],
          at: '12m',
        },
        {
          reason: 'while PostgreSQL is down nobody can know, and PostgresDown speaks',
          given: [series(pg.pg_up, service, '1x5 0x15'), rows('0+60x5 stale')],
          at: '15m',
        },
        {
          reason: 'a collector that no alert and no panel needs may fail, as after an upgrade of PostgreSQL',
          given: [series(pg.pg_up, service, '1x20'), rows('0x20'), collected('stat_bgwriter', '0x20')],
          at: '12m',
        },
      ],
    },
  }),
  alert({
    when: breaches(db.otherStatistics, 'warning', { by: ['collector'] }),
    for: '5m',
    service: 'db',
    group: 'postgres',
    summary: 'Some statistics of PostgreSQL cannot be read.',
    description: (l) => text`The collector ${l.collector} of postgres-exporter fails. Panels that need it are empty.`,
    test: {
      fires: {
        given: [collected('locks', '1x5 0x15')],
        at: '12m',
        labels: { collector: 'locks' },
        says: 'The collector locks of postgres-exporter fails. Panels that need it are empty.',
      },
      silent: [
        { reason: 'a query that ran into its time limit once', given: [collected('wal', '1x5 0 1x15')], at: '8m' },
      ],
    },
  }),
];

export const PostgresConnectionsHigh = [
  alert({
    when: breaches(db.connectionShare, 'warning', { by: ['instance'] }),
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
        labels: server,
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
        {
          reason: 'two servers that are half full are not one that is full',
          given: [connected('45x20'), atMost('100x20'), connected('45x20', 'b:9187'), atMost('100x20', 'b:9187')],
          at: '15m',
        },
      ],
    },
  }),
  alert({
    when: or(breaches(db.connectionShare, 'critical', { by: ['instance'] }), refusesExporter),
    for: '1m',
    // For longer than what it mutes.
    keepFiringFor: '5m',
    service: 'db',
    group: 'postgres',
    summary: 'PostgreSQL takes no more connections.',
    description: (_l, v) => text`${v} of max_connections are in use. Whoever connects now is refused.`,
    test: {
      fires: [
        {
          given: [connected('5x3 100x10'), atMost('100x20')],
          at: '8m',
          labels: server,
          says: '100% of max_connections are in use. Whoever connects now is refused.',
        },
        {
          // Its exporter is refused where it connects anew; over the connection that it has, sessions are counted on.
          given: [connected('5x3 stale'), sessions('5x3 98x20'), atMost('100x30')],
          at: '8m',
          labels: server,
          says: '98% of max_connections are in use. Whoever connects now is refused.',
        },
        {
          // Its exporter was started again, and is refused altogether.
          given: [
            series(pg.pg_up, { ...service, ...server }, '1x3 0x20'),
            connected('60 80 97 97 stale'),
            atMost('100x3 stale'),
          ],
          at: '20m',
          labels: server,
          says: '97% of max_connections are in use. Whoever connects now is refused.',
        },
        {
          // Most were closed three minutes ago; what failed for want of one is counted for longer.
          given: [connected('5x3 100x7 5x10'), atMost('100x25')],
          at: '15m',
          labels: server,
          says: '100% of max_connections are in use. Whoever connects now is refused.',
        },
      ],
      silent: [
        {
          reason: 'nine of ten are a ticket',
          given: [connected('90x20'), atMost('100x20')],
          at: '15m',
          also: {
            warning: {
              labels: server,
              says: '90% of max_connections are in use. At 100% the worker and result are refused.',
            },
          },
        },
      ],
    },
  }),
];
