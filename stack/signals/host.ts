/** The host that everything runs on: processors, memory, pressure and network. Each host first, then the worst of them. */
import { avg, countedAs, div, increase, max, not, rate, sub, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as node from '../metrics/node.ts';
import { signal } from '../profiles.ts';

export const hostCpu = signal({
  id: 'host-cpu',
  name: 'Host CPU',
  description:
    'How busy the processors of the host are. Near 100 % every container gets slower; the panel CPU per container shows which one it is.',
  unit: unit.ratio,
  labels: ['instance'],
  query: ({ window, by }) => {
    const idle = avg(rate(node.node_cpu_seconds_total.where({ mode: 'idle' }), window), { by: ['instance'] });
    return max(sub(1, idle), { by });
  },
  thresholds: { from: { warning: 0.8, critical: 0.95 } },
  whenEmpty: 'no data',
});

export const hostMemory = signal({
  id: 'host-memory',
  name: 'Host memory in use',
  description:
    'Memory in use on the host, without what the kernel gives back on demand. The app sets no limits, so near 100 % the kernel kills the largest container.',
  unit: unit.ratio,
  labels: ['instance'],
  query: ({ by }) => max(sub(1, div(node.node_memory_MemAvailable_bytes, node.node_memory_MemTotal_bytes)), { by }),
  thresholds: { from: { warning: 0.8, critical: 0.9 } },
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

const WAITED = { cpu: 'CPU', memory: 'memory', io: 'the disk' } as const;

/** How long tasks waited for something, as a share of time: pressure stall information. */
function pressure(of: 'cpu' | 'memory' | 'io', from: typeof node.node_pressure_cpu_waiting_seconds_total) {
  return signal({
    id: `pressure-${of}`,
    name: `Waiting for ${WAITED[of]}`,
    description: `The share of time in which some task of the host had to wait for ${WAITED[of]}. A busy host that waits for nothing is fine; one that waits is too small.`,
    unit: unit.ratio,
    query: ({ window }) => max(rate(from, window)),
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
