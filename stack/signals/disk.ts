/** The disks: how full they are, when they will be full, and whether they can be written. Each one first, then the worst. */
import {
  add,
  and,
  deriv,
  div,
  eq,
  gt,
  inUnit,
  lt,
  max,
  maxOverTime,
  min,
  minOverTime,
  mul,
  neg,
  not,
  or,
  predictLinear,
  sub,
  unless,
} from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as node from '../metrics/node.ts';
import { signal } from '../profiles.ts';
import { diskAvailable } from './volume.ts';

/** In pictures: what fills a disk in a day, as fast as the room on it shrinks in the hour that is shown. */
const FILLED_IN_A_DAY = 0.34 * 1024 ** 3;

/** Filesystems in memory and those of images are no disks: the former have no size of their own, the latter are always full. */
const disks = { fstype: not(['tmpfs', 'ramfs', 'overlay', 'squashfs', 'iso9660', 'erofs', 'nsfs']) };
const available = node.node_filesystem_avail_bytes.where(disks);
const size = node.node_filesystem_size_bytes.where(disks);
const readOnly = eq(node.node_filesystem_readonly.where(disks), 1);

/** Less than a thousandth left is full: some filesystems keep a few blocks back. */
const FULL = 0.001;

export const diskUse = signal({
  id: 'disk-use',
  name: 'Disk in use',
  description:
    'How full the fullest disk is, as `df` says it: without what is reserved for the administrator. PostgreSQL stops when its disk is full: `docker system df` shows what can be removed.',
  unit: unit.ratio,
  labels: ['instance', 'mountpoint'],
  query: ({ by }) => {
    const used = sub(size, node.node_filesystem_free_bytes.where(disks));
    // Where nothing tells what is free for the administrator alone, nothing is reserved.
    return max(sub(1, div(available, or(add(available, used), size))), { by });
  },
  thresholds: { from: { warning: 0.9, critical: 0.95 } },
  whenEmpty: 'no data',
  sample: { between: [0.637, 0.638], shape: 'rising' },
});

export const diskFree = signal({
  id: 'disk-free',
  name: 'Free space on the disks',
  description:
    'The share of each disk that is left. Below a tenth somebody makes room tomorrow, below a twentieth now: on a full disk PostgreSQL stops, and Redis refuses votes.',
  unit: unit.ratio,
  labels: ['instance', 'mountpoint'],
  query: ({ by }) => min(unless(div(available, size), readOnly), { by }),
  thresholds: { below: { warning: 0.1, critical: 0.05 }, reason: 'time to act: a tenth is days, a twentieth hours' },
  whenEmpty: 'no data',
  sample: { between: [0.344, 0.345], shape: 'falling' },
});

export const inodesFree = signal({
  id: 'inodes-free',
  name: 'Free inodes on the disks',
  description:
    'The share of the files that each disk can still take. Without inodes no file can be made, however many bytes are left: `df -i`.',
  unit: unit.ratio,
  labels: ['instance', 'mountpoint'],
  query: ({ by }) => {
    const left = div(node.node_filesystem_files_free.where(disks), node.node_filesystem_files.where(disks));
    return min(unless(left, readOnly), { by });
  },
  thresholds: { below: { warning: 0.1, critical: 0.05 }, reason: 'time to act: a tenth is days, a twentieth hours' },
  whenEmpty: 'no data',
  sample: { between: [0.83, 0.84], shape: 'steady' },
});

interface Forecast {
  readonly after: '1h' | '4h' | '1d';
  readonly seen: '30m' | '6h';
  readonly afterInWords: string;
  readonly seenInWords: string;
}

const inADay: Forecast = { after: '1d', seen: '6h', afterInWords: 'in a day', seenInWords: 'six hours' };
const inFourHours: Forecast = { after: '4h', seen: '6h', afterInWords: 'in four hours', seenInWords: 'six hours' };
const inAnHour: Forecast = { after: '1h', seen: '30m', afterInWords: 'in an hour', seenInWords: 'half hour' };

/** The bytes that will be left if a disk fills as it did. What is read-only does not fill. */
function foreseen({ seen, after }: Forecast) {
  return unless(predictLinear(available, seen, after), readOnly);
}

function description({ afterInWords, seenInWords }: Forecast): string {
  return `Bytes that will be left ${afterInWords} on each disk, if it fills as it did in the last ${seenInWords}. Below 0 it is full before: \`docker system df\` shows what can be removed.`;
}

export const diskInADay = signal({
  id: 'disk-left-in-1d',
  name: 'Free disk space in a day',
  description: description(inADay),
  unit: unit.bytes,
  labels: ['instance', 'mountpoint'],
  query: ({ by }) => min(foreseen(inADay), { by }),
  thresholds: { below: { warning: 0 } },
  whenEmpty: 'no data',
  sample: { from: [diskAvailable], as: (left) => left - FILLED_IN_A_DAY },
});

export const diskInFourHours = signal({
  id: 'disk-left-in-4h',
  name: 'Free disk space in four hours',
  description: `${description(inFourHours)} A disk that has been full for an hour fills no more, and is not shown.`,
  unit: unit.bytes,
  labels: ['instance', 'mountpoint'],
  query: ({ by }) => min(and(foreseen(inFourHours), gt(div(maxOverTime(available, '1h'), size), FULL)), { by }),
  thresholds: { below: { critical: 0 } },
  whenEmpty: 'no data',
  sample: { from: [diskAvailable], as: (left) => left - FILLED_IN_A_DAY / 6 },
});

export const diskInAnHour = signal({
  id: 'disk-left-in-1h',
  name: 'Free disk space in an hour',
  description: `${description(inAnHour)} A disk that is full is not shown.`,
  unit: unit.bytes,
  labels: ['instance', 'mountpoint'],
  query: ({ by }) => min(and(foreseen(inAnHour), gt(div(available, size), FULL)), { by }),
  thresholds: { below: { critical: 0 } },
  whenEmpty: 'no data',
  sample: { from: [diskAvailable], as: (left) => left - FILLED_IN_A_DAY / 24 },
});

const YEAR_IN_SECONDS = 31_536_000;

/** How fast a disk fills: as in the last half hour or as in the last six hours, whichever is faster. */
function filling() {
  const long = neg(deriv(available, '6h'));
  return gt(or(gt(neg(deriv(available, '30m')), long), long), 0);
}

export const diskFullIn = signal({
  id: 'disk-full-in',
  name: 'Time until a disk is full',
  description:
    'How long the disk lasts that will be full first, if it fills as in the last half hour or the last six hours, whichever is faster. Nothing is shown while no disk fills, or so slowly that it would last for a year.',
  unit: unit.seconds,
  labels: ['instance', 'mountpoint'],
  query: ({ by }) => {
    const full = inUnit(unit.seconds, mul(lt(div(available, size), FULL), 0), { reason: 'no second is left' });
    return min(or(full, lt(div(available, filling()), YEAR_IN_SECONDS)), { by });
  },
  thresholds: { below: { warning: 604800, critical: 86400 }, reason: 'a week to plan, a day to act' },
  whenEmpty: 'not applicable',
  emptyText: 'Not filling',
  sample: { from: [diskAvailable], as: (left) => (left / FILLED_IN_A_DAY) * 86_400 },
});

export const diskReadOnly = signal({
  id: 'disk-read-only',
  name: 'Disks: writable or read-only',
  description:
    'Whether the disk that holds the volumes of Docker can be written, and any other that could be within the last day. The kernel makes a disk read-only when it meets an error in it: nothing is stored from then on.',
  unit: unit.state({ 0: 'Writable', 1: 'Read-only' }),
  labels: ['instance', 'mountpoint'],
  query: ({ by }) => {
    const ofDocker = node.node_filesystem_readonly.where({ mountpoint: ['/', '/var/lib/docker'] });
    // Others may be mounted read-only on purpose: told is one that could be written within the last day.
    const since = and(readOnly, eq(minOverTime(node.node_filesystem_readonly.where(disks), '1d'), 0));
    return max(or(ofDocker, since), { by });
  },
  thresholds: { from: { critical: 1 }, reason: '1 is read-only' },
  whenEmpty: 'no data',
  sample: { between: [0, 0], labels: { mountpoint: ['/'] } },
});

export const diskErrors = signal({
  id: 'disk-errors',
  name: 'Disk errors',
  description:
    'Whether each disk tells the host how full it is. An error means that it does not answer any more: nobody knows whether anything is stored.',
  unit: unit.state({ 0: 'None', 1: 'Error' }),
  labels: ['instance', 'mountpoint'],
  query: ({ by }) => max(node.node_filesystem_device_error.where(disks), { by }),
  thresholds: { from: { critical: 1 }, reason: '1 is an error' },
  whenEmpty: 'no data',
});
