/** A small catalogue for the type tests. */
import {
  bytes,
  count,
  counter,
  gauge,
  histogram,
  nativeHistogram,
  seconds,
  source,
  target,
  timestamp,
} from '../../lib/index.ts';

const redis = source(target('redis', ['service']), { version: '1.88.0' });

export const commands_total = counter(redis, {
  name: 'commands_total',
  help: 'Commands.',
  unit: count('commands'),
  labels: { cmd: ['lpop', 'rpush'] },
  series: 2,
});
export const memory_bytes = gauge(redis, { name: 'memory_bytes', help: '', unit: bytes, labels: {}, series: 1 });
export const key_size = gauge(redis, {
  name: 'key_size',
  help: '',
  unit: count('elements'),
  labels: { db: ['db0'], key: ['votes'] },
  series: 1,
});
export const start_time_seconds = gauge(redis, {
  name: 'start_time_seconds',
  help: '',
  unit: timestamp,
  labels: {},
  series: 1,
});
export const cpu_seconds_total = counter(redis, {
  name: 'cpu_seconds_total',
  help: '',
  unit: seconds,
  labels: { cpu: [] },
  series: 2,
});
export const latency_seconds = histogram(redis, {
  name: 'latency_seconds',
  help: '',
  unit: seconds,
  labels: { route: ['/'] },
  series: 4,
  bounds: [0.1, 0.5, 1],
});
export const native_seconds = nativeHistogram(redis, {
  name: 'native_seconds',
  help: '',
  unit: seconds,
  labels: { route: [] },
  series: 1,
});
