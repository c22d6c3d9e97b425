/** Containers, the host, the volume db-data, and whether every service is up. */
import { recorded } from 'plainsight';
import {
  ALERTS,
  absent,
  add,
  and,
  asCores,
  avg,
  avgOverTime,
  changes,
  countedAs,
  deriv,
  div,
  type Expr,
  eq,
  group,
  gt,
  gte,
  increase,
  inUnit,
  labelReplace,
  lt,
  max,
  min,
  mul,
  not,
  or,
  predictLinear,
  rate,
  sub,
  sum,
  unless,
  up,
  type WindowLike,
  withLabel,
} from 'plainsight/promql';
import type { Ratio, StateUnit } from 'plainsight/units';
import * as unit from 'plainsight/units';
import { probe_success } from '../metrics/blackbox.ts';
import * as cadvisor from '../metrics/cadvisor.ts';
import * as node from '../metrics/node.ts';
import { pg_database_size_bytes, pg_up, pg_wal_size_bytes } from '../metrics/postgres.ts';
import { redis_commands_total, redis_up } from '../metrics/redis.ts';
import { signal } from '../profiles.ts';
import type { services } from '../services.ts';
import { cadvisor as cadvisorTarget, everyTarget, votingApp } from '../targets.ts';

const upOrDown = unit.state({ 0: 'Down', 1: 'Up' });

/** The worker has no page to probe: it is at work while somebody polls the queue at least once a second. */
function workerPolls(window: WindowLike, by: readonly 'service'[]): Expr<'service', typeof upOrDown> {
  const polls = sum(rate(redis_commands_total.where({ cmd: 'lpop' }), window), { by: ['service'] });
  const polling = gte(countedAs('polls', polls), 1, { bool: true });
  const named = labelReplace(polling, { to: 'service', from: 'service', matching: '.*', value: 'worker' });
  return max(inUnit(upOrDown, named, { reason: '1 while the worker polls, else 0' }), { by });
}

export const serviceUp = signal({
  id: 'service-up',
  name: 'Services',
  description:
    'Whether each service of the voting app answers. One that is down for more than two minutes does not come back by itself: the app restarts nothing. `docker compose up -d <service>`.',
  unit: upOrDown,
  labels: ['service'],
  query: {
    instrumented: ({ by }) => or(or(max(up.of(votingApp), { by }), max(redis_up, { by })), max(pg_up, { by })),
    stock: ({ window, by }) =>
      or(or(or(max(probe_success, { by }), workerPolls(window, by)), max(redis_up, { by })), max(pg_up, { by })),
  },
  thresholds: { below: { critical: 1 }, reason: '1 is up, 0 is down' },
  whenEmpty: 'no data',
});

/** The mean of a state that is 1 or 0 is the share of time in which it was 1. */
function asShare<L extends string>(mean: Expr<L, StateUnit>): Expr<L, Ratio> {
  return inUnit(unit.ratio, mean, { reason: 'the mean of 0 and 1 is a share' });
}

export const serviceUptime = signal({
  id: 'service-uptime',
  name: 'Uptime',
  description:
    'The share of the time shown in which a service answered. 99.5 % of a month leaves three and a half hours.',
  unit: unit.ratio,
  labels: ['service'],
  query: {
    instrumented: ({ window, by }) =>
      or(
        or(
          avg(asShare(avgOverTime(up.of(votingApp), window)), { by }),
          avg(asShare(avgOverTime(redis_up, window)), { by }),
        ),
        avg(asShare(avgOverTime(pg_up, window)), { by }),
      ),
    stock: ({ window, by }) =>
      or(
        or(
          avg(asShare(avgOverTime(probe_success, window)), { by }),
          avg(asShare(avgOverTime(redis_up, window)), { by }),
        ),
        avg(asShare(avgOverTime(pg_up, window)), { by }),
      ),
  },
  thresholds: { below: { warning: 0.999, critical: 0.995 }, reason: 'the objective is 99.5 % of votes accepted' },
  whenEmpty: 'no data',
});

/** Targets without which nobody would notice that votes are lost. */
const vital = ['redis', 'postgres'] as const;

export const vitalTargets = signal({
  id: 'vital-targets',
  name: 'Vital targets',
  description:
    'Whether Prometheus reaches the services of the voting app, and the exporters of Redis and PostgreSQL. A dead exporter silences every alert that it feeds: start it before anything else.',
  unit: upOrDown,
  labels: ['job', 'service'],
  query: {
    instrumented: ({ by }) => min(up.of(everyTarget).where({ job: [votingApp.job, ...vital] }), { by }),
    // The stock images have no /metrics: their targets are down for ever.
    stock: ({ by }) => min(up.of(everyTarget).where({ job: vital }), { by }),
  },
  thresholds: { below: { critical: 1 }, reason: '1 is up, 0 is down' },
  whenEmpty: 'no data',
});

export const otherTargets = signal({
  id: 'other-targets',
  name: 'Other targets',
  description:
    'Whether Prometheus reaches everything else that it scrapes. A target that is down blinds the panels that are fed by it.',
  unit: upOrDown,
  labels: ['job', 'service'],
  query: ({ by }) => min(up.of(everyTarget).where({ job: not([votingApp.job, ...vital]) }), { by }),
  thresholds: { below: { warning: 1 }, reason: '1 is up, 0 is down' },
  whenEmpty: 'no data',
});

const goneOrThere = unit.state({ 0: 'Gone', 1: 'There' });

/** 0 for a service without a container, while cAdvisor sees others of the app; nothing while it sees none at all. */
function gone(service: keyof typeof services): Expr<'service', typeof goneOrThere> {
  const missing = max(absent(cadvisor.container_last_seen.where({ service })));
  const amongOthers = and(missing, group(cadvisor.container_last_seen));
  return withLabel(inUnit(goneOrThere, mul(amongOthers, 0), { reason: '0 stands for gone' }), 'service', service);
}

export const containerPresence = signal({
  id: 'container-presence',
  name: 'Containers',
  description:
    'Whether each service has a container that runs. A stopped one is not seen any more, so it is asked for by name: `docker compose up -d <service>`.',
  unit: goneOrThere,
  labels: ['service'],
  query: ({ by }) => {
    const there = group(cadvisor.container_last_seen, { by });
    const named = inUnit(goneOrThere, there, { reason: '1 for each service that has a container' });
    return or(named, or(or(or(or(gone('vote'), gone('result')), gone('worker')), gone('redis')), gone('db')));
  },
  thresholds: { below: { critical: 1 }, reason: '1 is there, 0 is gone' },
  whenEmpty: 'no data',
});

export const appContainers = signal({
  id: 'app-containers',
  name: 'Containers of the app',
  description:
    'Whether cAdvisor sees any container of the Compose project that the voting app runs as. None: the app is down, runs under another project name, or cAdvisor no longer sees Docker: `docker compose ls`.',
  unit: goneOrThere,
  query: () => {
    const there = inUnit(goneOrThere, group(cadvisor.container_last_seen), { reason: '1 while there is one' });
    const none = and(max(absent(cadvisor.container_last_seen)), eq(max(up.of(cadvisorTarget)), 1));
    return or(there, inUnit(goneOrThere, mul(none, 0), { reason: '0 stands for gone' }));
  },
  thresholds: { below: { critical: 1 }, reason: '1 is there, 0 is gone' },
  whenEmpty: 'no data',
});

export const containerHealth = signal({
  id: 'container-health',
  name: 'Health checks',
  description:
    'Whether the health check of each container passes. Containers without one are not shown. A failing one runs but does not answer: read its last log lines, then restart it.',
  unit: unit.state({ 0: 'Unhealthy or starting', 1: 'Healthy' }),
  labels: ['service'],
  // -1 stands for a container without a check.
  query: ({ by }) => min(gte(cadvisor.container_health_state, 0), { by }),
  thresholds: { below: { warning: 1 }, reason: '1 is healthy, 0 is not' },
  whenEmpty: 'not applicable',
});

export const firingAlerts = signal({
  id: 'firing-alerts',
  name: 'Firing alerts',
  description: 'The alerts that fire now. Each has a runbook of its name; the critical ones have paged somebody.',
  unit: unit.count('alerts'),
  labels: ['severity', 'alertname', 'service'],
  query: ({ by }) => sum(ALERTS.of(everyTarget).where({ alertstate: 'firing' }), { by }),
  whenEmpty: 'not applicable',
  emptyText: 'None',
  sample: {
    between: [1, 1],
    labels: {
      severity: ['critical', 'warning'],
      alertname: ['WorkerNotPolling', 'VoteQueueGrowing'],
      service: ['worker', 'worker'],
    },
  },
});

export const containerCpu = signal({
  id: 'container-cpu',
  name: 'CPU per container',
  description:
    'Processor cores that each container uses. One that stays at the number of cores, or at its quota, is starved: look at the throttling next.',
  unit: unit.cores,
  labels: ['service'],
  query: ({ window, by }) => asCores(sum(rate(cadvisor.container_cpu_usage_seconds_total, window), { by })),
  whenEmpty: 'no data',
});

export const containerCpuShare = signal({
  id: 'container-cpu-share',
  name: 'CPU of the quota',
  description:
    'Cores in use as a share of what the container may use. Containers without a quota are not shown: the app sets none by default.',
  unit: unit.ratio,
  labels: ['service'],
  query: ({ window, by }) => {
    const quota = sum(cadvisor.container_spec_cpu_quota, { by });
    const period = max(cadvisor.container_spec_cpu_period, { by });
    const allowed = inUnit(unit.cores, div(gt(quota, 0), period), {
      reason: 'microseconds of CPU per microsecond are cores',
    });
    return div(asCores(sum(rate(cadvisor.container_cpu_usage_seconds_total, window), { by })), allowed);
  },
  thresholds: { from: { warning: 0.8, critical: 0.95 } },
  whenEmpty: 'not applicable',
  emptyText: 'No quota set',
});

export const containerThrottling = signal({
  id: 'container-throttling',
  name: 'CPU throttling',
  description:
    'The share of scheduling periods in which a container wanted more CPU than its quota. Above a quarter it answers slowly: raise the quota.',
  unit: unit.ratio,
  labels: ['service'],
  query: ({ window, by }) =>
    div(
      sum(rate(cadvisor.container_cpu_cfs_throttled_periods_total, window), { by }),
      sum(rate(cadvisor.container_cpu_cfs_periods_total, window), { by }),
    ),
  thresholds: { from: { warning: 0.25, critical: 0.5 } },
  whenEmpty: 'not applicable',
  emptyText: 'No quota set',
});

export const containerMemory = signal({
  id: 'container-memory',
  name: 'Memory per container',
  description:
    'The working set of each container: memory that cannot be given back, which is what the out-of-memory killer looks at.',
  unit: unit.bytes,
  labels: ['service'],
  query: ({ by }) => sum(cadvisor.container_memory_working_set_bytes, { by }),
  whenEmpty: 'no data',
});

export const containerMemoryShare = signal({
  id: 'container-memory-share',
  name: 'Memory of the limit',
  description:
    'Working set as a share of the limit; at 100 % the container is killed. Containers without a limit are not shown: for them look at the memory of the host.',
  unit: unit.ratio,
  labels: ['service'],
  query: ({ by }) =>
    div(
      sum(cadvisor.container_memory_working_set_bytes, { by }),
      gt(sum(cadvisor.container_spec_memory_limit_bytes, { by }), 0),
    ),
  thresholds: { from: { warning: 0.9, critical: 0.97 } },
  whenEmpty: 'not applicable',
  emptyText: 'No limit set',
});

export const containerRestarts = signal({
  id: 'container-restarts',
  name: 'Restarts',
  description:
    'How often a container was started again within the window. Three in a quarter of an hour are a loop: read its last log lines.',
  unit: unit.count('restarts'),
  labels: ['service'],
  query: ({ by }) => countedAs('restarts', sum(changes(cadvisor.container_start_time_seconds, '15m'), { by })),
  thresholds: { from: { warning: 3, critical: 6 } },
  whenEmpty: 'no data',
});

export const containerKills = signal({
  id: 'container-kills',
  name: 'Out-of-memory kills by container',
  description:
    'Processes that the kernel killed for want of memory in the window, by container. cAdvisor needs /dev/kmsg to count them, and misses a container that is gone before the next scrape.',
  unit: unit.count('kills'),
  labels: ['service'],
  query: ({ by }) => countedAs('kills', sum(increase(cadvisor.container_oom_events_total, '10m'), { by })),
  thresholds: { from: { warning: 1, critical: 3 } },
  whenEmpty: 'no data',
});

export const outOfMemoryKills = signal({
  id: 'out-of-memory-kills',
  name: 'Out-of-memory kills',
  description:
    'Processes that the kernel killed for want of memory, on the whole host. A killed container is gone before the next scrape, so the host counts what cAdvisor misses.',
  unit: unit.count('kills'),
  query: () => countedAs('kills', sum(increase(node.node_vmstat_oom_kill, '10m'))),
  thresholds: { from: { warning: 1, critical: 3 } },
  whenEmpty: 'no data',
});

export const networkReceived = signal({
  id: 'network-received',
  name: 'Received',
  description: 'Bytes per second that each container received.',
  unit: unit.perSecond('bytes'),
  labels: ['service'],
  query: ({ window, by }) => sum(rate(cadvisor.container_network_receive_bytes_total, window), { by }),
  whenEmpty: 'no data',
});

export const networkSent = signal({
  id: 'network-sent',
  name: 'Sent',
  description: 'Bytes per second that each container sent.',
  unit: unit.perSecond('bytes'),
  labels: ['service'],
  query: ({ window, by }) => sum(rate(cadvisor.container_network_transmit_bytes_total, window), { by }),
  whenEmpty: 'no data',
});

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
});

export const writeAheadLogSize = signal({
  id: 'write-ahead-log-size',
  name: 'Write-ahead log',
  description: 'What the write-ahead log of PostgreSQL takes on disk.',
  unit: unit.bytes,
  query: () => sum(pg_wal_size_bytes),
  whenEmpty: 'no data',
});

export const volumeSize = signal({
  id: 'volume-size',
  name: 'Disk use of db-data',
  description:
    'The databases and the write-ahead log of PostgreSQL: close to what is in the volume db-data. The volume has no size of its own; what limits it is the disk of the host.',
  unit: unit.bytes,
  query: () => add(sum(pg_database_size_bytes), sum(pg_wal_size_bytes)),
  whenEmpty: 'no data',
});

/** The root filesystem holds /var/lib/docker, and so the volume, unless that is a filesystem of its own. */
const dockerDisk = { mountpoint: ['/', '/var/lib/docker'] };

/** Of the filesystem that holds the volume alone: a small root filesystem beside it says nothing. */
const GiB = 1024 ** 3;

const bytesLeft = or(
  node.node_filesystem_avail_bytes.where({ mountpoint: '/var/lib/docker' }),
  node.node_filesystem_avail_bytes.where({ mountpoint: '/' }),
  { on: ['instance'] },
);

export const diskAvailable = signal({
  id: 'disk-available',
  name: 'Disk left',
  description: 'Bytes left on the disk that holds the volumes of Docker, db-data among them.',
  unit: unit.bytes,
  query: () => min(bytesLeft),
  whenEmpty: 'no data',
  sample: { between: [14.2 * GiB, 14.8 * GiB], shape: 'falling' },
});

export const diskUse = signal({
  id: 'disk-use',
  name: 'Disk in use',
  description:
    'How full the disk is that holds the volumes of Docker. PostgreSQL stops when it is full: `docker system df` shows what can be removed.',
  unit: unit.ratio,
  labels: ['mountpoint'],
  query: ({ by }) =>
    sub(
      1,
      div(
        min(node.node_filesystem_avail_bytes.where(dockerDisk), { by }),
        min(node.node_filesystem_size_bytes.where(dockerDisk), { by }),
      ),
    ),
  thresholds: { from: { warning: 0.6, critical: 0.8 } },
  whenEmpty: 'no data',
});

/** What will be left of a disk if it fills as it did in the last six hours; a disk that is read-only does not fill. */
function diskForecast(ahead: '4h' | '1d') {
  const when = ahead === '1d' ? 'in a day' : 'in four hours';
  return signal({
    id: `disk-left-in-${ahead}`,
    name: `Disk left ${when}`,
    description: `Bytes that will be left ${when} on the disk that holds the volumes of Docker, if it fills as it did in the last six hours. Below 0 it is full before: \`docker system df\` shows what can be removed.`,
    unit: unit.bytes,
    labels: ['mountpoint'],
    query: ({ by }) =>
      unless(
        min(predictLinear(node.node_filesystem_avail_bytes.where(dockerDisk), '6h', ahead), { by }),
        eq(max(node.node_filesystem_readonly.where(dockerDisk), { by }), 1),
      ),
    thresholds: { below: { warning: 0 } },
    whenEmpty: 'no data',
    sample: { between: ahead === '1d' ? [12.6 * GiB, 13.4 * GiB] : [13.7 * GiB, 14.3 * GiB], shape: 'steady' },
  });
}

export const diskInADay = diskForecast('1d');
export const diskInFourHours = diskForecast('4h');

const NINETY_MINUTES_OF_A_DAY = 16;

export const databaseGrowth = signal({
  id: 'database-growth',
  name: 'Growth of the databases in a day',
  description:
    'Bytes that the databases take more in a day if they grow as they did in the last three hours, in the slower half of them: what was copied once is no growth. Nothing is shown in the first three hours of a database. More than the disk has left, PostgreSQL stops within a day.',
  unit: unit.bytes,
  query: () => {
    const size = recorded(databaseSize);
    const lately = sub(sum(size), sum(size.offset('90m')));
    const before = sub(sum(size.offset('90m')), sum(size.offset('3h')));
    const slower = or(lt(lately, before), and(before, lately));
    return mul(slower, NINETY_MINUTES_OF_A_DAY);
  },
  whenEmpty: 'not applicable',
});

const YEAR_IN_SECONDS = 31_536_000;

export const volumeFullIn = signal({
  id: 'volume-full-in',
  name: 'Disk full in',
  description:
    'How long the disk lasts if the databases grow as they did in the last six hours. Nothing is shown while they do not grow, or so little that it would last for a year.',
  unit: unit.seconds,
  query: () => lt(div(min(bytesLeft), gt(sum(deriv(recorded(databaseSize), '6h')), 0)), YEAR_IN_SECONDS),
  thresholds: { below: { warning: 604800, critical: 86400 }, reason: 'a week to plan, a day to act' },
  whenEmpty: 'not applicable',
  emptyText: 'Not growing',
  sample: { between: [30 * 86_400, 45 * 86_400] },
});

export const hostCpu = signal({
  id: 'host-cpu',
  name: 'Host CPU',
  description:
    'How busy the processors of the host are. Near 100 % every container gets slower; the panel CPU per container shows which one it is.',
  unit: unit.ratio,
  query: ({ window }) => sub(1, avg(rate(node.node_cpu_seconds_total.where({ mode: 'idle' }), window))),
  thresholds: { from: { warning: 0.8, critical: 0.95 } },
  whenEmpty: 'no data',
});

export const hostMemory = signal({
  id: 'host-memory',
  name: 'Host memory',
  description:
    'Memory in use on the host, without what the kernel gives back on demand. The app sets no limits, so near 100 % the kernel kills the largest container.',
  unit: unit.ratio,
  query: () => sub(1, div(min(node.node_memory_MemAvailable_bytes), min(node.node_memory_MemTotal_bytes))),
  thresholds: { from: { warning: 0.8, critical: 0.9 } },
  whenEmpty: 'no data',
});

const WAITED = { cpu: 'CPU', memory: 'memory', io: 'the disk' } as const;

/** How long tasks waited for something, as a share of time: pressure stall information. */
function pressure(of: 'cpu' | 'memory' | 'io', from: typeof node.node_pressure_cpu_waiting_seconds_total) {
  return signal({
    id: `pressure-${of}`,
    name: `Waiting for ${WAITED[of]}`,
    description: `The share of time in which some task of the host had to wait for ${WAITED[of]}. A busy host that waits for nothing is fine; one that waits is too small.`,
    unit: unit.ratio,
    query: ({ window }) => sum(rate(from, window)),
    thresholds: { from: { warning: 0.2, critical: 0.5 } },
    whenEmpty: 'no data',
  });
}

export const pressureCpu = pressure('cpu', node.node_pressure_cpu_waiting_seconds_total);
export const pressureMemory = pressure('memory', node.node_pressure_memory_waiting_seconds_total);
export const pressureIo = pressure('io', node.node_pressure_io_waiting_seconds_total);

export const hostNetworkReceived = signal({
  id: 'host-network-received',
  name: 'Host received',
  description: 'Bytes per second that the host received, without the loopback interface.',
  unit: unit.perSecond('bytes'),
  query: ({ window }) => sum(rate(node.node_network_receive_bytes_total.where({ device: not('lo') }), window)),
  whenEmpty: 'no data',
});

export const hostNetworkSent = signal({
  id: 'host-network-sent',
  name: 'Host sent',
  description: 'Bytes per second that the host sent, without the loopback interface.',
  unit: unit.perSecond('bytes'),
  query: ({ window }) => sum(rate(node.node_network_transmit_bytes_total.where({ device: not('lo') }), window)),
  whenEmpty: 'no data',
});
