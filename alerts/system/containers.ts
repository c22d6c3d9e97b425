/** Alerts on containers: gone, unhealthy, restarted again and again, or short of memory or CPU. */
import { alert, breaches, series, text } from 'plainsight';
import { or, up, withLabel } from 'plainsight/promql';
import * as cadvisor from '../../stack/metrics/cadvisor.ts';
import { node_vmstat_oom_kill } from '../../stack/metrics/node.ts';
import { composeProject } from '../../stack/services.ts';
import * as system from '../../stack/signals/system.ts';
import { cadvisor as cadvisorTarget } from '../../stack/targets.ts';

/** The labels of a Compose service's container. */
function container(service: string, name = `${composeProject}-${service}-1`) {
  return {
    container_label_com_docker_compose_project: composeProject,
    container_label_com_docker_compose_service: service,
    id: `/docker/${name}`,
    image: service,
    name,
    service,
  };
}

const seen = (service: string, values: string) => series(cadvisor.container_last_seen, container(service), values);
const cadvisorUp = (values: string) => series(up.of(cadvisorTarget), { service: 'cadvisor' }, values);
const services = ['vote', 'result', 'worker', 'redis', 'db'];
const allBut = (service: string, values: string) =>
  services.filter((each) => each !== service).map((each) => seen(each, values));

/** A container of another Compose project, whose services may have the names of the app's. */
const ofAnotherProject = (service: string, values: string) =>
  series(
    cadvisor.container_last_seen,
    { ...container(service, `shop-${service}-1`), container_label_com_docker_compose_project: 'shop' },
    values,
  );

export const ContainerAbsent = alert({
  when: breaches(system.containerPresence, 'critical', { by: ['service'] }),
  for: '2m',
  group: 'containers',
  summary: 'A service of the voting app has no container.',
  description: (l) => text`No container of ${l.service} runs. The app restarts none by itself.`,
  test: {
    fires: [
      {
        given: [cadvisorUp('1x15'), ...allBut('worker', '1x15'), seen('worker', '1x5 stale')],
        at: '10m',
        labels: { service: 'worker' },
        says: 'No container of worker runs. The app restarts none by itself.',
      },
      {
        // Another project on the machine has a service of the same name.
        given: [
          cadvisorUp('1x15'),
          ...allBut('redis', '1x15'),
          seen('redis', '1x5 stale'),
          ofAnotherProject('redis', '1x15'),
        ],
        at: '10m',
        labels: { service: 'redis' },
        says: 'No container of redis runs. The app restarts none by itself.',
      },
    ],
    silent: [
      {
        reason: 'cAdvisor itself has stopped, and then sees no container at all',
        given: [cadvisorUp('1x5 0x15'), ...allBut('worker', '1x5 stale'), seen('worker', '1x5 stale')],
        at: '15m',
      },
      {
        reason: 'a deployment replaces the container within two minutes',
        given: [cadvisorUp('1x15'), ...allBut('worker', '1x15'), seen('worker', '1x5 stale _ 1x8')],
        at: '8m',
      },
      {
        reason: 'cAdvisor sees no container of the app, and ContainersUnseen speaks',
        given: [
          cadvisorUp('1x15'),
          ofAnotherProject('redis', '1x15'),
          ...services.map((each) => seen(each, '1x5 stale')),
        ],
        at: '10m',
      },
    ],
  },
});

export const ContainersUnseen = alert({
  when: breaches(system.appContainers, 'critical'),
  for: '2m',
  service: 'cadvisor',
  group: 'containers',
  summary: 'No container of the voting app is seen.',
  description: () =>
    text`Of the Compose project of the app no container is seen: the app is down, or nobody would notice if it were.`,
  test: {
    fires: [
      {
        given: [
          cadvisorUp('1x15'),
          ofAnotherProject('redis', '1x15'),
          ...services.map((each) => seen(each, '1x5 stale')),
        ],
        at: '10m',
        labels: {},
        says: 'Of the Compose project of the app no container is seen: the app is down, or nobody would notice if it were.',
      },
    ],
    silent: [
      {
        reason: 'one service is gone, and ContainerAbsent speaks',
        given: [cadvisorUp('1x15'), ...allBut('worker', '1x15'), seen('worker', '1x5 stale')],
        at: '6m',
      },
      {
        reason: 'cAdvisor itself has stopped, and TargetDown speaks',
        given: [cadvisorUp('1x5 0x15'), ...services.map((each) => seen(each, '1x5 stale'))],
        at: '15m',
      },
      {
        reason: 'a deployment replaces all containers within two minutes',
        given: [cadvisorUp('1x15'), ...services.map((each) => seen(each, '1x5 stale _ 1x8'))],
        at: '8m',
      },
    ],
  },
});

export const ContainerUnhealthy = alert({
  when: breaches(system.containerHealth, 'warning', { by: ['service'] }),
  for: '5m',
  keepFiringFor: '2m',
  group: 'containers',
  summary: 'The health check of a container fails.',
  description: (l) => text`${l.service} runs, but its health check has failed for five minutes.`,
  test: {
    fires: {
      given: [series(cadvisor.container_health_state, container('redis'), '1x3 0x10')],
      at: '10m',
      labels: { service: 'redis' },
      says: 'redis runs, but its health check has failed for five minutes.',
    },
    silent: [
      {
        reason: 'a container that starts is not healthy yet',
        given: [series(cadvisor.container_health_state, container('redis'), '0x3 1x10')],
        at: '6m',
      },
      {
        reason: 'a container without a health check is neither',
        given: [series(cadvisor.container_health_state, container('worker'), '-1x15')],
        at: '10m',
      },
    ],
  },
});

export const ContainerRestartLoop = alert({
  when: breaches(system.containerRestarts, 'warning', { by: ['service'] }),
  group: 'containers',
  summary: 'A container is started again and again.',
  description: (l, v) => text`${l.service} was started again ${v} times within a quarter of an hour.`,
  test: {
    fires: {
      given: [series(cadvisor.container_start_time_seconds, container('worker'), '0x4 300x2 480x2 660x10')],
      at: '14m',
      labels: { service: 'worker' },
      says: 'worker was started again 3 times within a quarter of an hour.',
    },
    silent: [
      {
        reason: 'a deployment and a second one after it',
        given: [series(cadvisor.container_start_time_seconds, container('worker'), '0x4 300x4 600x10')],
        at: '14m',
      },
      {
        reason: 'three more workers were started, each once',
        given: ['1', '2', '3'].map((number) =>
          series(
            cadvisor.container_start_time_seconds,
            container('worker', `${composeProject}-worker-${number}`),
            '_x5 300x9',
          ),
        ),
        at: '14m',
      },
    ],
  },
});

export const ContainerOOM = alert({
  // The host's own count is asked only where cAdvisor counts nothing: a killed container is gone before the next scrape.
  when: or(
    breaches(system.containerKills, 'warning', { by: ['service'] }),
    withLabel(breaches(system.outOfMemoryKills, 'warning'), 'service', 'host'),
    { on: [] },
  ),
  group: 'containers',
  summary: 'The kernel killed a process for want of memory.',
  description: (l, v) => text`Processes of ${l.service} that the kernel killed within ten minutes: about ${v}.`,
  test: {
    fires: [
      {
        given: [series(cadvisor.container_oom_events_total, container('vote'), '0x5 1x10')],
        at: '8m',
        labels: { service: 'vote' },
        says: 'Processes of vote that the kernel killed within ten minutes: about 1.',
      },
      {
        given: [
          series(cadvisor.container_oom_events_total, container('vote'), '0x5 stale'),
          series(node_vmstat_oom_kill, { service: 'host' }, '0x5 1x10'),
        ],
        at: '8m',
        labels: { service: 'host' },
        says: 'Processes of host that the kernel killed within ten minutes: about 1.',
      },
    ],
    silent: [
      {
        reason: 'the counters still show what was killed last week',
        given: [
          series(cadvisor.container_oom_events_total, container('vote'), '3x15'),
          series(node_vmstat_oom_kill, { service: 'host' }, '41x15'),
        ],
        at: '12m',
      },
    ],
  },
});

const limit = (values: string) => series(cadvisor.container_spec_memory_limit_bytes, container('vote'), values);
const workingSet = (values: string) => series(cadvisor.container_memory_working_set_bytes, container('vote'), values);

export const ContainerMemoryNearLimit = alert({
  when: breaches(system.containerMemoryShare, 'warning', { by: ['service'] }),
  for: '10m',
  keepFiringFor: '5m',
  group: 'containers',
  summary: 'A container needs nearly all the memory that it may have.',
  description: (l, v) => text`${l.service} needs ${v} of its memory limit. At 100% the kernel kills it.`,
  test: {
    fires: {
      given: [limit('200000000x20'), workingSet('190000000x20')],
      at: '15m',
      labels: { service: 'vote' },
      says: 'vote needs 95% of its memory limit. At 100% the kernel kills it.',
    },
    silent: [
      {
        reason: 'a container without a limit, which reads as 0',
        given: [limit('0x20'), workingSet('8000000000x20')],
        at: '15m',
      },
      {
        reason: 'a peak of some minutes',
        given: [limit('200000000x20'), workingSet('90000000x3 190000000x5 90000000x10')],
        at: '15m',
      },
    ],
  },
});

const periods = (values: string) => series(cadvisor.container_cpu_cfs_periods_total, container('vote'), values);
const throttled = (values: string) =>
  series(cadvisor.container_cpu_cfs_throttled_periods_total, container('vote'), values);

export const ContainerCpuThrottling = alert({
  when: breaches(system.containerThrottling, 'warning', { by: ['service'] }),
  for: '15m',
  keepFiringFor: '5m',
  group: 'containers',
  summary: 'A container wants more CPU than its quota.',
  description: (l, v) => text`${l.service} was held back in ${v} of its scheduling periods. It answers slowly.`,
  test: {
    fires: {
      given: [periods('0+600x30'), throttled('0+240x30')],
      at: '25m',
      labels: { service: 'vote' },
      says: 'vote was held back in 40% of its scheduling periods. It answers slowly.',
    },
    silent: [
      {
        reason: 'a start needs much CPU for some minutes',
        given: [periods('0+600x30'), throttled('0+480x10 4800x20')],
        at: '25m',
      },
      {
        reason: 'a tenth of the periods is what any quota costs',
        given: [periods('0+600x30'), throttled('0+60x30')],
        at: '25m',
      },
    ],
  },
});
