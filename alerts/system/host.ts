/** Alerts on the host's memory; its disk has a file of its own. */
import { alert, breaches, series, text } from 'plainsight';
import {
  node_memory_MemAvailable_bytes,
  node_memory_MemFree_bytes,
  node_memory_MemTotal_bytes,
} from '../../stack/metrics/node.ts';
import { hostMemory } from '../../stack/signals/host.ts';

const host = { service: 'host' } as const;
const total = series(node_memory_MemTotal_bytes, host, '8000000000x20');

export const HostMemoryLow = alert({
  when: breaches(hostMemory, 'critical', { by: ['instance'] }),
  for: '5m',
  keepFiringFor: '2m',
  service: 'host',
  group: 'host',
  summary: 'The host runs out of memory.',
  description: (l, v) =>
    text`${v} of the memory of ${l.instance} is in use. The next thing that the kernel does is to kill a container.`,
  test: {
    fires: [
      {
        given: [total, series(node_memory_MemAvailable_bytes, host, '400000000x20')],
        at: '10m',
        labels: { instance: 'node:1' },
        says: '95% of the memory of node:1 is in use. The next thing that the kernel does is to kill a container.',
      },
      {
        // A small host with room beside a large one without: the larger one's is not hidden.
        given: [
          series(node_memory_MemTotal_bytes, { ...host, instance: 'large' }, '64000000000x20'),
          series(node_memory_MemAvailable_bytes, { ...host, instance: 'large' }, '3200000000x20'),
          series(node_memory_MemTotal_bytes, { ...host, instance: 'small' }, '4000000000x20'),
          series(node_memory_MemAvailable_bytes, { ...host, instance: 'small' }, '3000000000x20'),
        ],
        at: '10m',
        labels: { instance: 'large' },
        says: '95% of the memory of large is in use. The next thing that the kernel does is to kill a container.',
      },
      {
        // There has been room for a minute.
        given: [total, series(node_memory_MemAvailable_bytes, host, '400000000x9 4000000000x9')],
        at: '11m',
        labels: { instance: 'node:1' },
        says: '95% of the memory of node:1 is in use. The next thing that the kernel does is to kill a container.',
      },
    ],
    silent: [
      {
        reason: 'nothing is free, but the kernel gives its cache back on demand',
        given: [
          total,
          series(node_memory_MemFree_bytes, host, '100000000x20'),
          series(node_memory_MemAvailable_bytes, host, '5000000000x20'),
        ],
        at: '10m',
      },
      {
        reason: 'a build that needs much for some minutes',
        given: [total, series(node_memory_MemAvailable_bytes, host, '4000000000x5 400000000x3 4000000000x9')],
        at: '11m',
      },
    ],
  },
});
