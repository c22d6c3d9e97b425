/** The volume db-data: what the databases take of the disk that it lies on, and whether that disk has room for more. */
import { recorded } from 'plainsight';
import { and, type Expr, lt, max, min, mul, or, sub, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { docker_volume_size_bytes, node_filesystem_avail_bytes } from '../metrics/node.ts';
import { pg_database_size_bytes, pg_wal_size_bytes } from '../metrics/postgres.ts';
import { signal } from '../profiles.ts';

const MiB = 1024 ** 2;
const GiB = 1024 ** 3;

export const databaseSize = signal({
  id: 'database-size',
  name: 'Databases',
  description: 'What the databases of PostgreSQL take on disk, without the write-ahead log.',
  unit: unit.bytes,
  labels: ['job'],
  query: ({ by }) => sum(pg_database_size_bytes, { by }),
  // Without the write-ahead log: its first rise is not growth.
  recorded: { as: 'job:pg_database_size_bytes:sum', group: 'db-volume', every: '1m' },
  whenEmpty: 'no data',
  sample: { between: [29.4 * MiB, 29.9 * MiB], shape: 'rising' },
});

export const writeAheadLogSize = signal({
  id: 'write-ahead-log-size',
  name: 'Write-ahead log',
  description: 'What the write-ahead log of PostgreSQL takes on disk.',
  unit: unit.bytes,
  query: () => sum(pg_wal_size_bytes),
  whenEmpty: 'no data',
  sample: { between: [64 * MiB, 80 * MiB], shape: 'steady' },
});

export const volumeSize = signal({
  id: 'volume-size',
  name: 'Disk use of db-data',
  description:
    'What the volume db-data takes on disk, looked up once a minute: the databases and the write-ahead log of PostgreSQL, and little else. The volume has no limit of its own; what limits it is the disk of the host.',
  unit: unit.bytes,
  query: () => max(docker_volume_size_bytes.where({ volume: 'db-data' })),
  sample: { from: [databaseSize, writeAheadLogSize], as: (databases, log) => databases + log + 0.6 * MiB },
  whenEmpty: 'no data',
});

const HALF_HOURS_OF_A_DAY = 48;
const NINETY_MINUTES_OF_A_DAY = 16;

type Growth = Expr<never, typeof unit.bytes>;

/** The smaller of two. */
const slower = (one: Growth, other: Growth): Growth => or(lt(one, other), and(other, one));

export const databaseGrowth = signal({
  id: 'database-growth',
  name: 'Database growth per day',
  description:
    'How many more bytes the databases take in a day if they grow as they did in the last three hours, and still do: what was copied once is no growth. Nothing is shown in the first three hours of a database. More than the disk has left, PostgreSQL stops within a day.',
  unit: unit.bytes,
  query: () => {
    const size = recorded(databaseSize);
    const now = mul(sub(sum(size), sum(size.offset('30m'))), HALF_HOURS_OF_A_DAY);
    const lately = mul(sub(sum(size), sum(size.offset('90m'))), NINETY_MINUTES_OF_A_DAY);
    const before = mul(sub(sum(size.offset('90m')), sum(size.offset('3h'))), NINETY_MINUTES_OF_A_DAY);
    return slower(now, slower(lately, before));
  },
  whenEmpty: 'not applicable',
  sample: { between: [8 * MiB, 9 * MiB], shape: 'steady' },
});

/**
 * The root filesystem holds /var/lib/docker, and so the volume, unless that is a filesystem of its own: then a small root
 * filesystem beside it says nothing.
 */
const bytesLeft = or(
  node_filesystem_avail_bytes.where({ mountpoint: '/var/lib/docker' }),
  node_filesystem_avail_bytes.where({ mountpoint: '/' }),
  { on: ['instance'] },
);

export const diskAvailable = signal({
  id: 'disk-available',
  name: 'Free disk space',
  description: 'Bytes left on the disk that holds the volumes of Docker, db-data among them.',
  unit: unit.bytes,
  query: () => min(bytesLeft),
  whenEmpty: 'no data',
  sample: { between: [14.36 * GiB, 14.38 * GiB], shape: 'falling' },
});
