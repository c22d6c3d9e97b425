/** Situations of the disks of the host. */
import { inTurns, of, type Situation } from './situation.ts';

interface Where {
  readonly mountpoint?: string;
  readonly instance?: string;
}

const about = (metric: string, { mountpoint = '/', ...where }: Where) =>
  of('node', `node_filesystem_${metric}`, { mountpoint, device: '/dev/vda', fstype: 'ext4', ...where });

/** A disk of 100 GB: what is left of it, whether it is read-only. */
function disk(left: string, readOnly = '0x900', where: Where = {}): Readonly<Record<string, string>> {
  return {
    [about('avail_bytes', where)]: left,
    [about('size_bytes', where)]: '100000000000x900',
    [about('readonly', where)]: readOnly,
  };
}

const half = '50000000000x900';

export const disks: readonly Situation[] = [
  {
    says: 'a disk runs full within four hours, and stays full',
    every: '5m',
    given: disk('40000000000-833333330x48 0x200'),
    firing: [
      ['3h', 'DiskFilling', 2],
      ['6h', 'DiskAlmostFull', 2],
      ['12h30m', 'DiskFilling', 1],
      ['12h30m', 'DiskAlmostFull', 2],
    ],
  },
  {
    says: 'a log that runs away fills half of a disk within ten minutes',
    every: '1m',
    given: disk('50000000000x360 50000000000-5000000000x10 0x400'),
    firing: [
      ['6h5m', 'DiskAlmostFull', 0],
      ['6h20m', 'DiskAlmostFull', 2],
      ['9h', 'DiskAlmostFull', 2],
      ['9h', 'DiskFilling', 1],
    ],
  },
  {
    says: 'a log that runs away fills 60 GB within two hours',
    every: '1m',
    given: disk('60000000000x360 60000000000-500000000x120 0x200'),
    firing: [
      ['7h', 'DiskFilling', 0],
      ['7h20m', 'DiskFilling', 2],
      ['8h10m', 'DiskAlmostFull', 2],
    ],
  },
  {
    says: 'half a gigabyte of a hundred is left, and it hardly becomes less',
    every: '5m',
    given: disk('500000000-500000x240'),
    firing: [
      ['10h', 'DiskFilling', 1],
      ['10h', 'DiskAlmostFull', 2],
    ],
  },
  {
    says: 'a disk that was full has room again',
    every: '1m',
    given: disk('0x200 50000000000x200'),
    firing: [
      ['3h', 'DiskAlmostFull', 2],
      ['3h40m', '', 0],
    ],
  },
  {
    says: 'half of a disk is left, and no inode of it',
    every: '1m',
    given: { ...disk(half), [about('files', {})]: '1000000x300', [about('files_free', {})]: '200000-1000x200 0x99' },
    firing: [
      ['1h', '', 0],
      ['3h30m', 'DiskAlmostFull', 2],
    ],
  },
  {
    says: 'a filesystem that counts no inodes has none left',
    every: '1m',
    given: { ...disk(half), [about('files', {})]: '0x120', [about('files_free', {})]: '0x120' },
    firing: [['2h', '', 0]],
  },
  {
    says: 'the kernel makes a disk of data read-only that is not that of Docker',
    every: '1m',
    given: disk(half, '0x60 1x100', { mountpoint: '/data' }),
    firing: [
      ['50m', '', 0],
      ['1h3m', 'DiskReadOnly', 1],
      ['2h', 'DiskReadOnly', 1],
    ],
  },
  {
    says: 'a disk of data is mounted read-only on purpose',
    every: '1m',
    given: disk(half, '1x160', { mountpoint: '/data' }),
    firing: [['2h', '', 0]],
  },
  {
    says: 'a disk no longer tells how full it is',
    every: '1m',
    given: {
      ...disk('50000000000x60 stale', '0x60 stale'),
      [about('size_bytes', {})]: '100000000000x60 stale',
      [about('device_error', {})]: '0x60 1x100',
    },
    firing: [['1h3m', 'DiskErrors', 1]],
  },
  {
    says: 'the disk of one of two hosts is full',
    every: '1m',
    given: { ...disk(half), ...disk('3000000000x900', '0x900', { instance: 'b:9100' }) },
    firing: [['2h', 'DiskAlmostFull', 2]],
  },
  {
    says: 'node_exporter answers one minute of two while the disk fills',
    every: '15s',
    given: {
      ...disk(
        inTurns(
          (step) => String(35_000_000_000 - step * 50_000_000),
          () => '_',
        ),
      ),
    },
    firing: [['1h20m', 'DiskFilling', 2]],
  },
];
