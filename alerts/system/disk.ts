/** Alerts on disks that are full, or will be. */
import { alert, breaches, series, text, value } from 'plainsight';
import { and, lt, or } from 'plainsight/promql';
import * as node from '../../stack/metrics/node.ts';
import * as disk from '../../stack/signals/disk.ts';

const each = { by: ['instance', 'mountpoint'] } as const;

const root = { device: '/dev/vda', device_error: '', fstype: 'ext4', mountpoint: '/', service: 'host' } as const;
const docker = { ...root, device: '/dev/vdb', mountpoint: '/var/lib/docker' };
const boot = { ...root, device: '/dev/vda1', mountpoint: '/snap/core/1', fstype: 'squashfs' };
const GB = 1_000_000_000;

/** A disk of 100 GB. */
const size = (of: typeof root | typeof docker | typeof boot, values = `${100 * GB}x1500`) =>
  series(node.node_filesystem_size_bytes, of, values);
const left = (of: typeof root | typeof docker | typeof boot, values: string) =>
  series(node.node_filesystem_avail_bytes, of, values);

const files = (values: string) => [
  series(node.node_filesystem_files, root, '6000000x40'),
  series(node.node_filesystem_files_free, root, values),
];

/** The labels of both severities. */
const onRoot = { instance: 'node:1', mountpoint: '/' };
const onDocker = { instance: 'node:1', mountpoint: '/var/lib/docker' };

export const DiskAlmostFull = [
  alert({
    when: or(breaches(disk.diskFree, 'warning', each), breaches(disk.inodesFree, 'warning', each)),
    for: '5m',
    keepFiringFor: '5m',
    service: 'host',
    group: 'host',
    summary: 'A disk is almost full.',
    description: (l, v) => text`${l.mountpoint} has ${v} of its room left, in bytes or in files.`,
    test: {
      fires: [
        {
          given: [size(root), left(root, `${12 * GB}x5 ${8 * GB}x30`)],
          at: '20m',
          labels: onRoot,
          says: '/ has 8% of its room left, in bytes or in files.',
        },
        {
          given: [size(root), left(root, `${60 * GB}x40`), ...files('540000x40')],
          at: '20m',
          labels: onRoot,
          says: '/ has 9% of its room left, in bytes or in files.',
        },
        {
          // Three minutes ago a file was deleted.
          given: [size(root), left(root, `${8 * GB}x20 ${40 * GB}x30`)],
          at: '24m',
          labels: onRoot,
          says: '/ has 8% of its room left, in bytes or in files.',
        },
      ],
      silent: [
        { reason: 'a tenth is left', given: [size(root), left(root, `${10 * GB}x40`)], at: '20m' },
        {
          reason: 'the image of a package is always full',
          given: [size(boot), left(boot, '0x40')],
          at: '20m',
        },
        {
          reason: 'a disk that is mounted read-only does not fill',
          given: [size(docker), left(docker, '0x40'), series(node.node_filesystem_readonly, docker, '1x40')],
          at: '20m',
        },
        {
          reason: 'a build needs much for some minutes',
          given: [size(root), left(root, `${40 * GB}x5 ${8 * GB}x4 ${40 * GB}x30`)],
          at: '20m',
        },
      ],
    },
  }),
  alert({
    when: or(breaches(disk.diskFree, 'critical', each), breaches(disk.inodesFree, 'critical', each)),
    for: '5m',
    keepFiringFor: '5m',
    service: 'host',
    group: 'host',
    summary: 'A disk is full, or will be at any moment.',
    description: (l, v) => text`${l.mountpoint} has ${v} of its room left, in bytes or in files. Votes are lost next.`,
    test: {
      fires: [
        {
          // The root disk has room: the worst of the two is not hidden by it.
          given: [size(root), left(root, `${50 * GB}x40`), size(docker), left(docker, `${2 * GB}x40`)],
          at: '20m',
          labels: onDocker,
          says: '/var/lib/docker has 2% of its room left, in bytes or in files. Votes are lost next.',
          also: {
            warning: {
              labels: onDocker,
              says: '/var/lib/docker has 2% of its room left, in bytes or in files.',
            },
          },
        },
        {
          given: files('0x40'),
          at: '20m',
          labels: onRoot,
          says: '/ has 0% of its room left, in bytes or in files. Votes are lost next.',
          also: { warning: { labels: onRoot, says: '/ has 0% of its room left, in bytes or in files.' } },
        },
        {
          // Three minutes ago a file was deleted.
          given: [size(docker), left(docker, `${2 * GB}x20 ${40 * GB}x30`)],
          at: '24m',
          labels: onDocker,
          says: '/var/lib/docker has 2% of its room left, in bytes or in files. Votes are lost next.',
          also: {
            warning: { labels: onDocker, says: '/var/lib/docker has 2% of its room left, in bytes or in files.' },
          },
        },
      ],
      silent: [
        {
          reason: 'a fourteenth is left, which is a ticket',
          given: [size(root), left(root, `${7 * GB}x40`)],
          at: '20m',
          also: { warning: { labels: onRoot, says: '/ has 7% of its room left, in bytes or in files.' } },
        },
      ],
    },
  }),
];

/** Forecasts are asked of disks that are two fifths full or more: of an empty one a copy takes much for an hour. */
const LITTLE = 0.4;
/** What is full fills no more, and a prediction from zero is zero: it stays until there is room again. */
const NEXT_TO_NOTHING = 0.01;

const tight = lt(value(disk.diskFree, each), LITTLE);
const said = '/ has 26% of its room left, and nothing within a day, or nothing already.';

export const DiskFilling = [
  alert({
    when: or(and(tight, breaches(disk.diskInADay, 'warning', each)), lt(value(disk.diskFree, each), NEXT_TO_NOTHING)),
    for: '15m',
    keepFiringFor: '15m',
    service: 'host',
    group: 'host',
    panel: disk.diskInADay,
    summary: 'A disk will be full within a day, or is full.',
    description: (l, v) =>
      text`${l.mountpoint} has ${v} of its room left, and nothing within a day, or nothing already.`,
    test: {
      fires: [
        {
          // A gigabyte every ten minutes.
          given: [size(root), left(root, `${50 * GB}-500000000x100`)],
          every: '5m',
          at: '4h',
          labels: onRoot,
          says: said,
        },
        {
          // Next to nothing is left, and it fills slowly: 30 MB an hour.
          given: [size(root), left(root, `${GB / 2}-2500000x100`)],
          every: '5m',
          at: '2h',
          labels: onRoot,
          says: '/ has 0.44% of its room left, and nothing within a day, or nothing already.',
        },
        {
          // Full in four hours, and full ever since.
          given: [size(root), left(root, `${40 * GB}-${GB / 1.2}x48 0x120`)],
          every: '5m',
          at: '12h30m',
          labels: onRoot,
          says: '/ has 0% of its room left, and nothing within a day, or nothing already.',
        },
        {
          // Ten minutes ago somebody made room.
          given: [size(root), left(root, `${50 * GB}-500000000x47 ${90 * GB}x20`)],
          every: '5m',
          at: '4h10m',
          labels: onRoot,
          says: '/ has 26.5% of its room left, and nothing within a day, or nothing already.',
        },
      ],
      silent: [
        {
          reason: 'a disk that is nearly full, but on which nothing grows',
          given: [size(root), left(root, `${15 * GB}x100`)],
          every: '5m',
          at: '8h',
        },
        {
          reason: 'a disk that is half empty, onto which somebody copies something',
          given: [size(root), left(root, `${95 * GB}-400000000x100`)],
          every: '5m',
          at: '7h',
        },
        {
          reason: 'a disk that is read-only cannot fill',
          given: [
            size(root),
            left(root, `${50 * GB}-500000000x100`),
            series(node.node_filesystem_readonly, root, '1x100'),
          ],
          every: '5m',
          at: '4h',
        },
      ],
    },
  }),
  alert({
    when: and(
      tight,
      or(breaches(disk.diskInFourHours, 'critical', each), breaches(disk.diskInAnHour, 'critical', each)),
    ),
    // Sooner than the ticket: a log that runs away leaves less than an hour.
    for: '10m',
    keepFiringFor: '15m',
    service: 'host',
    group: 'host',
    summary: 'A disk will be full within hours.',
    description: (l, v) => text`${l.mountpoint} has ${v} of its room left, and nothing within four hours.`,
    test: {
      fires: [
        {
          // A log that runs away: sixty gigabytes in forty minutes, and ten minutes are left.
          given: [size(root), left(root, `${60 * GB}x120 ${60 * GB}-1500000000x40`)],
          at: '2h31m',
          labels: onRoot,
          says: '/ has 15% of its room left, and nothing within four hours.',
          also: {
            warning: {
              labels: onRoot,
              says: '/ has 15% of its room left, and nothing within a day, or nothing already.',
            },
          },
        },
        {
          given: [size(root), left(root, `${90 * GB}-${GB}x85`)],
          every: '5m',
          at: '7h',
          labels: onRoot,
          says: '/ has 6% of its room left, and nothing within four hours.',
          also: {
            warning: {
              labels: onRoot,
              says: '/ has 6% of its room left, and nothing within a day, or nothing already.',
            },
          },
        },
        {
          // Ten minutes ago somebody made room.
          given: [size(root), left(root, `${90 * GB}-${GB}x84 ${90 * GB}x10`)],
          every: '5m',
          at: '7h15m',
          labels: onRoot,
          says: '/ has 6% of its room left, and nothing within four hours.',
          also: {
            warning: {
              labels: onRoot,
              says: '/ has 6% of its room left, and nothing within a day, or nothing already.',
            },
          },
        },
      ],
      silent: [
        {
          reason: 'a disk that lasts until the morning is a ticket',
          given: [size(root), left(root, `${50 * GB}-500000000x100`)],
          every: '5m',
          at: '4h',
          also: { warning: { labels: onRoot, says: said } },
        },
        {
          reason: 'a disk that has been full for hours fills no more, and DiskAlmostFull pages',
          given: [size(root), left(root, `${40 * GB}-${GB / 1.2}x48 0x60`)],
          every: '5m',
          at: '9h',
          also: {
            warning: {
              labels: onRoot,
              says: '/ has 0% of its room left, and nothing within a day, or nothing already.',
            },
          },
        },
      ],
    },
  }),
];
