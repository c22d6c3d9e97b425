/** Alerts on disks that can no longer be written, or no longer answer. */
import { alert, breaches, series, text } from 'plainsight';
import * as node from '../../stack/metrics/node.ts';
import * as disk from '../../stack/signals/disk.ts';

const each = { by: ['instance', 'mountpoint'] } as const;

const root = { device: '/dev/vda', device_error: '', fstype: 'ext4', mountpoint: '/', service: 'host' } as const;
const docker = { ...root, device: '/dev/vdb', mountpoint: '/var/lib/docker' };
const boot = { ...root, device: '/dev/vda1', mountpoint: '/snap/core/1', fstype: 'squashfs' };

const onRoot = { instance: 'node:1', mountpoint: '/' };
const onDocker = { instance: 'node:1', mountpoint: '/var/lib/docker' };

export const DiskReadOnly = alert({
  when: breaches(disk.diskReadOnly, 'critical', each),
  for: '1m',
  service: 'host',
  group: 'host',
  summary: 'The disk of Docker can no longer be written.',
  description: (l) => text`${l.mountpoint} is read-only: PostgreSQL and Redis store nothing from now on.`,
  test: {
    fires: {
      given: [series(node.node_filesystem_readonly, root, '0x5 1x10')],
      at: '10m',
      labels: onRoot,
      says: '/ is read-only: PostgreSQL and Redis store nothing from now on.',
    },
    silent: [
      {
        reason: 'the image of a package is read-only by nature',
        given: [series(node.node_filesystem_readonly, boot, '1x15')],
        at: '10m',
      },
    ],
  },
});

export const DiskErrors = alert({
  when: breaches(disk.diskErrors, 'critical', each),
  for: '1m',
  service: 'host',
  group: 'host',
  summary: 'A disk no longer answers.',
  description: (l) => text`The host gets an error when it asks how full ${l.mountpoint} is.`,
  test: {
    fires: {
      given: [series(node.node_filesystem_device_error, { ...docker, device_error: 'input/output error' }, '0x5 1x10')],
      at: '10m',
      labels: onDocker,
      says: 'The host gets an error when it asks how full /var/lib/docker is.',
    },
    silent: [
      {
        reason: 'one reading that failed',
        given: [series(node.node_filesystem_device_error, docker, '0x5 1 0x10')],
        at: '7m',
      },
    ],
  },
});
