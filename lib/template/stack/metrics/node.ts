/**
 * Some metrics of node_exporter. All of them come with
 * `npx plainsight metrics node http://localhost:9100/metrics`, which overwrites this file.
 */
import { counter, gauge, source } from 'plainsight';
import * as unit from 'plainsight/units';
import { node as nodeTarget } from '../targets.ts';

const node = source(nodeTarget, { version: '1.12.1' });

/** Seconds the CPUs spent in each mode. */
export const node_cpu_seconds_total = counter(node, {
  name: 'node_cpu_seconds_total',
  help: 'Seconds the CPUs spent in each mode.',
  unit: unit.seconds,
  labels: { cpu: ['0', '1'], mode: ['idle', 'iowait', 'irq', 'nice', 'softirq', 'steal', 'system', 'user'] },
  series: 16,
});

/** Memory information field MemAvailable_bytes. */
export const node_memory_MemAvailable_bytes = gauge(node, {
  name: 'node_memory_MemAvailable_bytes',
  help: 'Memory information field MemAvailable_bytes.',
  unit: unit.bytes,
});

/** Memory information field MemTotal_bytes. */
export const node_memory_MemTotal_bytes = gauge(node, {
  name: 'node_memory_MemTotal_bytes',
  help: 'Memory information field MemTotal_bytes.',
  unit: unit.bytes,
});
