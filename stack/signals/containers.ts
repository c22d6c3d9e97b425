/** The containers of the voting app: there, healthy, restarted, killed, and what they use of their limits. */
import {
  absent,
  add,
  and,
  asCores,
  changes,
  count,
  countedAs,
  countOverTime,
  div,
  type Expr,
  eq,
  group,
  gt,
  gte,
  increase,
  inUnit,
  max,
  min,
  mul,
  or,
  rate,
  sub,
  sum,
  up,
  withLabel,
} from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as cadvisor from '../metrics/cadvisor.ts';
import { signal } from '../profiles.ts';
import { composeProject, type services } from '../services.ts';
import { cadvisor as cadvisorTarget } from '../targets.ts';

/** In pictures: each service has one container, of its own name. */
const oneEach = {
  service: ['vote', 'result', 'worker', 'redis', 'db'],
  name: ['vote', 'result', 'worker', 'redis', 'db'].map((service) => `${composeProject}-${service}-1`),
};

const runningOrMissing = unit.state({ 0: 'Missing', 1: 'Running' });

/** 0 for a service without a container, while cAdvisor sees others of the app; nothing while it sees none at all. */
function gone(service: keyof typeof services): Expr<'service', typeof runningOrMissing> {
  const missing = max(absent(cadvisor.container_last_seen.where({ service })));
  const amongOthers = and(missing, group(cadvisor.container_last_seen));
  return withLabel(
    inUnit(runningOrMissing, mul(amongOthers, 0), { reason: '0 stands for missing' }),
    'service',
    service,
  );
}

export const containerPresence = signal({
  id: 'container-presence',
  name: 'Containers running',
  description:
    'Whether each service has a container that runs. A stopped one is not seen any more, so it is asked for by name: `docker compose up -d <service>`.',
  unit: runningOrMissing,
  labels: ['service'],
  query: ({ by }) => {
    const there = group(cadvisor.container_last_seen, { by });
    const named = inUnit(runningOrMissing, there, { reason: '1 for each service that has a container' });
    return or(named, or(or(or(or(gone('vote'), gone('result')), gone('worker')), gone('redis')), gone('db')));
  },
  thresholds: { below: { critical: 1 }, reason: '1 is running, 0 is missing' },
  whenEmpty: 'no data',
});

export const appContainers = signal({
  id: 'app-containers',
  name: 'Containers of the app',
  description:
    'Whether cAdvisor sees any container of the Compose project that the voting app runs as. None: the app is down, runs under another project name, or cAdvisor no longer sees Docker: `docker compose ls`.',
  unit: runningOrMissing,
  query: () => {
    const there = inUnit(runningOrMissing, group(cadvisor.container_last_seen), { reason: '1 while there is one' });
    const none = and(max(absent(cadvisor.container_last_seen)), eq(max(up.of(cadvisorTarget)), 1));
    return or(there, inUnit(runningOrMissing, mul(none, 0), { reason: '0 stands for missing' }));
  },
  thresholds: { below: { critical: 1 }, reason: '1 is running, 0 is missing' },
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

/** One container: of a service that runs three times, each has limits, and an end, of its own. */
const each = { by: ['service', 'name', 'id', 'instance'] } as const;

export const containerCpuShare = signal({
  id: 'container-cpu-share',
  name: 'CPU used, share of the quota',
  description:
    'Cores in use as a share of what the container may use. Containers without a quota are not shown: the app sets none by default.',
  unit: unit.ratio,
  labels: ['service', 'name'],
  query: ({ window, by }) => {
    const quota = max(cadvisor.container_spec_cpu_quota, each);
    const allowed = inUnit(unit.cores, div(gt(quota, 0), max(cadvisor.container_spec_cpu_period, each)), {
      reason: 'microseconds of CPU per microsecond are cores',
    });
    return max(div(asCores(sum(rate(cadvisor.container_cpu_usage_seconds_total, window), each)), allowed), { by });
  },
  thresholds: { from: { warning: 0.8, critical: 0.95 } },
  whenEmpty: 'not applicable',
  emptyText: 'No quota set',
  sample: { between: [0.08, 0.5], labels: oneEach },
});

export const containerThrottling = signal({
  id: 'container-throttling',
  name: 'CPU throttling',
  description:
    'The share of scheduling periods in which a container wanted more CPU than its quota. Above a quarter it answers slowly: raise the quota.',
  unit: unit.ratio,
  labels: ['service', 'name'],
  query: ({ window, by }) => {
    const throttled = rate(cadvisor.container_cpu_cfs_throttled_periods_total, window);
    return max(div(throttled, rate(cadvisor.container_cpu_cfs_periods_total, window)), { by });
  },
  thresholds: { from: { warning: 0.25, critical: 0.5 } },
  whenEmpty: 'not applicable',
  emptyText: 'No quota set',
  sample: { between: [0.02, 0.08], of: { service: { result: [0.27, 0.32] } }, labels: oneEach },
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
  name: 'Memory used, share of the limit',
  description:
    'Working set as a share of the limit; at 100 % the container is killed. Containers without a limit are not shown: for them look at the memory of the host.',
  unit: unit.ratio,
  labels: ['service', 'name'],
  query: ({ by }) => {
    const limit = gt(cadvisor.container_spec_memory_limit_bytes, 0);
    return max(div(cadvisor.container_memory_working_set_bytes, limit), { by });
  },
  thresholds: { from: { warning: 0.9, critical: 0.97 } },
  whenEmpty: 'not applicable',
  emptyText: 'No limit set',
  sample: { between: [0.2, 0.6], labels: oneEach },
});

export const containerRestarts = signal({
  id: 'container-restarts',
  name: 'Restarts',
  description:
    'How often a container was started again within the window. Three in a quarter of an hour are a loop: read its last log lines.',
  unit: unit.count('restarts'),
  labels: ['service', 'name'],
  query: ({ by }) => {
    const again = sum(changes(cadvisor.container_start_time_seconds, '15m'), each);
    // With its label restartcount each restart is a series of its own, of the same container.
    const anew = sub(count(countOverTime(cadvisor.container_start_time_seconds, '15m'), each), 1);
    const restarts = add(countedAs('restarts', again), countedAs('restarts', anew));
    return max(restarts, { by });
  },
  thresholds: { from: { warning: 3, critical: 6 } },
  whenEmpty: 'no data',
  sample: { between: [0, 0], labels: oneEach },
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
