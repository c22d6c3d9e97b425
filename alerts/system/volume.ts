/** Alerts on the volume db-data, whose only limit is the disk that it lies on. */
import { alert, series, text, value } from 'plainsight';
import { gt } from 'plainsight/promql';
import { node_filesystem_avail_bytes } from '../../stack/metrics/node.ts';
import { pg_database_size_bytes, pg_wal_size_bytes } from '../../stack/metrics/postgres.ts';
import { databaseGrowth, diskAvailable } from '../../stack/signals/volume.ts';

const root = { device: '/dev/vda', device_error: '', fstype: 'ext4', mountpoint: '/', service: 'host' } as const;
const left = (values: string) => series(node_filesystem_avail_bytes, root, values);

const MiB = 1024 * 1024;
const databases = (values: string) => series(pg_database_size_bytes, { datname: 'postgres', service: 'db' }, values);

export const DbVolumeGrowth = alert({
  when: gt(value(databaseGrowth), value(diskAvailable)),
  for: '1h',
  keepFiringFor: '15m',
  severity: 'warning',
  service: 'db',
  summary: 'The databases grow faster in a day than the disk has room for.',
  description: (_l, v) => text`In a day the databases take ${v} more, which is more than the disk has left.`,
  test: {
    fires: [
      {
        given: [databases(`${5000 * MiB}+${128 * MiB}x100`), left(`${20_000 * MiB}x100`)],
        every: '5m',
        at: '5h',
        labels: {},
        says: 'In a day the databases take 36GiB more, which is more than the disk has left.',
      },
      {
        // Ten minutes ago somebody made room.
        given: [databases(`${5000 * MiB}+${128 * MiB}x100`), left(`${20_000 * MiB}x59 ${40_000 * MiB}x40`)],
        every: '5m',
        at: '5h10m',
        labels: {},
        says: 'In a day the databases take 36GiB more, which is more than the disk has left.',
      },
    ],
    silent: [
      {
        reason: 'the first rise of the write-ahead log is no growth',
        given: [
          databases(`${30 * MiB}x100`),
          series(pg_wal_size_bytes, { service: 'db' }, `${16 * MiB}+${10 * MiB}x100`),
          left(`${2000 * MiB}x100`),
        ],
        every: '5m',
        at: '6h',
      },
      {
        reason: 'the first rise of a new database is no growth',
        given: [databases(`_x12 ${8 * MiB}+${128 * MiB}x60`), left(`${20_000 * MiB}x100`)],
        every: '5m',
        at: '3h',
      },
      {
        reason: 'one import of two gigabytes that is over',
        given: [databases(`${8 * MiB}x72 ${200 * MiB}+${900 * MiB}x2 ${2000 * MiB}x60`), left(`${8000 * MiB}x200`)],
        every: '5m',
        at: '7h30m',
      },
      {
        reason: 'a disk that has room for weeks',
        given: [databases(`${5000 * MiB}+${MiB}x100`), left(`${20_000 * MiB}x100`)],
        every: '5m',
        at: '5h',
      },
    ],
  },
});
