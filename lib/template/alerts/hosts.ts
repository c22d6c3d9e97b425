/** Alerts on the hosts. */
import { alert, breaches, series, text } from 'plainsight';
import { node_memory_MemAvailable_bytes, node_memory_MemTotal_bytes } from '../stack/metrics/node.ts';
import { memoryUse } from '../stack/signals/hosts.ts';

const host = { instance: 'one:9100' } as const;
const total = series(node_memory_MemTotal_bytes, host, '8000000000x20');

export const HostMemoryLow = alert({
  when: breaches(memoryUse, 'critical', { by: ['instance'] }),
  for: '5m',
  service: 'hosts',
  summary: 'A host runs out of memory.',
  description: (l, v) => text`${v} of the memory of ${l.instance} is in use.`,
  test: {
    fires: {
      given: [total, series(node_memory_MemAvailable_bytes, host, '400000000x20')],
      at: '10m',
      labels: host,
      says: '95% of the memory of one:9100 is in use.',
    },
    silent: [
      {
        reason: 'half of the memory is free',
        given: [total, series(node_memory_MemAvailable_bytes, host, '4000000000x20')],
        at: '10m',
      },
    ],
  },
});
