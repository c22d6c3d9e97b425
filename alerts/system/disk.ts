/** Alerts on the disk that holds the volume db-data. */
import { alert, breaches, series, text, value } from 'plainsight';
import { and, gt } from 'plainsight/promql';
import {
  node_filesystem_avail_bytes,
  node_filesystem_readonly,
  node_filesystem_size_bytes,
} from '../../stack/metrics/node.ts';
import { pg_database_size_bytes, pg_wal_size_bytes } from '../../stack/metrics/postgres.ts';
import * as system from '../../stack/signals/system.ts';

const root = { device: '/dev/vda', device_error: '', fstype: 'ext4', mountpoint: '/', service: 'host' } as const;
const size = series(node_filesystem_size_bytes, root, '100000000000x100');
const left = (values: string) => series(node_filesystem_avail_bytes, root, values);
/** A gigabyte every twenty minutes: 64 % full after eight hours. */
const slowly = left('60000000000-250000000x100');

export const DiskFilling = [
  alert({
    when: and(
      breaches(system.diskUse, 'warning', { by: ['mountpoint'] }),
      breaches(system.diskInADay, 'warning', { by: ['mountpoint'] }),
    ),
    for: '1h',
    keepFiringFor: '15m',
    service: 'host',
    group: 'host',
    panel: system.diskInADay,
    summary: 'The disk of Docker will be full within a day.',
    description: (l, v) => text`${l.mountpoint} is ${v} full, and fills so fast that nothing is left in a day.`,
    test: {
      fires: {
        given: [size, slowly],
        every: '5m',
        at: '8h',
        labels: { mountpoint: '/' },
        says: '/ is 64% full, and fills so fast that nothing is left in a day.',
      },
      silent: [
        {
          reason: 'a disk that is nearly full, but on which nothing grows',
          given: [size, left('15000000000x100')],
          every: '5m',
          at: '8h',
        },
        {
          reason: 'a disk that is half empty, onto which somebody copies something',
          given: [size, left('95000000000-400000000x100')],
          every: '5m',
          at: '7h',
        },
        {
          reason: 'a disk that is read-only cannot fill',
          given: [size, slowly, series(node_filesystem_readonly, root, '1x100')],
          every: '5m',
          at: '8h',
        },
      ],
    },
  }),
  alert({
    when: and(
      breaches(system.diskUse, 'critical', { by: ['mountpoint'] }),
      breaches(system.diskInFourHours, 'warning', { by: ['mountpoint'] }),
    ),
    for: '1h',
    keepFiringFor: '15m',
    severity: 'critical',
    service: 'host',
    group: 'host',
    panel: system.diskInFourHours,
    summary: 'The disk of Docker will be full within four hours.',
    description: (l, v) => text`${l.mountpoint} is ${v} full, and fills so fast that nothing is left in four hours.`,
    test: {
      fires: {
        given: [size, left('90000000000-1000000000x85')],
        every: '5m',
        at: '7h',
        labels: { mountpoint: '/' },
        says: '/ is 94% full, and fills so fast that nothing is left in four hours.',
        also: {
          warning: {
            labels: { mountpoint: '/' },
            says: '/ is 94% full, and fills so fast that nothing is left in a day.',
          },
        },
      },
      silent: [
        {
          reason: 'a disk that lasts until the morning is a ticket',
          given: [size, slowly],
          every: '5m',
          at: '8h',
          also: {
            warning: {
              labels: { mountpoint: '/' },
              says: '/ is 64% full, and fills so fast that nothing is left in a day.',
            },
          },
        },
      ],
    },
  }),
];

const MiB = 1024 * 1024;
const databases = (values: string) => series(pg_database_size_bytes, { datname: 'postgres', service: 'db' }, values);

export const DbVolumeGrowth = alert({
  when: gt(value(system.databaseGrowth), value(system.diskAvailable)),
  for: '1h',
  keepFiringFor: '15m',
  severity: 'warning',
  service: 'db',
  summary: 'The databases grow faster in a day than the disk has room for.',
  description: (_l, v) => text`In a day the databases take ${v} more, which is more than the disk has left.`,
  test: {
    fires: {
      given: [databases(`${5000 * MiB}+${128 * MiB}x100`), left(`${20_000 * MiB}x100`)],
      every: '5m',
      at: '5h',
      labels: {},
      says: 'In a day the databases take 36GiB more, which is more than the disk has left.',
    },
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
