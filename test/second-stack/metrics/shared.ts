/**
 * The metrics that several exporters expose alike; `.of(target)` says whose are meant. Generated from shared.json by
 * `npm run metrics -- <source> …`: do not edit; each source has its own corrections.
 */
import { sharedCounter, sharedGauge, sharedHistogram, sharedInfo, sharedSummary } from 'plainsight';
import * as unit from 'plainsight/units';

/** A summary of the pause duration of garbage collection cycles. From: alertmanager. */
export const go_gc_duration_seconds = sharedSummary({
  name: 'go_gc_duration_seconds',
  help: 'A summary of the pause duration of garbage collection cycles.',
  unit: unit.seconds,
  series: 7,
  bounds: [0, 0.25, 0.5, 0.75, 1],
});

/** Number of goroutines that currently exist. From: alertmanager. */
export const go_goroutines = sharedGauge({
  name: 'go_goroutines',
  help: 'Number of goroutines that currently exist.',
  unit: unit.count('goroutines'),
});

/** Information about the Go environment. From: alertmanager. */
export const go_info = sharedInfo({
  name: 'go_info',
  help: 'Information about the Go environment.',
  unit: unit.ratio,
  labels: { version: ['go1.19.8'] },
});

/** Number of bytes allocated and still in use. From: alertmanager. */
export const go_memstats_alloc_bytes = sharedGauge({
  name: 'go_memstats_alloc_bytes',
  help: 'Number of bytes allocated and still in use.',
  unit: unit.bytes,
});

/** Total number of bytes allocated, even if freed. From: alertmanager. */
export const go_memstats_alloc_bytes_total = sharedCounter({
  name: 'go_memstats_alloc_bytes_total',
  help: 'Total number of bytes allocated, even if freed.',
  unit: unit.bytes,
});

/** Number of bytes used by the profiling bucket hash table. From: alertmanager. */
export const go_memstats_buck_hash_sys_bytes = sharedGauge({
  name: 'go_memstats_buck_hash_sys_bytes',
  help: 'Number of bytes used by the profiling bucket hash table.',
  unit: unit.bytes,
});

/** Total number of frees. From: alertmanager. */
export const go_memstats_frees_total = sharedCounter({
  name: 'go_memstats_frees_total',
  help: 'Total number of frees.',
  unit: unit.count('frees'),
});

/** Number of bytes used for garbage collection system metadata. From: alertmanager. */
export const go_memstats_gc_sys_bytes = sharedGauge({
  name: 'go_memstats_gc_sys_bytes',
  help: 'Number of bytes used for garbage collection system metadata.',
  unit: unit.bytes,
});

/** Number of heap bytes allocated and still in use. From: alertmanager. */
export const go_memstats_heap_alloc_bytes = sharedGauge({
  name: 'go_memstats_heap_alloc_bytes',
  help: 'Number of heap bytes allocated and still in use.',
  unit: unit.bytes,
});

/** Number of heap bytes waiting to be used. From: alertmanager. */
export const go_memstats_heap_idle_bytes = sharedGauge({
  name: 'go_memstats_heap_idle_bytes',
  help: 'Number of heap bytes waiting to be used.',
  unit: unit.bytes,
});

/** Number of heap bytes that are in use. From: alertmanager. */
export const go_memstats_heap_inuse_bytes = sharedGauge({
  name: 'go_memstats_heap_inuse_bytes',
  help: 'Number of heap bytes that are in use.',
  unit: unit.bytes,
});

/** Number of allocated objects. From: alertmanager. */
export const go_memstats_heap_objects = sharedGauge({
  name: 'go_memstats_heap_objects',
  help: 'Number of allocated objects.',
  unit: unit.count('objects'),
});

/** Number of heap bytes released to OS. From: alertmanager. */
export const go_memstats_heap_released_bytes = sharedGauge({
  name: 'go_memstats_heap_released_bytes',
  help: 'Number of heap bytes released to OS.',
  unit: unit.bytes,
});

/** Number of heap bytes obtained from system. From: alertmanager. */
export const go_memstats_heap_sys_bytes = sharedGauge({
  name: 'go_memstats_heap_sys_bytes',
  help: 'Number of heap bytes obtained from system.',
  unit: unit.bytes,
});

/** Number of seconds since 1970 of last garbage collection. From: alertmanager. */
export const go_memstats_last_gc_time_seconds = sharedGauge({
  name: 'go_memstats_last_gc_time_seconds',
  help: 'Number of seconds since 1970 of last garbage collection.',
  unit: unit.timestamp,
});

/** Total number of pointer lookups. From: alertmanager. */
export const go_memstats_lookups_total = sharedCounter({
  name: 'go_memstats_lookups_total',
  help: 'Total number of pointer lookups.',
  unit: unit.count('lookups'),
});

/** Total number of mallocs. From: alertmanager. */
export const go_memstats_mallocs_total = sharedCounter({
  name: 'go_memstats_mallocs_total',
  help: 'Total number of mallocs.',
  unit: unit.count('mallocs'),
});

/** Number of bytes in use by mcache structures. From: alertmanager. */
export const go_memstats_mcache_inuse_bytes = sharedGauge({
  name: 'go_memstats_mcache_inuse_bytes',
  help: 'Number of bytes in use by mcache structures.',
  unit: unit.bytes,
});

/** Number of bytes used for mcache structures obtained from system. From: alertmanager. */
export const go_memstats_mcache_sys_bytes = sharedGauge({
  name: 'go_memstats_mcache_sys_bytes',
  help: 'Number of bytes used for mcache structures obtained from system.',
  unit: unit.bytes,
});

/** Number of bytes in use by mspan structures. From: alertmanager. */
export const go_memstats_mspan_inuse_bytes = sharedGauge({
  name: 'go_memstats_mspan_inuse_bytes',
  help: 'Number of bytes in use by mspan structures.',
  unit: unit.bytes,
});

/** Number of bytes used for mspan structures obtained from system. From: alertmanager. */
export const go_memstats_mspan_sys_bytes = sharedGauge({
  name: 'go_memstats_mspan_sys_bytes',
  help: 'Number of bytes used for mspan structures obtained from system.',
  unit: unit.bytes,
});

/** Number of heap bytes when next garbage collection will take place. From: alertmanager. */
export const go_memstats_next_gc_bytes = sharedGauge({
  name: 'go_memstats_next_gc_bytes',
  help: 'Number of heap bytes when next garbage collection will take place.',
  unit: unit.bytes,
});

/** Number of bytes used for other system allocations. From: alertmanager. */
export const go_memstats_other_sys_bytes = sharedGauge({
  name: 'go_memstats_other_sys_bytes',
  help: 'Number of bytes used for other system allocations.',
  unit: unit.bytes,
});

/** Number of bytes in use by the stack allocator. From: alertmanager. */
export const go_memstats_stack_inuse_bytes = sharedGauge({
  name: 'go_memstats_stack_inuse_bytes',
  help: 'Number of bytes in use by the stack allocator.',
  unit: unit.bytes,
});

/** Number of bytes obtained from system for stack allocator. From: alertmanager. */
export const go_memstats_stack_sys_bytes = sharedGauge({
  name: 'go_memstats_stack_sys_bytes',
  help: 'Number of bytes obtained from system for stack allocator.',
  unit: unit.bytes,
});

/** Number of bytes obtained from system. From: alertmanager. */
export const go_memstats_sys_bytes = sharedGauge({
  name: 'go_memstats_sys_bytes',
  help: 'Number of bytes obtained from system.',
  unit: unit.bytes,
});

/** Number of OS threads created. From: alertmanager. */
export const go_threads = sharedGauge({
  name: 'go_threads',
  help: 'Number of OS threads created.',
  unit: unit.count('threads'),
});

/** Total number of connections attempted by the given dialer a given name. From: alertmanager. */
export const net_conntrack_dialer_conn_attempted_total = sharedCounter({
  name: 'net_conntrack_dialer_conn_attempted_total',
  help: 'Total number of connections attempted by the given dialer a given name.',
  unit: unit.count('attempted'),
  labels: { dialer_name: ['webhook'] },
});

/** Total number of connections closed which originated from the dialer of a given name. From: alertmanager. */
export const net_conntrack_dialer_conn_closed_total = sharedCounter({
  name: 'net_conntrack_dialer_conn_closed_total',
  help: 'Total number of connections closed which originated from the dialer of a given name.',
  unit: unit.count('closed'),
  labels: { dialer_name: ['webhook'] },
});

/** Total number of connections successfully established by the given dialer a given name. From: alertmanager. */
export const net_conntrack_dialer_conn_established_total = sharedCounter({
  name: 'net_conntrack_dialer_conn_established_total',
  help: 'Total number of connections successfully established by the given dialer a given name.',
  unit: unit.count('established'),
  labels: { dialer_name: ['webhook'] },
});

/** Total number of connections failed to dial by the dialer a given name. From: alertmanager. */
export const net_conntrack_dialer_conn_failed_total = sharedCounter({
  name: 'net_conntrack_dialer_conn_failed_total',
  help: 'Total number of connections failed to dial by the dialer a given name.',
  unit: unit.count('failed'),
  labels: { dialer_name: ['webhook'], reason: ['refused', 'resolution', 'timeout', 'unknown'] },
  series: 4,
});

/** Number of active libuv handles grouped by handle type. Every handle type is C++ class name. From: api. */
export const nodejs_active_handles = sharedGauge({
  name: 'nodejs_active_handles',
  help: 'Number of active libuv handles grouped by handle type. Every handle type is C++ class name.',
  unit: unit.count('handles'),
  labels: { type: ['Server', 'Socket'] },
  series: 2,
});

/** Total number of active handles. From: api. */
export const nodejs_active_handles_total = sharedGauge({
  name: 'nodejs_active_handles_total',
  help: 'Total number of active handles.',
  unit: unit.count('handles'),
});

/** Number of active libuv requests grouped by request type. Every request type is C++ class name. From: api. */
export const nodejs_active_requests = sharedGauge({
  name: 'nodejs_active_requests',
  help: 'Number of active libuv requests grouped by request type. Every request type is C++ class name.',
  unit: unit.count('requests'),
  series: 0,
});

/** Total number of active requests. From: api. */
export const nodejs_active_requests_total = sharedGauge({
  name: 'nodejs_active_requests_total',
  help: 'Total number of active requests.',
  unit: unit.count('requests'),
});

/**
 * Number of active resources that are currently keeping the event loop alive, grouped by async resource type. From:
 * api.
 */
export const nodejs_active_resources = sharedGauge({
  name: 'nodejs_active_resources',
  help: 'Number of active resources that are currently keeping the event loop alive, grouped by async resource type.',
  unit: unit.count('resources'),
  labels: { type: ['Immediate', 'TCPServerWrap', 'TCPSocketWrap'] },
  series: 3,
});

/** Total number of active resources. From: api. */
export const nodejs_active_resources_total = sharedGauge({
  name: 'nodejs_active_resources_total',
  help: 'Total number of active resources.',
  unit: unit.count('resources'),
});

/** The maximum recorded event loop delay. From: api. */
export const nodejs_eventloop_lag_max_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_max_seconds',
  help: 'The maximum recorded event loop delay.',
  unit: unit.seconds,
});

/** The mean of the recorded event loop delays. From: api. */
export const nodejs_eventloop_lag_mean_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_mean_seconds',
  help: 'The mean of the recorded event loop delays.',
  unit: unit.seconds,
});

/** The minimum recorded event loop delay. From: api. */
export const nodejs_eventloop_lag_min_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_min_seconds',
  help: 'The minimum recorded event loop delay.',
  unit: unit.seconds,
});

/** The 50th percentile of the recorded event loop delays. From: api. */
export const nodejs_eventloop_lag_p50_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_p50_seconds',
  help: 'The 50th percentile of the recorded event loop delays.',
  unit: unit.seconds,
});

/** The 90th percentile of the recorded event loop delays. From: api. */
export const nodejs_eventloop_lag_p90_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_p90_seconds',
  help: 'The 90th percentile of the recorded event loop delays.',
  unit: unit.seconds,
});

/** The 99th percentile of the recorded event loop delays. From: api. */
export const nodejs_eventloop_lag_p99_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_p99_seconds',
  help: 'The 99th percentile of the recorded event loop delays.',
  unit: unit.seconds,
});

/** Lag of event loop in seconds. From: api. */
export const nodejs_eventloop_lag_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_seconds',
  help: 'Lag of event loop in seconds.',
  unit: unit.seconds,
});

/** The standard deviation of the recorded event loop delays. From: api. */
export const nodejs_eventloop_lag_stddev_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_stddev_seconds',
  help: 'The standard deviation of the recorded event loop delays.',
  unit: unit.seconds,
});

/** Node.js external memory size in bytes. From: api. */
export const nodejs_external_memory_bytes = sharedGauge({
  name: 'nodejs_external_memory_bytes',
  help: 'Node.js external memory size in bytes.',
  unit: unit.bytes,
});

/** Garbage collection duration by kind, one of major, minor, incremental or weakcb. From: api. */
export const nodejs_gc_duration_seconds = sharedHistogram({
  name: 'nodejs_gc_duration_seconds',
  help: 'Garbage collection duration by kind, one of major, minor, incremental or weakcb.',
  unit: unit.seconds,
  labels: { kind: ['incremental', 'major', 'minor'] },
  series: 27,
  bounds: [0.001, 0.01, 0.1, 1, 2, 5],
});

/** Process heap size from Node.js in bytes. From: api. */
export const nodejs_heap_size_total_bytes = sharedGauge({
  name: 'nodejs_heap_size_total_bytes',
  help: 'Process heap size from Node.js in bytes.',
  unit: unit.bytes,
});

/** Process heap size used from Node.js in bytes. From: api. */
export const nodejs_heap_size_used_bytes = sharedGauge({
  name: 'nodejs_heap_size_used_bytes',
  help: 'Process heap size used from Node.js in bytes.',
  unit: unit.bytes,
});

/** Process heap space size available from Node.js in bytes. From: api. */
export const nodejs_heap_space_size_available_bytes = sharedGauge({
  name: 'nodejs_heap_space_size_available_bytes',
  help: 'Process heap space size available from Node.js in bytes.',
  unit: unit.bytes,
  labels: {
    space: [
      'code',
      'code_large_object',
      'large_object',
      'new',
      'new_large_object',
      'old',
      'read_only',
      'shared',
      'shared_large_object',
    ],
  },
  series: 9,
});

/** Process heap space size total from Node.js in bytes. From: api. */
export const nodejs_heap_space_size_total_bytes = sharedGauge({
  name: 'nodejs_heap_space_size_total_bytes',
  help: 'Process heap space size total from Node.js in bytes.',
  unit: unit.bytes,
  labels: {
    space: [
      'code',
      'code_large_object',
      'large_object',
      'new',
      'new_large_object',
      'old',
      'read_only',
      'shared',
      'shared_large_object',
    ],
  },
  series: 9,
});

/** Process heap space size used from Node.js in bytes. From: api. */
export const nodejs_heap_space_size_used_bytes = sharedGauge({
  name: 'nodejs_heap_space_size_used_bytes',
  help: 'Process heap space size used from Node.js in bytes.',
  unit: unit.bytes,
  labels: {
    space: [
      'code',
      'code_large_object',
      'large_object',
      'new',
      'new_large_object',
      'old',
      'read_only',
      'shared',
      'shared_large_object',
    ],
  },
  series: 9,
});

/** Node.js version info. From: api. */
export const nodejs_version_info = sharedInfo({
  name: 'nodejs_version_info',
  help: 'Node.js version info.',
  unit: unit.ratio,
  labels: { major: ['20'], minor: ['20'], patch: ['2'], version: ['v20.20.2'] },
});

/** Total user and system CPU time spent in seconds. From: alertmanager, api. */
export const process_cpu_seconds_total = sharedCounter({
  name: 'process_cpu_seconds_total',
  help: 'Total user and system CPU time spent in seconds.',
  unit: unit.seconds,
});

/** Total system CPU time spent in seconds. From: api. */
export const process_cpu_system_seconds_total = sharedCounter({
  name: 'process_cpu_system_seconds_total',
  help: 'Total system CPU time spent in seconds.',
  unit: unit.seconds,
});

/** Total user CPU time spent in seconds. From: api. */
export const process_cpu_user_seconds_total = sharedCounter({
  name: 'process_cpu_user_seconds_total',
  help: 'Total user CPU time spent in seconds.',
  unit: unit.seconds,
});

/** Process heap size in bytes. From: api. */
export const process_heap_bytes = sharedGauge({
  name: 'process_heap_bytes',
  help: 'Process heap size in bytes.',
  unit: unit.bytes,
});

/** Maximum number of open file descriptors. From: alertmanager, api. */
export const process_max_fds = sharedGauge({
  name: 'process_max_fds',
  help: 'Maximum number of open file descriptors.',
  unit: unit.count('fds'),
});

/** Number of open file descriptors. From: alertmanager, api. */
export const process_open_fds = sharedGauge({
  name: 'process_open_fds',
  help: 'Number of open file descriptors.',
  unit: unit.count('fds'),
});

/** Resident memory size in bytes. From: alertmanager, api. */
export const process_resident_memory_bytes = sharedGauge({
  name: 'process_resident_memory_bytes',
  help: 'Resident memory size in bytes.',
  unit: unit.bytes,
});

/** Start time of the process since unix epoch in seconds. From: alertmanager, api. */
export const process_start_time_seconds = sharedGauge({
  name: 'process_start_time_seconds',
  help: 'Start time of the process since unix epoch in seconds.',
  unit: unit.timestamp,
});

/** Virtual memory size in bytes. From: alertmanager, api. */
export const process_virtual_memory_bytes = sharedGauge({
  name: 'process_virtual_memory_bytes',
  help: 'Virtual memory size in bytes.',
  unit: unit.bytes,
});

/** Maximum amount of virtual memory available in bytes. From: alertmanager. */
export const process_virtual_memory_max_bytes = sharedGauge({
  name: 'process_virtual_memory_max_bytes',
  help: 'Maximum amount of virtual memory available in bytes.',
  unit: unit.bytes,
});

/** Current number of scrapes being served. From: alertmanager. */
export const promhttp_metric_handler_requests_in_flight = sharedGauge({
  name: 'promhttp_metric_handler_requests_in_flight',
  help: 'Current number of scrapes being served.',
  unit: unit.count('requests'),
});

/** Total number of scrapes by HTTP status code. From: alertmanager. */
export const promhttp_metric_handler_requests_total = sharedCounter({
  name: 'promhttp_metric_handler_requests_total',
  help: 'Total number of scrapes by HTTP status code.',
  unit: unit.count('requests'),
  labels: { code: ['200', '500', '503'] },
  series: 3,
});
