/** Alerts on containers that are started again and again, or that want more memory or CPU than they may have. */
import { alert, breaches, series, text } from 'plainsight';
import { or, withLabel } from 'plainsight/promql';
import * as cadvisor from '../../stack/metrics/cadvisor.ts';
import { node_vmstat_oom_kill } from '../../stack/metrics/node.ts';
import { composeProject } from '../../stack/services.ts';
import * as containers from '../../stack/signals/containers.ts';
import { outOfMemoryKills } from '../../stack/signals/host.ts';
import { container } from './container.ts';

export const ContainerRestartLoop = alert({
  when: breaches(containers.containerRestarts, 'warning', { by: ['service', 'name'] }),
  group: 'containers',
  summary: 'A container is started again and again.',
  description: (l, v) =>
    text`${l.name}, a container of ${l.service}, was started again ${v} times within a quarter of an hour.`,
  test: {
    fires: {
      given: [series(cadvisor.container_start_time_seconds, container('worker'), '0x4 300x2 480x2 660x10')],
      at: '14m',
      labels: { service: 'worker', name: 'example-voting-app-worker-1' },
      says: 'example-voting-app-worker-1, a container of worker, was started again 3 times within a quarter of an hour.',
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
    breaches(containers.containerKills, 'warning', { by: ['service'] }),
    withLabel(breaches(outOfMemoryKills, 'warning'), 'service', 'host'),
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

const limit = (values: string, name?: string) =>
  series(cadvisor.container_spec_memory_limit_bytes, container('vote', name), values);
const workingSet = (values: string, name?: string) =>
  series(cadvisor.container_memory_working_set_bytes, container('vote', name), values);

export const ContainerMemoryNearLimit = alert({
  when: breaches(containers.containerMemoryShare, 'warning', { by: ['service', 'name'] }),
  for: '10m',
  keepFiringFor: '5m',
  group: 'containers',
  summary: 'A container needs nearly all the memory that it may have.',
  description: (l, v) =>
    text`${l.name}, a container of ${l.service}, needs ${v} of its memory limit. At 100% the kernel kills it.`,
  test: {
    fires: [
      {
        given: [limit('200000000x20'), workingSet('190000000x20')],
        at: '15m',
        labels: { service: 'vote', name: 'example-voting-app-vote-1' },
        says: 'example-voting-app-vote-1, a container of vote, needs 95% of its memory limit. At 100% the kernel kills it.',
      },
      {
        // One of two is at its limit: together they need less than three quarters.
        given: [
          limit('100000000x20', 'vote-1'),
          workingSet('99000000x20', 'vote-1'),
          limit('100000000x20', 'vote-2'),
          workingSet('40000000x20', 'vote-2'),
        ],
        at: '15m',
        labels: { service: 'vote', name: 'vote-1' },
        says: 'vote-1, a container of vote, needs 99% of its memory limit. At 100% the kernel kills it.',
      },
      {
        // It needs less for three minutes now, which may be the moment between two peaks.
        given: [limit('200000000x25'), workingSet('190000000x15 90000000x9')],
        at: '19m',
        labels: { service: 'vote', name: 'example-voting-app-vote-1' },
        says: 'example-voting-app-vote-1, a container of vote, needs 95% of its memory limit. At 100% the kernel kills it.',
      },
    ],
    silent: [
      {
        reason: 'a container without a limit, which reads as 0',
        given: [limit('0x20'), workingSet('8000000000x20')],
        at: '15m',
      },
      {
        reason: 'one of two has a limit, and is far from it; the other has none',
        given: [
          limit('100000000x20', 'vote-1'),
          workingSet('40000000x20', 'vote-1'),
          limit('0x20', 'vote-2'),
          workingSet('80000000x20', 'vote-2'),
        ],
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
  when: breaches(containers.containerThrottling, 'warning', { by: ['service', 'name'] }),
  for: '15m',
  keepFiringFor: '5m',
  group: 'containers',
  summary: 'A container wants more CPU than its quota.',
  description: (l, v) =>
    text`${l.name}, a container of ${l.service}, was held back in ${v} of its scheduling periods. It answers slowly.`,
  test: {
    fires: [
      {
        given: [periods('0+600x30'), throttled('0+240x30')],
        at: '25m',
        labels: { service: 'vote', name: 'example-voting-app-vote-1' },
        says: 'example-voting-app-vote-1, a container of vote, was held back in 40% of its scheduling periods. It answers slowly.',
      },
      {
        // For six minutes it has wanted no more than its quota.
        given: [periods('0+600x40'), throttled('0+240x25 6000x14')],
        at: '31m',
        labels: { service: 'vote', name: 'example-voting-app-vote-1' },
        says: 'example-voting-app-vote-1, a container of vote, was held back in 30% of its scheduling periods. It answers slowly.',
      },
    ],
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
