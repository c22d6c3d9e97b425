/** Situations of PostgreSQL and of its volume. */
import { inTurns, of, postgresUp, type Situation } from './situation.ts';

const up = of('postgres', 'up');
const took = of('postgres', 'scrape_duration_seconds');
const connected = (labels = {}) => of('postgres', 'pg_stat_database_numbackends', { datname: 'postgres', ...labels });
const atMost = (labels = {}) => of('postgres', 'pg_settings_max_connections', labels);
const databases = of('postgres', 'pg_database_size_bytes', { datname: 'postgres' });
const root = { mountpoint: '/', device: '/dev/vda', fstype: 'ext4' } as const;
const left = of('node', 'node_filesystem_avail_bytes', root);

export const database: readonly Situation[] = [
  {
    says: 'PostgreSQL hangs: scrapes of its exporter run into the timeout',
    every: '15s',
    given: { [postgresUp]: '1x20 stale', [up]: '1x20 0x60', [took]: '0.1x20 10x60' },
    firing: [['12m', 'PostgresDown', 1]],
  },
  {
    says: 'the same, and nothing tells how long the scrapes took',
    every: '15s',
    given: { [postgresUp]: '1x20 stale', [up]: '1x20 0x60' },
    firing: [['12m', 'PostgresDown', 1]],
  },
  {
    says: 'the exporter of PostgreSQL is stopped: its connection is refused at once, and PostgreSQL is not to blame',
    every: '15s',
    given: { [postgresUp]: '1x20 stale', [up]: '1x20 0x60', [took]: '0.1x20 0.002x60' },
    firing: [
      ['12m', 'PostgresDown', 0],
      ['12m', 'TargetDown', 1],
    ],
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
  {
    says: 'PostgreSQL ends and is started again every other minute: it is never down for long',
    every: '15s',
    given: {
      [postgresUp]: inTurns(
        () => '1',
        () => '0',
      ),
    },
    firing: [
      ['20m', 'PostgresDown', 1],
      ['40m', 'PostgresDown', 1],
    ],
  },
  {
    says: 'connections leak until the exporter is refused as well: PostgreSQL is full, not down',
    every: '15s',
    given: { [postgresUp]: '1x40 0x140', [connected()]: '60+1x37 97x3 stale', [atMost()]: '100x40 stale' },
    firing: [
      ['12m', 'PostgresDown', 0],
      ['40m', 'PostgresDown', 0],
      ['40m', 'PostgresConnectionsHigh', 1],
    ],
  },
  {
    says: 'PostgreSQL is down, with few connections before',
    every: '15s',
    given: { [postgresUp]: '1x40 0x140', [connected()]: '8x40 stale', [atMost()]: '100x40 stale' },
    firing: [
      ['12m', 'PostgresDown', 1],
      ['40m', 'PostgresConnectionsHigh', 0],
    ],
  },
  {
    says: 'a backup is read back for three hours, two gigabytes, and then nothing; eight are left',
    every: '5m',
    given: { [databases]: '8000000x72 8000000+50000000x36 1808000000x120', [left]: '8000000000x240' },
    firing: [
      ['8h', 'DbVolumeGrowth', 0],
      ['9h30m', 'DbVolumeGrowth', 0],
      ['10h', 'DbVolumeGrowth', 0],
    ],
  },
];
