/** A small catalogue for the type tests. */
import { counter, gauge, histogram, info, nativeHistogram, source, summary, target, untyped } from 'plainsight';
import * as unit from 'plainsight/units';

const redis = source(target('redis', { labels: ['service'] }), { version: '1.88.0' });

export const commands_total = counter(redis, {
  name: 'commands_total',
  help: 'Commands.',
  unit: unit.count('commands'),
  labels: { cmd: ['lpop', 'rpush'] },
  series: 2,
});
export const memory_bytes = gauge(redis, { name: 'memory_bytes', help: '', unit: unit.bytes, labels: {}, series: 1 });
export const key_size = gauge(redis, {
  name: 'key_size',
  help: '',
  unit: unit.count('elements'),
  labels: { db: ['db0'], key: ['votes'] },
  series: 1,
});
export const start_time_seconds = gauge(redis, {
  name: 'start_time_seconds',
  help: '',
  unit: unit.timestamp,
  labels: {},
  series: 1,
});
export const cpu_seconds_total = counter(redis, {
  name: 'cpu_seconds_total',
  help: '',
  unit: unit.seconds,
  labels: { cpu: [] },
  series: 2,
});
export const latency_seconds = histogram(redis, {
  name: 'latency_seconds',
  help: '',
  unit: unit.seconds,
  labels: { route: ['/'] },
  series: 4,
  bounds: [0.1, 0.5, 1],
});
export const native_seconds = nativeHistogram(redis, {
  name: 'native_seconds',
  help: '',
  unit: unit.seconds,
  labels: { route: [] },
  series: 1,
});
export const calls_total = counter(redis, {
  name: 'calls_total',
  help: '',
  unit: unit.count('calls'),
  labels: { cmd: [] },
  series: 1,
});
export const call_summary_seconds = summary(redis, {
  name: 'call_summary_seconds',
  help: '',
  unit: unit.seconds,
  labels: { route: [] },
  series: 1,
  bounds: [0.5, 0.9],
});
export const build_info = info(redis, {
  name: 'build_info',
  help: '',
  unit: unit.count('builds'),
  labels: { version: ['1.88.0'] },
  series: 1,
});
export const lag_milliseconds = gauge(redis, { name: 'lag', help: '', unit: unit.milliseconds, labels: {}, series: 1 });
export const fill_percent = gauge(redis, { name: 'fill', help: '', unit: unit.percent, labels: {}, series: 1 });
export const hit_ratio = gauge(redis, { name: 'hits', help: '', unit: unit.ratio, labels: {}, series: 1 });
export const mystery = untyped(redis, { name: 'mystery', help: '', unit: unit.count('things'), labels: {}, series: 1 });
