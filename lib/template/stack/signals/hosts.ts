/** What is measured of the hosts. Dashboards and alerts read these, each with one unit and one set of thresholds. */
import { signal } from 'plainsight';
import { avg, div, min, rate, sub, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as node from '../metrics/node.ts';

export const memoryUse = signal({
  id: 'memory-use',
  name: 'Memory in use',
  description: 'Memory in use, without what the kernel gives back on demand.',
  unit: unit.ratio,
  labels: ['instance'],
  query: ({ by }) =>
    sub(1, div(min(node.node_memory_MemAvailable_bytes, { by }), min(node.node_memory_MemTotal_bytes, { by }))),
  thresholds: { from: { warning: 0.8, critical: 0.9 } },
  whenEmpty: 'no data',
});

export const cpuUse = signal({
  id: 'cpu-use',
  name: 'CPU in use',
  description: 'The share of time in which the processors were not idle.',
  unit: unit.ratio,
  labels: ['instance'],
  query: ({ window, by }) =>
    sub(
      1,
      avg(sum(rate(node.node_cpu_seconds_total.where({ mode: 'idle' }), window), { by: ['instance', 'cpu'] }), { by }),
    ),
  whenEmpty: 'no data',
});
