/**
 * The metrics that several exporters expose alike; `.of(target)` says whose are meant. Generated from shared.json by
 * `npx plainsight metrics <source> …`: do not edit; each source has its own corrections.
 */
import { sharedCounter, sharedGauge, sharedHistogram, sharedInfo, sharedSummary } from 'plainsight';
import * as unit from 'plainsight/units';

/** Count of calls made from Go to C by the current process. Sourced from /cgo/go-to-c-calls:calls. From: loki. */
export const go_cgo_go_to_c_calls_calls_total = sharedCounter({
  name: 'go_cgo_go_to_c_calls_calls_total',
  help: 'Count of calls made from Go to C by the current process. Sourced from /cgo/go-to-c-calls:calls.',
  unit: unit.count('calls'),
});

/**
 * Estimated total CPU time goroutines spent performing GC tasks to assist the GC and prevent it from falling behind the
 * application. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare
 * only with other /cpu/classes metrics. Sourced from /cpu/classes/gc/mark/assist:cpu-seconds. From: loki.
 */
export const go_cpu_classes_gc_mark_assist_cpu_seconds_total = sharedCounter({
  name: 'go_cpu_classes_gc_mark_assist_cpu_seconds_total',
  help: 'Estimated total CPU time goroutines spent performing GC tasks to assist the GC and prevent it from falling behind the application. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes metrics. Sourced from /cpu/classes/gc/mark/assist:cpu-seconds.',
  unit: unit.seconds,
});

/**
 * Estimated total CPU time spent performing GC tasks on processors (as defined by GOMAXPROCS) dedicated to those tasks.
 * This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other
 * /cpu/classes metrics. Sourced from /cpu/classes/gc/mark/dedicated:cpu-seconds. From: loki.
 */
export const go_cpu_classes_gc_mark_dedicated_cpu_seconds_total = sharedCounter({
  name: 'go_cpu_classes_gc_mark_dedicated_cpu_seconds_total',
  help: 'Estimated total CPU time spent performing GC tasks on processors (as defined by GOMAXPROCS) dedicated to those tasks. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes metrics. Sourced from /cpu/classes/gc/mark/dedicated:cpu-seconds.',
  unit: unit.seconds,
});

/**
 * Estimated total CPU time spent performing GC tasks on spare CPU resources that the Go scheduler could not otherwise
 * find a use for. This should be subtracted from the total GC CPU time to obtain a measure of compulsory GC CPU time.
 * This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other
 * /cpu/classes metrics. Sourced from /cpu/classes/gc/mark/idle:cpu-seconds. From: loki.
 */
export const go_cpu_classes_gc_mark_idle_cpu_seconds_total = sharedCounter({
  name: 'go_cpu_classes_gc_mark_idle_cpu_seconds_total',
  help: 'Estimated total CPU time spent performing GC tasks on spare CPU resources that the Go scheduler could not otherwise find a use for. This should be subtracted from the total GC CPU time to obtain a measure of compulsory GC CPU time. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes metrics. Sourced from /cpu/classes/gc/mark/idle:cpu-seconds.',
  unit: unit.seconds,
});

/**
 * Estimated total CPU time spent with the application paused by the GC. Even if only one thread is running during the
 * pause, this is computed as GOMAXPROCS times the pause latency because nothing else can be executing. This is the
 * exact sum of samples in /sched/pauses/total/gc:seconds if each sample is multiplied by GOMAXPROCS at the time it is
 * taken. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with
 * other /cpu/classes metrics. Sourced from /cpu/classes/gc/pause:cpu-seconds. From: loki.
 */
export const go_cpu_classes_gc_pause_cpu_seconds_total = sharedCounter({
  name: 'go_cpu_classes_gc_pause_cpu_seconds_total',
  help: 'Estimated total CPU time spent with the application paused by the GC. Even if only one thread is running during the pause, this is computed as GOMAXPROCS times the pause latency because nothing else can be executing. This is the exact sum of samples in /sched/pauses/total/gc:seconds if each sample is multiplied by GOMAXPROCS at the time it is taken. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes metrics. Sourced from /cpu/classes/gc/pause:cpu-seconds.',
  unit: unit.seconds,
});

/**
 * Estimated total CPU time spent performing GC tasks. This metric is an overestimate, and not directly comparable to
 * system CPU time measurements. Compare only with other /cpu/classes metrics. Sum of all metrics in /cpu/classes/gc.
 * Sourced from /cpu/classes/gc/total:cpu-seconds. From: loki.
 */
export const go_cpu_classes_gc_total_cpu_seconds_total = sharedCounter({
  name: 'go_cpu_classes_gc_total_cpu_seconds_total',
  help: 'Estimated total CPU time spent performing GC tasks. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes metrics. Sum of all metrics in /cpu/classes/gc. Sourced from /cpu/classes/gc/total:cpu-seconds.',
  unit: unit.seconds,
});

/**
 * Estimated total available CPU time not spent executing any Go or Go runtime code. In other words, the part of
 * /cpu/classes/total:cpu-seconds that was unused. This metric is an overestimate, and not directly comparable to system
 * CPU time measurements. Compare only with other /cpu/classes metrics. Sourced from /cpu/classes/idle:cpu-seconds.
 * From: loki.
 */
export const go_cpu_classes_idle_cpu_seconds_total = sharedCounter({
  name: 'go_cpu_classes_idle_cpu_seconds_total',
  help: 'Estimated total available CPU time not spent executing any Go or Go runtime code. In other words, the part of /cpu/classes/total:cpu-seconds that was unused. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes metrics. Sourced from /cpu/classes/idle:cpu-seconds.',
  unit: unit.seconds,
});

/**
 * Estimated total CPU time spent returning unused memory to the underlying platform in response eagerly to memory
 * pressure. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only
 * with other /cpu/classes metrics. Sourced from /cpu/classes/scavenge/assist:cpu-seconds. From: loki.
 */
export const go_cpu_classes_scavenge_assist_cpu_seconds_total = sharedCounter({
  name: 'go_cpu_classes_scavenge_assist_cpu_seconds_total',
  help: 'Estimated total CPU time spent returning unused memory to the underlying platform in response eagerly to memory pressure. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes metrics. Sourced from /cpu/classes/scavenge/assist:cpu-seconds.',
  unit: unit.seconds,
});

/**
 * Estimated total CPU time spent performing background tasks to return unused memory to the underlying platform. This
 * metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other
 * /cpu/classes metrics. Sourced from /cpu/classes/scavenge/background:cpu-seconds. From: loki.
 */
export const go_cpu_classes_scavenge_background_cpu_seconds_total = sharedCounter({
  name: 'go_cpu_classes_scavenge_background_cpu_seconds_total',
  help: 'Estimated total CPU time spent performing background tasks to return unused memory to the underlying platform. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes metrics. Sourced from /cpu/classes/scavenge/background:cpu-seconds.',
  unit: unit.seconds,
});

/**
 * Estimated total CPU time spent performing tasks that return unused memory to the underlying platform. This metric is
 * an overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes
 * metrics. Sum of all metrics in /cpu/classes/scavenge. Sourced from /cpu/classes/scavenge/total:cpu-seconds. From:
 * loki.
 */
export const go_cpu_classes_scavenge_total_cpu_seconds_total = sharedCounter({
  name: 'go_cpu_classes_scavenge_total_cpu_seconds_total',
  help: 'Estimated total CPU time spent performing tasks that return unused memory to the underlying platform. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes metrics. Sum of all metrics in /cpu/classes/scavenge. Sourced from /cpu/classes/scavenge/total:cpu-seconds.',
  unit: unit.seconds,
});

/**
 * Estimated total available CPU time for user Go code or the Go runtime, as defined by GOMAXPROCS. In other words,
 * GOMAXPROCS integrated over the wall-clock duration this process has been executing for. This metric is an
 * overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes
 * metrics. Sum of all metrics in /cpu/classes. Sourced from /cpu/classes/total:cpu-seconds. From: loki.
 */
export const go_cpu_classes_total_cpu_seconds_total = sharedCounter({
  name: 'go_cpu_classes_total_cpu_seconds_total',
  help: 'Estimated total available CPU time for user Go code or the Go runtime, as defined by GOMAXPROCS. In other words, GOMAXPROCS integrated over the wall-clock duration this process has been executing for. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes metrics. Sum of all metrics in /cpu/classes. Sourced from /cpu/classes/total:cpu-seconds.',
  unit: unit.seconds,
});

/**
 * Estimated total CPU time spent running user Go code. This may also include some small amount of time spent in the Go
 * runtime. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only
 * with other /cpu/classes metrics. Sourced from /cpu/classes/user:cpu-seconds. From: loki.
 */
export const go_cpu_classes_user_cpu_seconds_total = sharedCounter({
  name: 'go_cpu_classes_user_cpu_seconds_total',
  help: 'Estimated total CPU time spent running user Go code. This may also include some small amount of time spent in the Go runtime. This metric is an overestimate, and not directly comparable to system CPU time measurements. Compare only with other /cpu/classes metrics. Sourced from /cpu/classes/user:cpu-seconds.',
  unit: unit.seconds,
});

/**
 * Approximate total count of cleanup functions (created by runtime.AddCleanup) executed by the runtime. Subtract
 * /gc/cleanups/queued:cleanups to approximate cleanup queue length. Useful for detecting slow cleanups holding up the
 * queue. Sourced from /gc/cleanups/executed:cleanups. From: loki, prometheus.
 */
export const go_gc_cleanups_executed_cleanups_total = sharedCounter({
  name: 'go_gc_cleanups_executed_cleanups_total',
  help: 'Approximate total count of cleanup functions (created by runtime.AddCleanup) executed by the runtime. Subtract /gc/cleanups/queued:cleanups to approximate cleanup queue length. Useful for detecting slow cleanups holding up the queue. Sourced from /gc/cleanups/executed:cleanups.',
  unit: unit.count('cleanups'),
});

/**
 * Approximate total count of cleanup functions (created by runtime.AddCleanup) queued by the runtime for execution.
 * Subtract from /gc/cleanups/executed:cleanups to approximate cleanup queue length. Useful for detecting slow cleanups
 * holding up the queue. Sourced from /gc/cleanups/queued:cleanups. From: loki, prometheus.
 */
export const go_gc_cleanups_queued_cleanups_total = sharedCounter({
  name: 'go_gc_cleanups_queued_cleanups_total',
  help: 'Approximate total count of cleanup functions (created by runtime.AddCleanup) queued by the runtime for execution. Subtract from /gc/cleanups/executed:cleanups to approximate cleanup queue length. Useful for detecting slow cleanups holding up the queue. Sourced from /gc/cleanups/queued:cleanups.',
  unit: unit.count('cleanups'),
});

/**
 * Count of completed GC cycles generated by the Go runtime. Sourced from /gc/cycles/automatic:gc-cycles. From: loki,
 * prometheus.
 */
export const go_gc_cycles_automatic_gc_cycles_total = sharedCounter({
  name: 'go_gc_cycles_automatic_gc_cycles_total',
  help: 'Count of completed GC cycles generated by the Go runtime. Sourced from /gc/cycles/automatic:gc-cycles.',
  unit: unit.count('cycles'),
});

/**
 * Count of completed GC cycles forced by the application. Sourced from /gc/cycles/forced:gc-cycles. From: loki,
 * prometheus.
 */
export const go_gc_cycles_forced_gc_cycles_total = sharedCounter({
  name: 'go_gc_cycles_forced_gc_cycles_total',
  help: 'Count of completed GC cycles forced by the application. Sourced from /gc/cycles/forced:gc-cycles.',
  unit: unit.count('cycles'),
});

/** Count of all completed GC cycles. Sourced from /gc/cycles/total:gc-cycles. From: loki, prometheus. */
export const go_gc_cycles_total_gc_cycles_total = sharedCounter({
  name: 'go_gc_cycles_total_gc_cycles_total',
  help: 'Count of all completed GC cycles. Sourced from /gc/cycles/total:gc-cycles.',
  unit: unit.count('cycles'),
});

/**
 * A summary of the wall-time pause (stop-the-world) duration in garbage collection cycles. From: alertmanager,
 * blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_gc_duration_seconds = sharedSummary({
  name: 'go_gc_duration_seconds',
  help: 'A summary of the wall-time pause (stop-the-world) duration in garbage collection cycles.',
  unit: unit.seconds,
  series: 7,
  bounds: [0, 0.25, 0.5, 0.75, 1],
});

/**
 * Total count of finalizer functions (created by runtime.SetFinalizer) executed by the runtime. Subtract
 * /gc/finalizers/queued:finalizers to approximate finalizer queue length. Useful for detecting finalizers overwhelming
 * the queue, either by being too slow, or by there being too many of them. Sourced from
 * /gc/finalizers/executed:finalizers. From: loki, prometheus.
 */
export const go_gc_finalizers_executed_finalizers_total = sharedCounter({
  name: 'go_gc_finalizers_executed_finalizers_total',
  help: 'Total count of finalizer functions (created by runtime.SetFinalizer) executed by the runtime. Subtract /gc/finalizers/queued:finalizers to approximate finalizer queue length. Useful for detecting finalizers overwhelming the queue, either by being too slow, or by there being too many of them. Sourced from /gc/finalizers/executed:finalizers.',
  unit: unit.count('finalizers'),
});

/**
 * Total count of finalizer functions (created by runtime.SetFinalizer) and queued by the runtime for execution.
 * Subtract from /gc/finalizers/executed:finalizers to approximate finalizer queue length. Useful for detecting slow
 * finalizers holding up the queue. Sourced from /gc/finalizers/queued:finalizers. From: loki, prometheus.
 */
export const go_gc_finalizers_queued_finalizers_total = sharedCounter({
  name: 'go_gc_finalizers_queued_finalizers_total',
  help: 'Total count of finalizer functions (created by runtime.SetFinalizer) and queued by the runtime for execution. Subtract from /gc/finalizers/executed:finalizers to approximate finalizer queue length. Useful for detecting slow finalizers holding up the queue. Sourced from /gc/finalizers/queued:finalizers.',
  unit: unit.count('finalizers'),
});

/**
 * Heap size target percentage configured by the user, otherwise 100. This value is set by the GOGC environment
 * variable, and the runtime/debug.SetGCPercent function. Sourced from /gc/gogc:percent. From: alertmanager,
 * blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_gc_gogc_percent = sharedGauge({
  name: 'go_gc_gogc_percent',
  help: 'Heap size target percentage configured by the user, otherwise 100. This value is set by the GOGC environment variable, and the runtime/debug.SetGCPercent function. Sourced from /gc/gogc:percent.',
  unit: unit.percent,
});

/**
 * Go runtime memory limit configured by the user, otherwise math.MaxInt64. This value is set by the GOMEMLIMIT
 * environment variable, and the runtime/debug.SetMemoryLimit function. Sourced from /gc/gomemlimit:bytes. From:
 * alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_gc_gomemlimit_bytes = sharedGauge({
  name: 'go_gc_gomemlimit_bytes',
  help: 'Go runtime memory limit configured by the user, otherwise math.MaxInt64. This value is set by the GOMEMLIMIT environment variable, and the runtime/debug.SetMemoryLimit function. Sourced from /gc/gomemlimit:bytes.',
  unit: unit.bytes,
});

/**
 * Distribution of heap allocations by approximate size. Bucket counts increase monotonically. Note that this does not
 * include tiny objects as defined by /gc/heap/tiny/allocs:objects, only tiny blocks. Sourced from
 * /gc/heap/allocs-by-size:bytes. From: loki, prometheus.
 */
export const go_gc_heap_allocs_by_size_bytes = sharedHistogram({
  name: 'go_gc_heap_allocs_by_size_bytes',
  help: 'Distribution of heap allocations by approximate size. Bucket counts increase monotonically. Note that this does not include tiny objects as defined by /gc/heap/tiny/allocs:objects, only tiny blocks. Sourced from /gc/heap/allocs-by-size:bytes.',
  unit: unit.bytes,
  series: 14,
  bounds: [
    8.999999999999998, 24.999999999999996, 64.99999999999999, 144.99999999999997, 320.99999999999994, 704.9999999999999,
    1536.9999999999998, 3200.9999999999995, 6528.999999999999, 13568.999999999998, 27264.999999999996,
  ],
});

/**
 * Cumulative sum of memory allocated to the heap by the application. Sourced from /gc/heap/allocs:bytes. From: loki,
 * prometheus.
 */
export const go_gc_heap_allocs_bytes_total = sharedCounter({
  name: 'go_gc_heap_allocs_bytes_total',
  help: 'Cumulative sum of memory allocated to the heap by the application. Sourced from /gc/heap/allocs:bytes.',
  unit: unit.bytes,
});

/**
 * Cumulative count of heap allocations triggered by the application. Note that this does not include tiny objects as
 * defined by /gc/heap/tiny/allocs:objects, only tiny blocks. Sourced from /gc/heap/allocs:objects. From: loki,
 * prometheus.
 */
export const go_gc_heap_allocs_objects_total = sharedCounter({
  name: 'go_gc_heap_allocs_objects_total',
  help: 'Cumulative count of heap allocations triggered by the application. Note that this does not include tiny objects as defined by /gc/heap/tiny/allocs:objects, only tiny blocks. Sourced from /gc/heap/allocs:objects.',
  unit: unit.count('objects'),
});

/**
 * Distribution of freed heap allocations by approximate size. Bucket counts increase monotonically. Note that this does
 * not include tiny objects as defined by /gc/heap/tiny/allocs:objects, only tiny blocks. Sourced from
 * /gc/heap/frees-by-size:bytes. From: loki, prometheus.
 */
export const go_gc_heap_frees_by_size_bytes = sharedHistogram({
  name: 'go_gc_heap_frees_by_size_bytes',
  help: 'Distribution of freed heap allocations by approximate size. Bucket counts increase monotonically. Note that this does not include tiny objects as defined by /gc/heap/tiny/allocs:objects, only tiny blocks. Sourced from /gc/heap/frees-by-size:bytes.',
  unit: unit.bytes,
  series: 14,
  bounds: [
    8.999999999999998, 24.999999999999996, 64.99999999999999, 144.99999999999997, 320.99999999999994, 704.9999999999999,
    1536.9999999999998, 3200.9999999999995, 6528.999999999999, 13568.999999999998, 27264.999999999996,
  ],
});

/**
 * Cumulative sum of heap memory freed by the garbage collector. Sourced from /gc/heap/frees:bytes. From: loki,
 * prometheus.
 */
export const go_gc_heap_frees_bytes_total = sharedCounter({
  name: 'go_gc_heap_frees_bytes_total',
  help: 'Cumulative sum of heap memory freed by the garbage collector. Sourced from /gc/heap/frees:bytes.',
  unit: unit.bytes,
});

/**
 * Cumulative count of heap allocations whose storage was freed by the garbage collector. Note that this does not
 * include tiny objects as defined by /gc/heap/tiny/allocs:objects, only tiny blocks. Sourced from
 * /gc/heap/frees:objects. From: loki, prometheus.
 */
export const go_gc_heap_frees_objects_total = sharedCounter({
  name: 'go_gc_heap_frees_objects_total',
  help: 'Cumulative count of heap allocations whose storage was freed by the garbage collector. Note that this does not include tiny objects as defined by /gc/heap/tiny/allocs:objects, only tiny blocks. Sourced from /gc/heap/frees:objects.',
  unit: unit.count('objects'),
});

/** Heap size target for the end of the GC cycle. Sourced from /gc/heap/goal:bytes. From: loki, prometheus. */
export const go_gc_heap_goal_bytes = sharedGauge({
  name: 'go_gc_heap_goal_bytes',
  help: 'Heap size target for the end of the GC cycle. Sourced from /gc/heap/goal:bytes.',
  unit: unit.bytes,
});

/**
 * Heap memory occupied by live objects that were marked by the previous GC. Sourced from /gc/heap/live:bytes. From:
 * loki, prometheus.
 */
export const go_gc_heap_live_bytes = sharedGauge({
  name: 'go_gc_heap_live_bytes',
  help: 'Heap memory occupied by live objects that were marked by the previous GC. Sourced from /gc/heap/live:bytes.',
  unit: unit.bytes,
});

/**
 * Number of objects, live or unswept, occupying heap memory. Sourced from /gc/heap/objects:objects. From: loki,
 * prometheus.
 */
export const go_gc_heap_objects_objects = sharedGauge({
  name: 'go_gc_heap_objects_objects',
  help: 'Number of objects, live or unswept, occupying heap memory. Sourced from /gc/heap/objects:objects.',
  unit: unit.count('objects'),
});

/**
 * Count of small allocations that are packed together into blocks. These allocations are counted separately from other
 * allocations because each individual allocation is not tracked by the runtime, only their block. Each block is already
 * accounted for in allocs-by-size and frees-by-size. Sourced from /gc/heap/tiny/allocs:objects. From: loki, prometheus.
 */
export const go_gc_heap_tiny_allocs_objects_total = sharedCounter({
  name: 'go_gc_heap_tiny_allocs_objects_total',
  help: 'Count of small allocations that are packed together into blocks. These allocations are counted separately from other allocations because each individual allocation is not tracked by the runtime, only their block. Each block is already accounted for in allocs-by-size and frees-by-size. Sourced from /gc/heap/tiny/allocs:objects.',
  unit: unit.count('objects'),
});

/**
 * GC cycle the last time the GC CPU limiter was enabled. This metric is useful for diagnosing the root cause of an
 * out-of-memory error, because the limiter trades memory for CPU time when the GC's CPU time gets too high. This is
 * most likely to occur with use of SetMemoryLimit. The first GC cycle is cycle 1, so a value of 0 indicates that it was
 * never enabled. Sourced from /gc/limiter/last-enabled:gc-cycle. From: loki, prometheus.
 */
export const go_gc_limiter_last_enabled_gc_cycle = sharedGauge({
  name: 'go_gc_limiter_last_enabled_gc_cycle',
  help: "GC cycle the last time the GC CPU limiter was enabled. This metric is useful for diagnosing the root cause of an out-of-memory error, because the limiter trades memory for CPU time when the GC's CPU time gets too high. This is most likely to occur with use of SetMemoryLimit. The first GC cycle is cycle 1, so a value of 0 indicates that it was never enabled. Sourced from /gc/limiter/last-enabled:gc-cycle.",
  unit: unit.count('cycle'),
});

/**
 * Deprecated. Prefer the identical /sched/pauses/total/gc:seconds. Sourced from /gc/pauses:seconds. From: loki,
 * prometheus.
 */
export const go_gc_pauses_seconds = sharedHistogram({
  name: 'go_gc_pauses_seconds',
  help: 'Deprecated. Prefer the identical /sched/pauses/total/gc:seconds. Sourced from /gc/pauses:seconds.',
  unit: unit.seconds,
  series: 10,
  bounds: [
    6.399999999999999e-8, 6.399999999999999e-7, 0.000007167999999999999, 0.00008191999999999999, 0.0009175039999999999,
    0.010485759999999998, 0.11744051199999998,
  ],
});

/**
 * The total amount of global variable space that is scannable. Sourced from /gc/scan/globals:bytes. From: loki,
 * prometheus.
 */
export const go_gc_scan_globals_bytes = sharedGauge({
  name: 'go_gc_scan_globals_bytes',
  help: 'The total amount of global variable space that is scannable. Sourced from /gc/scan/globals:bytes.',
  unit: unit.bytes,
});

/** The total amount of heap space that is scannable. Sourced from /gc/scan/heap:bytes. From: loki, prometheus. */
export const go_gc_scan_heap_bytes = sharedGauge({
  name: 'go_gc_scan_heap_bytes',
  help: 'The total amount of heap space that is scannable. Sourced from /gc/scan/heap:bytes.',
  unit: unit.bytes,
});

/**
 * The number of bytes of stack that were scanned last GC cycle. Sourced from /gc/scan/stack:bytes. From: loki,
 * prometheus.
 */
export const go_gc_scan_stack_bytes = sharedGauge({
  name: 'go_gc_scan_stack_bytes',
  help: 'The number of bytes of stack that were scanned last GC cycle. Sourced from /gc/scan/stack:bytes.',
  unit: unit.bytes,
});

/**
 * The total amount space that is scannable. Sum of all metrics in /gc/scan. Sourced from /gc/scan/total:bytes. From:
 * loki, prometheus.
 */
export const go_gc_scan_total_bytes = sharedGauge({
  name: 'go_gc_scan_total_bytes',
  help: 'The total amount space that is scannable. Sum of all metrics in /gc/scan. Sourced from /gc/scan/total:bytes.',
  unit: unit.bytes,
});

/** The stack size of new goroutines. Sourced from /gc/stack/starting-size:bytes. From: loki, prometheus. */
export const go_gc_stack_starting_size_bytes = sharedGauge({
  name: 'go_gc_stack_starting_size_bytes',
  help: 'The stack size of new goroutines. Sourced from /gc/stack/starting-size:bytes.',
  unit: unit.bytes,
});

/**
 * The number of non-default behaviors executed by the cmd/go package due to a non-default GODEBUG=allowmultiplevcs=...
 * setting. Sourced from /godebug/non-default-behavior/allowmultiplevcs:events. From: loki.
 */
export const go_godebug_non_default_behavior_allowmultiplevcs_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_allowmultiplevcs_events_total',
  help: 'The number of non-default behaviors executed by the cmd/go package due to a non-default GODEBUG=allowmultiplevcs=... setting. Sourced from /godebug/non-default-behavior/allowmultiplevcs:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the time package due to a non-default GODEBUG=asynctimerchan=...
 * setting. Sourced from /godebug/non-default-behavior/asynctimerchan:events. From: loki.
 */
export const go_godebug_non_default_behavior_asynctimerchan_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_asynctimerchan_events_total',
  help: 'The number of non-default behaviors executed by the time package due to a non-default GODEBUG=asynctimerchan=... setting. Sourced from /godebug/non-default-behavior/asynctimerchan:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the runtime package due to a non-default
 * GODEBUG=containermaxprocs=... setting. Sourced from /godebug/non-default-behavior/containermaxprocs:events. From:
 * loki.
 */
export const go_godebug_non_default_behavior_containermaxprocs_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_containermaxprocs_events_total',
  help: 'The number of non-default behaviors executed by the runtime package due to a non-default GODEBUG=containermaxprocs=... setting. Sourced from /godebug/non-default-behavior/containermaxprocs:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto package due to a non-default GODEBUG=cryptocustomrand=...
 * setting. Sourced from /godebug/non-default-behavior/cryptocustomrand:events. From: loki.
 */
export const go_godebug_non_default_behavior_cryptocustomrand_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_cryptocustomrand_events_total',
  help: 'The number of non-default behaviors executed by the crypto package due to a non-default GODEBUG=cryptocustomrand=... setting. Sourced from /godebug/non-default-behavior/cryptocustomrand:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the cmd/go package due to a non-default
 * GODEBUG=embedfollowsymlinks=... setting. Sourced from /godebug/non-default-behavior/embedfollowsymlinks:events. From:
 * loki.
 */
export const go_godebug_non_default_behavior_embedfollowsymlinks_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_embedfollowsymlinks_events_total',
  help: 'The number of non-default behaviors executed by the cmd/go package due to a non-default GODEBUG=embedfollowsymlinks=... setting. Sourced from /godebug/non-default-behavior/embedfollowsymlinks:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the os/exec package due to a non-default GODEBUG=execerrdot=...
 * setting. Sourced from /godebug/non-default-behavior/execerrdot:events. From: loki.
 */
export const go_godebug_non_default_behavior_execerrdot_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_execerrdot_events_total',
  help: 'The number of non-default behaviors executed by the os/exec package due to a non-default GODEBUG=execerrdot=... setting. Sourced from /godebug/non-default-behavior/execerrdot:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=fips140ems=...
 * setting. Sourced from /godebug/non-default-behavior/fips140ems:events. From: loki.
 */
export const go_godebug_non_default_behavior_fips140ems_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_fips140ems_events_total',
  help: 'The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=fips140ems=... setting. Sourced from /godebug/non-default-behavior/fips140ems:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the cmd/go package due to a non-default GODEBUG=gocachehash=...
 * setting. Sourced from /godebug/non-default-behavior/gocachehash:events. From: loki.
 */
export const go_godebug_non_default_behavior_gocachehash_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_gocachehash_events_total',
  help: 'The number of non-default behaviors executed by the cmd/go package due to a non-default GODEBUG=gocachehash=... setting. Sourced from /godebug/non-default-behavior/gocachehash:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the cmd/go package due to a non-default GODEBUG=gocachetest=...
 * setting. Sourced from /godebug/non-default-behavior/gocachetest:events. From: loki.
 */
export const go_godebug_non_default_behavior_gocachetest_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_gocachetest_events_total',
  help: 'The number of non-default behaviors executed by the cmd/go package due to a non-default GODEBUG=gocachetest=... setting. Sourced from /godebug/non-default-behavior/gocachetest:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the cmd/go package due to a non-default GODEBUG=gocacheverify=...
 * setting. Sourced from /godebug/non-default-behavior/gocacheverify:events. From: loki.
 */
export const go_godebug_non_default_behavior_gocacheverify_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_gocacheverify_events_total',
  help: 'The number of non-default behaviors executed by the cmd/go package due to a non-default GODEBUG=gocacheverify=... setting. Sourced from /godebug/non-default-behavior/gocacheverify:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the cmd/go package due to a non-default
 * GODEBUG=gotestjsonbuildtext=... setting. Sourced from /godebug/non-default-behavior/gotestjsonbuildtext:events. From:
 * loki.
 */
export const go_godebug_non_default_behavior_gotestjsonbuildtext_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_gotestjsonbuildtext_events_total',
  help: 'The number of non-default behaviors executed by the cmd/go package due to a non-default GODEBUG=gotestjsonbuildtext=... setting. Sourced from /godebug/non-default-behavior/gotestjsonbuildtext:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the go/types package due to a non-default GODEBUG=gotypesalias=...
 * setting. Sourced from /godebug/non-default-behavior/gotypesalias:events. From: loki.
 */
export const go_godebug_non_default_behavior_gotypesalias_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_gotypesalias_events_total',
  help: 'The number of non-default behaviors executed by the go/types package due to a non-default GODEBUG=gotypesalias=... setting. Sourced from /godebug/non-default-behavior/gotypesalias:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the html/template package due to a non-default
 * GODEBUG=htmlmetacontenturlescape=... setting. Sourced from
 * /godebug/non-default-behavior/htmlmetacontenturlescape:events. From: loki.
 */
export const go_godebug_non_default_behavior_htmlmetacontenturlescape_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_htmlmetacontenturlescape_events_total',
  help: 'The number of non-default behaviors executed by the html/template package due to a non-default GODEBUG=htmlmetacontenturlescape=... setting. Sourced from /godebug/non-default-behavior/htmlmetacontenturlescape:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the net/http package due to a non-default GODEBUG=http2client=...
 * setting. Sourced from /godebug/non-default-behavior/http2client:events. From: loki.
 */
export const go_godebug_non_default_behavior_http2client_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_http2client_events_total',
  help: 'The number of non-default behaviors executed by the net/http package due to a non-default GODEBUG=http2client=... setting. Sourced from /godebug/non-default-behavior/http2client:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the net/http package due to a non-default GODEBUG=http2server=...
 * setting. Sourced from /godebug/non-default-behavior/http2server:events. From: loki.
 */
export const go_godebug_non_default_behavior_http2server_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_http2server_events_total',
  help: 'The number of non-default behaviors executed by the net/http package due to a non-default GODEBUG=http2server=... setting. Sourced from /godebug/non-default-behavior/http2server:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the net/http package due to a non-default
 * GODEBUG=httpcookiemaxnum=... setting. Sourced from /godebug/non-default-behavior/httpcookiemaxnum:events. From: loki.
 */
export const go_godebug_non_default_behavior_httpcookiemaxnum_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_httpcookiemaxnum_events_total',
  help: 'The number of non-default behaviors executed by the net/http package due to a non-default GODEBUG=httpcookiemaxnum=... setting. Sourced from /godebug/non-default-behavior/httpcookiemaxnum:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the net/http package due to a non-default
 * GODEBUG=httplaxcontentlength=... setting. Sourced from /godebug/non-default-behavior/httplaxcontentlength:events.
 * From: loki.
 */
export const go_godebug_non_default_behavior_httplaxcontentlength_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_httplaxcontentlength_events_total',
  help: 'The number of non-default behaviors executed by the net/http package due to a non-default GODEBUG=httplaxcontentlength=... setting. Sourced from /godebug/non-default-behavior/httplaxcontentlength:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the net/http package due to a non-default GODEBUG=httpmuxgo121=...
 * setting. Sourced from /godebug/non-default-behavior/httpmuxgo121:events. From: loki.
 */
export const go_godebug_non_default_behavior_httpmuxgo121_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_httpmuxgo121_events_total',
  help: 'The number of non-default behaviors executed by the net/http package due to a non-default GODEBUG=httpmuxgo121=... setting. Sourced from /godebug/non-default-behavior/httpmuxgo121:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the net/http package due to a non-default
 * GODEBUG=httpservecontentkeepheaders=... setting. Sourced from
 * /godebug/non-default-behavior/httpservecontentkeepheaders:events. From: loki.
 */
export const go_godebug_non_default_behavior_httpservecontentkeepheaders_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_httpservecontentkeepheaders_events_total',
  help: 'The number of non-default behaviors executed by the net/http package due to a non-default GODEBUG=httpservecontentkeepheaders=... setting. Sourced from /godebug/non-default-behavior/httpservecontentkeepheaders:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the go/build package due to a non-default GODEBUG=installgoroot=...
 * setting. Sourced from /godebug/non-default-behavior/installgoroot:events. From: loki.
 */
export const go_godebug_non_default_behavior_installgoroot_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_installgoroot_events_total',
  help: 'The number of non-default behaviors executed by the go/build package due to a non-default GODEBUG=installgoroot=... setting. Sourced from /godebug/non-default-behavior/installgoroot:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the mime/multipart package due to a non-default
 * GODEBUG=multipartmaxheaders=... setting. Sourced from /godebug/non-default-behavior/multipartmaxheaders:events. From:
 * loki.
 */
export const go_godebug_non_default_behavior_multipartmaxheaders_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_multipartmaxheaders_events_total',
  help: 'The number of non-default behaviors executed by the mime/multipart package due to a non-default GODEBUG=multipartmaxheaders=... setting. Sourced from /godebug/non-default-behavior/multipartmaxheaders:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the mime/multipart package due to a non-default
 * GODEBUG=multipartmaxparts=... setting. Sourced from /godebug/non-default-behavior/multipartmaxparts:events. From:
 * loki.
 */
export const go_godebug_non_default_behavior_multipartmaxparts_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_multipartmaxparts_events_total',
  help: 'The number of non-default behaviors executed by the mime/multipart package due to a non-default GODEBUG=multipartmaxparts=... setting. Sourced from /godebug/non-default-behavior/multipartmaxparts:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the net package due to a non-default GODEBUG=multipathtcp=...
 * setting. Sourced from /godebug/non-default-behavior/multipathtcp:events. From: loki.
 */
export const go_godebug_non_default_behavior_multipathtcp_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_multipathtcp_events_total',
  help: 'The number of non-default behaviors executed by the net package due to a non-default GODEBUG=multipathtcp=... setting. Sourced from /godebug/non-default-behavior/multipathtcp:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the net package due to a non-default GODEBUG=netedns0=... setting.
 * Sourced from /godebug/non-default-behavior/netedns0:events. From: loki.
 */
export const go_godebug_non_default_behavior_netedns0_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_netedns0_events_total',
  help: 'The number of non-default behaviors executed by the net package due to a non-default GODEBUG=netedns0=... setting. Sourced from /godebug/non-default-behavior/netedns0:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the runtime package due to a non-default GODEBUG=panicnil=...
 * setting. Sourced from /godebug/non-default-behavior/panicnil:events. From: loki.
 */
export const go_godebug_non_default_behavior_panicnil_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_panicnil_events_total',
  help: 'The number of non-default behaviors executed by the runtime package due to a non-default GODEBUG=panicnil=... setting. Sourced from /godebug/non-default-behavior/panicnil:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the math/rand package due to a non-default GODEBUG=randautoseed=...
 * setting. Sourced from /godebug/non-default-behavior/randautoseed:events. From: loki.
 */
export const go_godebug_non_default_behavior_randautoseed_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_randautoseed_events_total',
  help: 'The number of non-default behaviors executed by the math/rand package due to a non-default GODEBUG=randautoseed=... setting. Sourced from /godebug/non-default-behavior/randautoseed:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the math/rand package due to a non-default GODEBUG=randseednop=...
 * setting. Sourced from /godebug/non-default-behavior/randseednop:events. From: loki.
 */
export const go_godebug_non_default_behavior_randseednop_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_randseednop_events_total',
  help: 'The number of non-default behaviors executed by the math/rand package due to a non-default GODEBUG=randseednop=... setting. Sourced from /godebug/non-default-behavior/randseednop:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/rsa package due to a non-default GODEBUG=rsa1024min=...
 * setting. Sourced from /godebug/non-default-behavior/rsa1024min:events. From: loki.
 */
export const go_godebug_non_default_behavior_rsa1024min_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_rsa1024min_events_total',
  help: 'The number of non-default behaviors executed by the crypto/rsa package due to a non-default GODEBUG=rsa1024min=... setting. Sourced from /godebug/non-default-behavior/rsa1024min:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the archive/tar package due to a non-default
 * GODEBUG=tarinsecurepath=... setting. Sourced from /godebug/non-default-behavior/tarinsecurepath:events. From: loki.
 */
export const go_godebug_non_default_behavior_tarinsecurepath_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_tarinsecurepath_events_total',
  help: 'The number of non-default behaviors executed by the archive/tar package due to a non-default GODEBUG=tarinsecurepath=... setting. Sourced from /godebug/non-default-behavior/tarinsecurepath:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=tls10server=...
 * setting. Sourced from /godebug/non-default-behavior/tls10server:events. From: loki.
 */
export const go_godebug_non_default_behavior_tls10server_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_tls10server_events_total',
  help: 'The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=tls10server=... setting. Sourced from /godebug/non-default-behavior/tls10server:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=tls3des=...
 * setting. Sourced from /godebug/non-default-behavior/tls3des:events. From: loki.
 */
export const go_godebug_non_default_behavior_tls3des_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_tls3des_events_total',
  help: 'The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=tls3des=... setting. Sourced from /godebug/non-default-behavior/tls3des:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=tlsmaxrsasize=...
 * setting. Sourced from /godebug/non-default-behavior/tlsmaxrsasize:events. From: loki.
 */
export const go_godebug_non_default_behavior_tlsmaxrsasize_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_tlsmaxrsasize_events_total',
  help: 'The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=tlsmaxrsasize=... setting. Sourced from /godebug/non-default-behavior/tlsmaxrsasize:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=tlsrsakex=...
 * setting. Sourced from /godebug/non-default-behavior/tlsrsakex:events. From: loki.
 */
export const go_godebug_non_default_behavior_tlsrsakex_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_tlsrsakex_events_total',
  help: 'The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=tlsrsakex=... setting. Sourced from /godebug/non-default-behavior/tlsrsakex:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=tlssha1=...
 * setting. Sourced from /godebug/non-default-behavior/tlssha1:events. From: loki.
 */
export const go_godebug_non_default_behavior_tlssha1_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_tlssha1_events_total',
  help: 'The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=tlssha1=... setting. Sourced from /godebug/non-default-behavior/tlssha1:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=tlsunsafeekm=...
 * setting. Sourced from /godebug/non-default-behavior/tlsunsafeekm:events. From: loki.
 */
export const go_godebug_non_default_behavior_tlsunsafeekm_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_tlsunsafeekm_events_total',
  help: 'The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=tlsunsafeekm=... setting. Sourced from /godebug/non-default-behavior/tlsunsafeekm:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the runtime package due to a non-default GODEBUG=updatemaxprocs=...
 * setting. Sourced from /godebug/non-default-behavior/updatemaxprocs:events. From: loki.
 */
export const go_godebug_non_default_behavior_updatemaxprocs_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_updatemaxprocs_events_total',
  help: 'The number of non-default behaviors executed by the runtime package due to a non-default GODEBUG=updatemaxprocs=... setting. Sourced from /godebug/non-default-behavior/updatemaxprocs:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the net/url package due to a non-default
 * GODEBUG=urlmaxqueryparams=... setting. Sourced from /godebug/non-default-behavior/urlmaxqueryparams:events. From:
 * loki.
 */
export const go_godebug_non_default_behavior_urlmaxqueryparams_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_urlmaxqueryparams_events_total',
  help: 'The number of non-default behaviors executed by the net/url package due to a non-default GODEBUG=urlmaxqueryparams=... setting. Sourced from /godebug/non-default-behavior/urlmaxqueryparams:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the net/url package due to a non-default GODEBUG=urlstrictcolons=...
 * setting. Sourced from /godebug/non-default-behavior/urlstrictcolons:events. From: loki.
 */
export const go_godebug_non_default_behavior_urlstrictcolons_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_urlstrictcolons_events_total',
  help: 'The number of non-default behaviors executed by the net/url package due to a non-default GODEBUG=urlstrictcolons=... setting. Sourced from /godebug/non-default-behavior/urlstrictcolons:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the os package due to a non-default GODEBUG=winreadlinkvolume=...
 * setting. Sourced from /godebug/non-default-behavior/winreadlinkvolume:events. From: loki.
 */
export const go_godebug_non_default_behavior_winreadlinkvolume_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_winreadlinkvolume_events_total',
  help: 'The number of non-default behaviors executed by the os package due to a non-default GODEBUG=winreadlinkvolume=... setting. Sourced from /godebug/non-default-behavior/winreadlinkvolume:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the os package due to a non-default GODEBUG=winsymlink=... setting.
 * Sourced from /godebug/non-default-behavior/winsymlink:events. From: loki.
 */
export const go_godebug_non_default_behavior_winsymlink_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_winsymlink_events_total',
  help: 'The number of non-default behaviors executed by the os package due to a non-default GODEBUG=winsymlink=... setting. Sourced from /godebug/non-default-behavior/winsymlink:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/tls package due to a non-default
 * GODEBUG=x509keypairleaf=... setting. Sourced from /godebug/non-default-behavior/x509keypairleaf:events. From: loki.
 */
export const go_godebug_non_default_behavior_x509keypairleaf_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_x509keypairleaf_events_total',
  help: 'The number of non-default behaviors executed by the crypto/tls package due to a non-default GODEBUG=x509keypairleaf=... setting. Sourced from /godebug/non-default-behavior/x509keypairleaf:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/x509 package due to a non-default
 * GODEBUG=x509negativeserial=... setting. Sourced from /godebug/non-default-behavior/x509negativeserial:events. From:
 * loki.
 */
export const go_godebug_non_default_behavior_x509negativeserial_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_x509negativeserial_events_total',
  help: 'The number of non-default behaviors executed by the crypto/x509 package due to a non-default GODEBUG=x509negativeserial=... setting. Sourced from /godebug/non-default-behavior/x509negativeserial:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/x509 package due to a non-default GODEBUG=x509rsacrt=...
 * setting. Sourced from /godebug/non-default-behavior/x509rsacrt:events. From: loki.
 */
export const go_godebug_non_default_behavior_x509rsacrt_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_x509rsacrt_events_total',
  help: 'The number of non-default behaviors executed by the crypto/x509 package due to a non-default GODEBUG=x509rsacrt=... setting. Sourced from /godebug/non-default-behavior/x509rsacrt:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/x509 package due to a non-default
 * GODEBUG=x509sha256skid=... setting. Sourced from /godebug/non-default-behavior/x509sha256skid:events. From: loki.
 */
export const go_godebug_non_default_behavior_x509sha256skid_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_x509sha256skid_events_total',
  help: 'The number of non-default behaviors executed by the crypto/x509 package due to a non-default GODEBUG=x509sha256skid=... setting. Sourced from /godebug/non-default-behavior/x509sha256skid:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/x509 package due to a non-default
 * GODEBUG=x509usefallbackroots=... setting. Sourced from /godebug/non-default-behavior/x509usefallbackroots:events.
 * From: loki.
 */
export const go_godebug_non_default_behavior_x509usefallbackroots_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_x509usefallbackroots_events_total',
  help: 'The number of non-default behaviors executed by the crypto/x509 package due to a non-default GODEBUG=x509usefallbackroots=... setting. Sourced from /godebug/non-default-behavior/x509usefallbackroots:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the crypto/x509 package due to a non-default
 * GODEBUG=x509usepolicies=... setting. Sourced from /godebug/non-default-behavior/x509usepolicies:events. From: loki.
 */
export const go_godebug_non_default_behavior_x509usepolicies_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_x509usepolicies_events_total',
  help: 'The number of non-default behaviors executed by the crypto/x509 package due to a non-default GODEBUG=x509usepolicies=... setting. Sourced from /godebug/non-default-behavior/x509usepolicies:events.',
  unit: unit.count('events'),
});

/**
 * The number of non-default behaviors executed by the archive/zip package due to a non-default
 * GODEBUG=zipinsecurepath=... setting. Sourced from /godebug/non-default-behavior/zipinsecurepath:events. From: loki.
 */
export const go_godebug_non_default_behavior_zipinsecurepath_events_total = sharedCounter({
  name: 'go_godebug_non_default_behavior_zipinsecurepath_events_total',
  help: 'The number of non-default behaviors executed by the archive/zip package due to a non-default GODEBUG=zipinsecurepath=... setting. Sourced from /godebug/non-default-behavior/zipinsecurepath:events.',
  unit: unit.count('events'),
});

/**
 * Number of goroutines that currently exist. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres,
 * prometheus.
 */
export const go_goroutines = sharedGauge({
  name: 'go_goroutines',
  help: 'Number of goroutines that currently exist.',
  unit: unit.count('goroutines'),
});

/**
 * Information about the Go environment. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_info = sharedInfo({
  name: 'go_info',
  help: 'Information about the Go environment.',
  unit: unit.ratio,
  labels: { version: ['go1.26.8'] },
});

/**
 * Memory that is completely free and eligible to be returned to the underlying system, but has not been. This metric is
 * the runtime's estimate of free address space that is backed by physical memory. Sourced from
 * /memory/classes/heap/free:bytes. From: loki.
 */
export const go_memory_classes_heap_free_bytes = sharedGauge({
  name: 'go_memory_classes_heap_free_bytes',
  help: "Memory that is completely free and eligible to be returned to the underlying system, but has not been. This metric is the runtime's estimate of free address space that is backed by physical memory. Sourced from /memory/classes/heap/free:bytes.",
  unit: unit.bytes,
});

/**
 * Memory occupied by live objects and dead objects that have not yet been marked free by the garbage collector. Sourced
 * from /memory/classes/heap/objects:bytes. From: loki.
 */
export const go_memory_classes_heap_objects_bytes = sharedGauge({
  name: 'go_memory_classes_heap_objects_bytes',
  help: 'Memory occupied by live objects and dead objects that have not yet been marked free by the garbage collector. Sourced from /memory/classes/heap/objects:bytes.',
  unit: unit.bytes,
});

/**
 * Memory that is completely free and has been returned to the underlying system. This metric is the runtime's estimate
 * of free address space that is still mapped into the process, but is not backed by physical memory. Sourced from
 * /memory/classes/heap/released:bytes. From: loki.
 */
export const go_memory_classes_heap_released_bytes = sharedGauge({
  name: 'go_memory_classes_heap_released_bytes',
  help: "Memory that is completely free and has been returned to the underlying system. This metric is the runtime's estimate of free address space that is still mapped into the process, but is not backed by physical memory. Sourced from /memory/classes/heap/released:bytes.",
  unit: unit.bytes,
});

/**
 * Memory allocated from the heap that is reserved for stack space, whether or not it is currently in-use. Currently,
 * this represents all stack memory for goroutines. It also includes all OS thread stacks in non-cgo programs. Note that
 * stacks may be allocated differently in the future, and this may change. Sourced from
 * /memory/classes/heap/stacks:bytes. From: loki.
 */
export const go_memory_classes_heap_stacks_bytes = sharedGauge({
  name: 'go_memory_classes_heap_stacks_bytes',
  help: 'Memory allocated from the heap that is reserved for stack space, whether or not it is currently in-use. Currently, this represents all stack memory for goroutines. It also includes all OS thread stacks in non-cgo programs. Note that stacks may be allocated differently in the future, and this may change. Sourced from /memory/classes/heap/stacks:bytes.',
  unit: unit.bytes,
});

/**
 * Memory that is reserved for heap objects but is not currently used to hold heap objects. Sourced from
 * /memory/classes/heap/unused:bytes. From: loki.
 */
export const go_memory_classes_heap_unused_bytes = sharedGauge({
  name: 'go_memory_classes_heap_unused_bytes',
  help: 'Memory that is reserved for heap objects but is not currently used to hold heap objects. Sourced from /memory/classes/heap/unused:bytes.',
  unit: unit.bytes,
});

/**
 * Memory that is reserved for runtime mcache structures, but not in-use. Sourced from
 * /memory/classes/metadata/mcache/free:bytes. From: loki.
 */
export const go_memory_classes_metadata_mcache_free_bytes = sharedGauge({
  name: 'go_memory_classes_metadata_mcache_free_bytes',
  help: 'Memory that is reserved for runtime mcache structures, but not in-use. Sourced from /memory/classes/metadata/mcache/free:bytes.',
  unit: unit.bytes,
});

/**
 * Memory that is occupied by runtime mcache structures that are currently being used. Sourced from
 * /memory/classes/metadata/mcache/inuse:bytes. From: loki.
 */
export const go_memory_classes_metadata_mcache_inuse_bytes = sharedGauge({
  name: 'go_memory_classes_metadata_mcache_inuse_bytes',
  help: 'Memory that is occupied by runtime mcache structures that are currently being used. Sourced from /memory/classes/metadata/mcache/inuse:bytes.',
  unit: unit.bytes,
});

/**
 * Memory that is reserved for runtime mspan structures, but not in-use. Sourced from
 * /memory/classes/metadata/mspan/free:bytes. From: loki.
 */
export const go_memory_classes_metadata_mspan_free_bytes = sharedGauge({
  name: 'go_memory_classes_metadata_mspan_free_bytes',
  help: 'Memory that is reserved for runtime mspan structures, but not in-use. Sourced from /memory/classes/metadata/mspan/free:bytes.',
  unit: unit.bytes,
});

/**
 * Memory that is occupied by runtime mspan structures that are currently being used. Sourced from
 * /memory/classes/metadata/mspan/inuse:bytes. From: loki.
 */
export const go_memory_classes_metadata_mspan_inuse_bytes = sharedGauge({
  name: 'go_memory_classes_metadata_mspan_inuse_bytes',
  help: 'Memory that is occupied by runtime mspan structures that are currently being used. Sourced from /memory/classes/metadata/mspan/inuse:bytes.',
  unit: unit.bytes,
});

/**
 * Memory that is reserved for or used to hold runtime metadata. Sourced from /memory/classes/metadata/other:bytes.
 * From: loki.
 */
export const go_memory_classes_metadata_other_bytes = sharedGauge({
  name: 'go_memory_classes_metadata_other_bytes',
  help: 'Memory that is reserved for or used to hold runtime metadata. Sourced from /memory/classes/metadata/other:bytes.',
  unit: unit.bytes,
});

/**
 * Stack memory allocated by the underlying operating system. In non-cgo programs this metric is currently zero. This
 * may change in the future.In cgo programs this metric includes OS thread stacks allocated directly from the OS.
 * Currently, this only accounts for one stack in c-shared and c-archive build modes, and other sources of stacks from
 * the OS are not measured. This too may change in the future. Sourced from /memory/classes/os-stacks:bytes. From: loki.
 */
export const go_memory_classes_os_stacks_bytes = sharedGauge({
  name: 'go_memory_classes_os_stacks_bytes',
  help: 'Stack memory allocated by the underlying operating system. In non-cgo programs this metric is currently zero. This may change in the future.In cgo programs this metric includes OS thread stacks allocated directly from the OS. Currently, this only accounts for one stack in c-shared and c-archive build modes, and other sources of stacks from the OS are not measured. This too may change in the future. Sourced from /memory/classes/os-stacks:bytes.',
  unit: unit.bytes,
});

/**
 * Memory used by execution trace buffers, structures for debugging the runtime, finalizer and profiler specials, and
 * more. Sourced from /memory/classes/other:bytes. From: loki.
 */
export const go_memory_classes_other_bytes = sharedGauge({
  name: 'go_memory_classes_other_bytes',
  help: 'Memory used by execution trace buffers, structures for debugging the runtime, finalizer and profiler specials, and more. Sourced from /memory/classes/other:bytes.',
  unit: unit.bytes,
});

/**
 * Memory that is used by the stack trace hash map used for profiling. Sourced from
 * /memory/classes/profiling/buckets:bytes. From: loki.
 */
export const go_memory_classes_profiling_buckets_bytes = sharedGauge({
  name: 'go_memory_classes_profiling_buckets_bytes',
  help: 'Memory that is used by the stack trace hash map used for profiling. Sourced from /memory/classes/profiling/buckets:bytes.',
  unit: unit.bytes,
});

/**
 * All memory mapped by the Go runtime into the current process as read-write. Note that this does not include memory
 * mapped by code called via cgo or via the syscall package. Sum of all metrics in /memory/classes. Sourced from
 * /memory/classes/total:bytes. From: loki.
 */
export const go_memory_classes_total_bytes = sharedGauge({
  name: 'go_memory_classes_total_bytes',
  help: 'All memory mapped by the Go runtime into the current process as read-write. Note that this does not include memory mapped by code called via cgo or via the syscall package. Sum of all metrics in /memory/classes. Sourced from /memory/classes/total:bytes.',
  unit: unit.bytes,
});

/**
 * Number of bytes allocated in heap and currently in use. Equals to /memory/classes/heap/objects:bytes. From:
 * alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_alloc_bytes = sharedGauge({
  name: 'go_memstats_alloc_bytes',
  help: 'Number of bytes allocated in heap and currently in use. Equals to /memory/classes/heap/objects:bytes.',
  unit: unit.bytes,
});

/**
 * Total number of bytes allocated in heap until now, even if released already. Equals to /gc/heap/allocs:bytes. From:
 * alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_alloc_bytes_total = sharedCounter({
  name: 'go_memstats_alloc_bytes_total',
  help: 'Total number of bytes allocated in heap until now, even if released already. Equals to /gc/heap/allocs:bytes.',
  unit: unit.bytes,
});

/**
 * Number of bytes used by the profiling bucket hash table. Equals to /memory/classes/profiling/buckets:bytes. From:
 * alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_buck_hash_sys_bytes = sharedGauge({
  name: 'go_memstats_buck_hash_sys_bytes',
  help: 'Number of bytes used by the profiling bucket hash table. Equals to /memory/classes/profiling/buckets:bytes.',
  unit: unit.bytes,
});

/**
 * Total number of heap objects frees. Equals to /gc/heap/frees:objects + /gc/heap/tiny/allocs:objects. From:
 * alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_frees_total = sharedCounter({
  name: 'go_memstats_frees_total',
  help: 'Total number of heap objects frees. Equals to /gc/heap/frees:objects + /gc/heap/tiny/allocs:objects.',
  unit: unit.count('frees'),
});

/**
 * Number of bytes used for garbage collection system metadata. Equals to /memory/classes/metadata/other:bytes. From:
 * alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_gc_sys_bytes = sharedGauge({
  name: 'go_memstats_gc_sys_bytes',
  help: 'Number of bytes used for garbage collection system metadata. Equals to /memory/classes/metadata/other:bytes.',
  unit: unit.bytes,
});

/**
 * Number of heap bytes allocated and currently in use, same as go_memstats_alloc_bytes. Equals to
 * /memory/classes/heap/objects:bytes. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_heap_alloc_bytes = sharedGauge({
  name: 'go_memstats_heap_alloc_bytes',
  help: 'Number of heap bytes allocated and currently in use, same as go_memstats_alloc_bytes. Equals to /memory/classes/heap/objects:bytes.',
  unit: unit.bytes,
});

/**
 * Number of heap bytes waiting to be used. Equals to /memory/classes/heap/released:bytes +
 * /memory/classes/heap/free:bytes. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_heap_idle_bytes = sharedGauge({
  name: 'go_memstats_heap_idle_bytes',
  help: 'Number of heap bytes waiting to be used. Equals to /memory/classes/heap/released:bytes + /memory/classes/heap/free:bytes.',
  unit: unit.bytes,
});

/**
 * Number of heap bytes that are in use. Equals to /memory/classes/heap/objects:bytes +
 * /memory/classes/heap/unused:bytes. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_heap_inuse_bytes = sharedGauge({
  name: 'go_memstats_heap_inuse_bytes',
  help: 'Number of heap bytes that are in use. Equals to /memory/classes/heap/objects:bytes + /memory/classes/heap/unused:bytes',
  unit: unit.bytes,
});

/**
 * Number of currently allocated objects. Equals to /gc/heap/objects:objects. From: alertmanager, blackbox-exporter,
 * cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_heap_objects = sharedGauge({
  name: 'go_memstats_heap_objects',
  help: 'Number of currently allocated objects. Equals to /gc/heap/objects:objects.',
  unit: unit.count('objects'),
});

/**
 * Number of heap bytes released to OS. Equals to /memory/classes/heap/released:bytes. From: alertmanager,
 * blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_heap_released_bytes = sharedGauge({
  name: 'go_memstats_heap_released_bytes',
  help: 'Number of heap bytes released to OS. Equals to /memory/classes/heap/released:bytes.',
  unit: unit.bytes,
});

/**
 * Number of heap bytes obtained from system. Equals to /memory/classes/heap/objects:bytes +
 * /memory/classes/heap/unused:bytes + /memory/classes/heap/released:bytes + /memory/classes/heap/free:bytes. From:
 * alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_heap_sys_bytes = sharedGauge({
  name: 'go_memstats_heap_sys_bytes',
  help: 'Number of heap bytes obtained from system. Equals to /memory/classes/heap/objects:bytes + /memory/classes/heap/unused:bytes + /memory/classes/heap/released:bytes + /memory/classes/heap/free:bytes.',
  unit: unit.bytes,
});

/**
 * Number of seconds since 1970 of last garbage collection. From: alertmanager, blackbox-exporter, cadvisor, loki,
 * postgres, prometheus.
 */
export const go_memstats_last_gc_time_seconds = sharedGauge({
  name: 'go_memstats_last_gc_time_seconds',
  help: 'Number of seconds since 1970 of last garbage collection.',
  unit: unit.timestamp,
});

/**
 * Total number of heap objects allocated, both live and gc-ed. Semantically a counter version for
 * go_memstats_heap_objects gauge. Equals to /gc/heap/allocs:objects + /gc/heap/tiny/allocs:objects. From: alertmanager,
 * blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_mallocs_total = sharedCounter({
  name: 'go_memstats_mallocs_total',
  help: 'Total number of heap objects allocated, both live and gc-ed. Semantically a counter version for go_memstats_heap_objects gauge. Equals to /gc/heap/allocs:objects + /gc/heap/tiny/allocs:objects.',
  unit: unit.count('mallocs'),
});

/**
 * Number of bytes in use by mcache structures. Equals to /memory/classes/metadata/mcache/inuse:bytes. From:
 * alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_mcache_inuse_bytes = sharedGauge({
  name: 'go_memstats_mcache_inuse_bytes',
  help: 'Number of bytes in use by mcache structures. Equals to /memory/classes/metadata/mcache/inuse:bytes.',
  unit: unit.bytes,
});

/**
 * Number of bytes used for mcache structures obtained from system. Equals to
 * /memory/classes/metadata/mcache/inuse:bytes + /memory/classes/metadata/mcache/free:bytes. From: alertmanager,
 * blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_mcache_sys_bytes = sharedGauge({
  name: 'go_memstats_mcache_sys_bytes',
  help: 'Number of bytes used for mcache structures obtained from system. Equals to /memory/classes/metadata/mcache/inuse:bytes + /memory/classes/metadata/mcache/free:bytes.',
  unit: unit.bytes,
});

/**
 * Number of bytes in use by mspan structures. Equals to /memory/classes/metadata/mspan/inuse:bytes. From: alertmanager,
 * blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_mspan_inuse_bytes = sharedGauge({
  name: 'go_memstats_mspan_inuse_bytes',
  help: 'Number of bytes in use by mspan structures. Equals to /memory/classes/metadata/mspan/inuse:bytes.',
  unit: unit.bytes,
});

/**
 * Number of bytes used for mspan structures obtained from system. Equals to /memory/classes/metadata/mspan/inuse:bytes
 * + /memory/classes/metadata/mspan/free:bytes. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres,
 * prometheus.
 */
export const go_memstats_mspan_sys_bytes = sharedGauge({
  name: 'go_memstats_mspan_sys_bytes',
  help: 'Number of bytes used for mspan structures obtained from system. Equals to /memory/classes/metadata/mspan/inuse:bytes + /memory/classes/metadata/mspan/free:bytes.',
  unit: unit.bytes,
});

/**
 * Number of heap bytes when next garbage collection will take place. Equals to /gc/heap/goal:bytes. From: alertmanager,
 * blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_next_gc_bytes = sharedGauge({
  name: 'go_memstats_next_gc_bytes',
  help: 'Number of heap bytes when next garbage collection will take place. Equals to /gc/heap/goal:bytes.',
  unit: unit.bytes,
});

/**
 * Number of bytes used for other system allocations. Equals to /memory/classes/other:bytes. From: alertmanager,
 * blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_other_sys_bytes = sharedGauge({
  name: 'go_memstats_other_sys_bytes',
  help: 'Number of bytes used for other system allocations. Equals to /memory/classes/other:bytes.',
  unit: unit.bytes,
});

/**
 * Number of bytes obtained from system for stack allocator in non-CGO environments. Equals to
 * /memory/classes/heap/stacks:bytes. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_stack_inuse_bytes = sharedGauge({
  name: 'go_memstats_stack_inuse_bytes',
  help: 'Number of bytes obtained from system for stack allocator in non-CGO environments. Equals to /memory/classes/heap/stacks:bytes.',
  unit: unit.bytes,
});

/**
 * Number of bytes obtained from system for stack allocator. Equals to /memory/classes/heap/stacks:bytes +
 * /memory/classes/os-stacks:bytes. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_stack_sys_bytes = sharedGauge({
  name: 'go_memstats_stack_sys_bytes',
  help: 'Number of bytes obtained from system for stack allocator. Equals to /memory/classes/heap/stacks:bytes + /memory/classes/os-stacks:bytes.',
  unit: unit.bytes,
});

/**
 * Number of bytes obtained from system. Equals to /memory/classes/total:byte. From: alertmanager, blackbox-exporter,
 * cadvisor, loki, postgres, prometheus.
 */
export const go_memstats_sys_bytes = sharedGauge({
  name: 'go_memstats_sys_bytes',
  help: 'Number of bytes obtained from system. Equals to /memory/classes/total:byte.',
  unit: unit.bytes,
});

/**
 * The current runtime.GOMAXPROCS setting, or the number of operating system threads that can execute user-level Go code
 * simultaneously. Sourced from /sched/gomaxprocs:threads. From: alertmanager, blackbox-exporter, cadvisor, loki,
 * postgres, prometheus.
 */
export const go_sched_gomaxprocs_threads = sharedGauge({
  name: 'go_sched_gomaxprocs_threads',
  help: 'The current runtime.GOMAXPROCS setting, or the number of operating system threads that can execute user-level Go code simultaneously. Sourced from /sched/gomaxprocs:threads.',
  unit: unit.count('threads'),
});

/**
 * Count of goroutines created since program start. Sourced from /sched/goroutines-created:goroutines. From: loki,
 * prometheus.
 */
export const go_sched_goroutines_created_goroutines_total = sharedCounter({
  name: 'go_sched_goroutines_created_goroutines_total',
  help: 'Count of goroutines created since program start. Sourced from /sched/goroutines-created:goroutines.',
  unit: unit.count('goroutines'),
});

/** Count of live goroutines. Sourced from /sched/goroutines:goroutines. From: loki, prometheus. */
export const go_sched_goroutines_goroutines = sharedGauge({
  name: 'go_sched_goroutines_goroutines',
  help: 'Count of live goroutines. Sourced from /sched/goroutines:goroutines.',
  unit: unit.count('goroutines'),
});

/**
 * Approximate count of goroutines running or blocked in a system call or cgo call. Not guaranteed to add up to
 * /sched/goroutines:goroutines with other goroutine metrics. Sourced from /sched/goroutines/not-in-go:goroutines. From:
 * loki, prometheus.
 */
export const go_sched_goroutines_not_in_go_goroutines = sharedGauge({
  name: 'go_sched_goroutines_not_in_go_goroutines',
  help: 'Approximate count of goroutines running or blocked in a system call or cgo call. Not guaranteed to add up to /sched/goroutines:goroutines with other goroutine metrics. Sourced from /sched/goroutines/not-in-go:goroutines.',
  unit: unit.count('goroutines'),
});

/**
 * Approximate count of goroutines ready to execute, but not executing. Not guaranteed to add up to
 * /sched/goroutines:goroutines with other goroutine metrics. Sourced from /sched/goroutines/runnable:goroutines. From:
 * loki, prometheus.
 */
export const go_sched_goroutines_runnable_goroutines = sharedGauge({
  name: 'go_sched_goroutines_runnable_goroutines',
  help: 'Approximate count of goroutines ready to execute, but not executing. Not guaranteed to add up to /sched/goroutines:goroutines with other goroutine metrics. Sourced from /sched/goroutines/runnable:goroutines.',
  unit: unit.count('goroutines'),
});

/**
 * Approximate count of goroutines executing. Always less than or equal to /sched/gomaxprocs:threads. Not guaranteed to
 * add up to /sched/goroutines:goroutines with other goroutine metrics. Sourced from
 * /sched/goroutines/running:goroutines. From: loki, prometheus.
 */
export const go_sched_goroutines_running_goroutines = sharedGauge({
  name: 'go_sched_goroutines_running_goroutines',
  help: 'Approximate count of goroutines executing. Always less than or equal to /sched/gomaxprocs:threads. Not guaranteed to add up to /sched/goroutines:goroutines with other goroutine metrics. Sourced from /sched/goroutines/running:goroutines.',
  unit: unit.count('goroutines'),
});

/**
 * Approximate count of goroutines waiting on a resource (I/O or sync primitives). Not guaranteed to add up to
 * /sched/goroutines:goroutines with other goroutine metrics. Sourced from /sched/goroutines/waiting:goroutines. From:
 * loki, prometheus.
 */
export const go_sched_goroutines_waiting_goroutines = sharedGauge({
  name: 'go_sched_goroutines_waiting_goroutines',
  help: 'Approximate count of goroutines waiting on a resource (I/O or sync primitives). Not guaranteed to add up to /sched/goroutines:goroutines with other goroutine metrics. Sourced from /sched/goroutines/waiting:goroutines.',
  unit: unit.count('goroutines'),
});

/**
 * Distribution of the time goroutines have spent in the scheduler in a runnable state before actually running. Bucket
 * counts increase monotonically. Sourced from /sched/latencies:seconds. From: loki, prometheus.
 */
export const go_sched_latencies_seconds = sharedHistogram({
  name: 'go_sched_latencies_seconds',
  help: 'Distribution of the time goroutines have spent in the scheduler in a runnable state before actually running. Bucket counts increase monotonically. Sourced from /sched/latencies:seconds.',
  unit: unit.seconds,
  series: 10,
  bounds: [
    6.399999999999999e-8, 6.399999999999999e-7, 0.000007167999999999999, 0.00008191999999999999, 0.0009175039999999999,
    0.010485759999999998, 0.11744051199999998,
  ],
});

/**
 * Distribution of individual GC-related stop-the-world stopping latencies. This is the time it takes from deciding to
 * stop the world until all Ps are stopped. This is a subset of the total GC-related stop-the-world time
 * (/sched/pauses/total/gc:seconds). During this time, some threads may be executing. Bucket counts increase
 * monotonically. Sourced from /sched/pauses/stopping/gc:seconds. From: loki, prometheus.
 */
export const go_sched_pauses_stopping_gc_seconds = sharedHistogram({
  name: 'go_sched_pauses_stopping_gc_seconds',
  help: 'Distribution of individual GC-related stop-the-world stopping latencies. This is the time it takes from deciding to stop the world until all Ps are stopped. This is a subset of the total GC-related stop-the-world time (/sched/pauses/total/gc:seconds). During this time, some threads may be executing. Bucket counts increase monotonically. Sourced from /sched/pauses/stopping/gc:seconds.',
  unit: unit.seconds,
  series: 10,
  bounds: [
    6.399999999999999e-8, 6.399999999999999e-7, 0.000007167999999999999, 0.00008191999999999999, 0.0009175039999999999,
    0.010485759999999998, 0.11744051199999998,
  ],
});

/**
 * Distribution of individual non-GC-related stop-the-world stopping latencies. This is the time it takes from deciding
 * to stop the world until all Ps are stopped. This is a subset of the total non-GC-related stop-the-world time
 * (/sched/pauses/total/other:seconds). During this time, some threads may be executing. Bucket counts increase
 * monotonically. Sourced from /sched/pauses/stopping/other:seconds. From: loki, prometheus.
 */
export const go_sched_pauses_stopping_other_seconds = sharedHistogram({
  name: 'go_sched_pauses_stopping_other_seconds',
  help: 'Distribution of individual non-GC-related stop-the-world stopping latencies. This is the time it takes from deciding to stop the world until all Ps are stopped. This is a subset of the total non-GC-related stop-the-world time (/sched/pauses/total/other:seconds). During this time, some threads may be executing. Bucket counts increase monotonically. Sourced from /sched/pauses/stopping/other:seconds.',
  unit: unit.seconds,
  series: 10,
  bounds: [
    6.399999999999999e-8, 6.399999999999999e-7, 0.000007167999999999999, 0.00008191999999999999, 0.0009175039999999999,
    0.010485759999999998, 0.11744051199999998,
  ],
});

/**
 * Distribution of individual GC-related stop-the-world pause latencies. This is the time from deciding to stop the
 * world until the world is started again. Some of this time is spent getting all threads to stop (this is measured
 * directly in /sched/pauses/stopping/gc:seconds), during which some threads may still be running. Bucket counts
 * increase monotonically. Sourced from /sched/pauses/total/gc:seconds. From: loki, prometheus.
 */
export const go_sched_pauses_total_gc_seconds = sharedHistogram({
  name: 'go_sched_pauses_total_gc_seconds',
  help: 'Distribution of individual GC-related stop-the-world pause latencies. This is the time from deciding to stop the world until the world is started again. Some of this time is spent getting all threads to stop (this is measured directly in /sched/pauses/stopping/gc:seconds), during which some threads may still be running. Bucket counts increase monotonically. Sourced from /sched/pauses/total/gc:seconds.',
  unit: unit.seconds,
  series: 10,
  bounds: [
    6.399999999999999e-8, 6.399999999999999e-7, 0.000007167999999999999, 0.00008191999999999999, 0.0009175039999999999,
    0.010485759999999998, 0.11744051199999998,
  ],
});

/**
 * Distribution of individual non-GC-related stop-the-world pause latencies. This is the time from deciding to stop the
 * world until the world is started again. Some of this time is spent getting all threads to stop (measured directly in
 * /sched/pauses/stopping/other:seconds). Bucket counts increase monotonically. Sourced from
 * /sched/pauses/total/other:seconds. From: loki, prometheus.
 */
export const go_sched_pauses_total_other_seconds = sharedHistogram({
  name: 'go_sched_pauses_total_other_seconds',
  help: 'Distribution of individual non-GC-related stop-the-world pause latencies. This is the time from deciding to stop the world until the world is started again. Some of this time is spent getting all threads to stop (measured directly in /sched/pauses/stopping/other:seconds). Bucket counts increase monotonically. Sourced from /sched/pauses/total/other:seconds.',
  unit: unit.seconds,
  series: 10,
  bounds: [
    6.399999999999999e-8, 6.399999999999999e-7, 0.000007167999999999999, 0.00008191999999999999, 0.0009175039999999999,
    0.010485759999999998, 0.11744051199999998,
  ],
});

/**
 * The current count of live threads that are owned by the Go runtime. Sourced from /sched/threads/total:threads. From:
 * loki, prometheus.
 */
export const go_sched_threads_total_threads = sharedGauge({
  name: 'go_sched_threads_total_threads',
  help: 'The current count of live threads that are owned by the Go runtime. Sourced from /sched/threads/total:threads.',
  unit: unit.count('threads'),
});

/**
 * Approximate cumulative time goroutines have spent blocked on a sync.Mutex, sync.RWMutex, or runtime-internal lock.
 * This metric is useful for identifying global changes in lock contention. Collect a mutex or block profile using the
 * runtime/pprof package for more detailed contention data. Sourced from /sync/mutex/wait/total:seconds. From: loki,
 * prometheus.
 */
export const go_sync_mutex_wait_total_seconds_total = sharedCounter({
  name: 'go_sync_mutex_wait_total_seconds_total',
  help: 'Approximate cumulative time goroutines have spent blocked on a sync.Mutex, sync.RWMutex, or runtime-internal lock. This metric is useful for identifying global changes in lock contention. Collect a mutex or block profile using the runtime/pprof package for more detailed contention data. Sourced from /sync/mutex/wait/total:seconds.',
  unit: unit.seconds,
});

/** Number of OS threads created. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus. */
export const go_threads = sharedGauge({
  name: 'go_threads',
  help: 'Number of OS threads created.',
  unit: unit.count('threads'),
});

/** HTTP request latency in seconds. From: result, vote, worker. */
export const http_request_duration_seconds = sharedHistogram({
  name: 'http_request_duration_seconds',
  help: 'HTTP request latency in seconds',
  unit: unit.seconds,
  labels: {
    method: ['GET', 'POST'],
    route: ['/', '/boom', '/healthz', 'unmatched'],
    status: ['200', '400', '404', '500'],
  },
  series: 84,
  bounds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
});

/** HTTP requests currently being served. From: result, vote, worker. */
export const http_requests_in_flight = sharedGauge({
  name: 'http_requests_in_flight',
  help: 'HTTP requests currently being served',
  unit: unit.count('requests'),
});

/** HTTP requests served. From: result, vote, worker. */
export const http_requests_total = sharedCounter({
  name: 'http_requests_total',
  help: 'HTTP requests served',
  unit: unit.count('requests'),
  labels: {
    method: ['GET', 'POST'],
    route: ['/', '/boom', '/healthz', 'unmatched'],
    status: ['200', '400', '404', '500'],
  },
  series: 6,
});

/**
 * Total number of connections attempted by the given dialer a given name. From: alertmanager, blackbox-exporter, loki,
 * prometheus.
 */
export const net_conntrack_dialer_conn_attempted_total = sharedCounter({
  name: 'net_conntrack_dialer_conn_attempted_total',
  help: 'Total number of connections attempted by the given dialer a given name.',
  unit: unit.count('attempted'),
  labels: {
    dialer_name: [
      'alertmanager',
      'blackbox',
      'default',
      'http_probe',
      'node',
      'postgres',
      'prometheus',
      'redis',
      'voting-app',
      'webhook',
    ],
  },
  series: 8,
});

/**
 * Total number of connections closed which originated from the dialer of a given name. From: alertmanager,
 * blackbox-exporter, loki, prometheus.
 */
export const net_conntrack_dialer_conn_closed_total = sharedCounter({
  name: 'net_conntrack_dialer_conn_closed_total',
  help: 'Total number of connections closed which originated from the dialer of a given name.',
  unit: unit.count('closed'),
  labels: {
    dialer_name: [
      'alertmanager',
      'blackbox',
      'default',
      'http_probe',
      'node',
      'postgres',
      'prometheus',
      'redis',
      'voting-app',
      'webhook',
    ],
  },
  series: 8,
});

/**
 * Total number of connections successfully established by the given dialer a given name. From: alertmanager,
 * blackbox-exporter, loki, prometheus.
 */
export const net_conntrack_dialer_conn_established_total = sharedCounter({
  name: 'net_conntrack_dialer_conn_established_total',
  help: 'Total number of connections successfully established by the given dialer a given name.',
  unit: unit.count('established'),
  labels: {
    dialer_name: [
      'alertmanager',
      'blackbox',
      'default',
      'http_probe',
      'node',
      'postgres',
      'prometheus',
      'redis',
      'voting-app',
      'webhook',
    ],
  },
  series: 8,
});

/**
 * Total number of connections failed to dial by the dialer a given name. From: alertmanager, blackbox-exporter, loki,
 * prometheus.
 */
export const net_conntrack_dialer_conn_failed_total = sharedCounter({
  name: 'net_conntrack_dialer_conn_failed_total',
  help: 'Total number of connections failed to dial by the dialer a given name.',
  unit: unit.count('failed'),
  labels: {
    dialer_name: [
      'alertmanager',
      'blackbox',
      'default',
      'http_probe',
      'node',
      'postgres',
      'prometheus',
      'redis',
      'voting-app',
      'webhook',
    ],
    reason: ['refused', 'resolution', 'timeout', 'unknown'],
  },
  series: 32,
});

/** Total number of connections opened to the listener of a given name. From: prometheus. */
export const net_conntrack_listener_conn_accepted_total = sharedCounter({
  name: 'net_conntrack_listener_conn_accepted_total',
  help: 'Total number of connections opened to the listener of a given name.',
  unit: unit.count('accepted'),
  labels: { listener_name: ['http'] },
});

/** Total number of connections closed that were made to the listener of a given name. From: prometheus. */
export const net_conntrack_listener_conn_closed_total = sharedCounter({
  name: 'net_conntrack_listener_conn_closed_total',
  help: 'Total number of connections closed that were made to the listener of a given name.',
  unit: unit.count('closed'),
  labels: { listener_name: ['http'] },
});

/**
 * Number of active libuv handles grouped by handle type. Every handle type is C++ class name. From: result, vote,
 * worker.
 */
export const nodejs_active_handles = sharedGauge({
  name: 'nodejs_active_handles',
  help: 'Number of active libuv handles grouped by handle type. Every handle type is C++ class name.',
  unit: unit.count('handles'),
  labels: { type: ['Server', 'Socket'] },
  series: 2,
});

/** Total number of active handles. From: result, vote, worker. */
export const nodejs_active_handles_total = sharedGauge({
  name: 'nodejs_active_handles_total',
  help: 'Total number of active handles.',
  unit: unit.count('handles'),
});

/**
 * Number of active libuv requests grouped by request type. Every request type is C++ class name. From: result, vote,
 * worker.
 */
export const nodejs_active_requests = sharedGauge({
  name: 'nodejs_active_requests',
  help: 'Number of active libuv requests grouped by request type. Every request type is C++ class name.',
  unit: unit.count('requests'),
  series: 0,
});

/** Total number of active requests. From: result, vote, worker. */
export const nodejs_active_requests_total = sharedGauge({
  name: 'nodejs_active_requests_total',
  help: 'Total number of active requests.',
  unit: unit.count('requests'),
});

/**
 * Number of active resources that are currently keeping the event loop alive, grouped by async resource type. From:
 * result, vote, worker.
 */
export const nodejs_active_resources = sharedGauge({
  name: 'nodejs_active_resources',
  help: 'Number of active resources that are currently keeping the event loop alive, grouped by async resource type.',
  unit: unit.count('resources'),
  labels: { type: ['Immediate', 'TCPServerWrap', 'TCPSocketWrap', 'Timeout'] },
  series: 4,
});

/** Total number of active resources. From: result, vote, worker. */
export const nodejs_active_resources_total = sharedGauge({
  name: 'nodejs_active_resources_total',
  help: 'Total number of active resources.',
  unit: unit.count('resources'),
});

/** The maximum recorded event loop delay. From: result, vote, worker. */
export const nodejs_eventloop_lag_max_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_max_seconds',
  help: 'The maximum recorded event loop delay.',
  unit: unit.seconds,
});

/** The mean of the recorded event loop delays. From: result, vote, worker. */
export const nodejs_eventloop_lag_mean_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_mean_seconds',
  help: 'The mean of the recorded event loop delays.',
  unit: unit.seconds,
});

/** The minimum recorded event loop delay. From: result, vote, worker. */
export const nodejs_eventloop_lag_min_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_min_seconds',
  help: 'The minimum recorded event loop delay.',
  unit: unit.seconds,
});

/** The 50th percentile of the recorded event loop delays. From: result, vote, worker. */
export const nodejs_eventloop_lag_p50_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_p50_seconds',
  help: 'The 50th percentile of the recorded event loop delays.',
  unit: unit.seconds,
});

/** The 90th percentile of the recorded event loop delays. From: result, vote, worker. */
export const nodejs_eventloop_lag_p90_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_p90_seconds',
  help: 'The 90th percentile of the recorded event loop delays.',
  unit: unit.seconds,
});

/** The 99th percentile of the recorded event loop delays. From: result, vote, worker. */
export const nodejs_eventloop_lag_p99_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_p99_seconds',
  help: 'The 99th percentile of the recorded event loop delays.',
  unit: unit.seconds,
});

/** Lag of event loop in seconds. From: result, vote, worker. */
export const nodejs_eventloop_lag_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_seconds',
  help: 'Lag of event loop in seconds.',
  unit: unit.seconds,
});

/** The standard deviation of the recorded event loop delays. From: result, vote, worker. */
export const nodejs_eventloop_lag_stddev_seconds = sharedGauge({
  name: 'nodejs_eventloop_lag_stddev_seconds',
  help: 'The standard deviation of the recorded event loop delays.',
  unit: unit.seconds,
});

/** Node.js external memory size in bytes. From: result, vote, worker. */
export const nodejs_external_memory_bytes = sharedGauge({
  name: 'nodejs_external_memory_bytes',
  help: 'Node.js external memory size in bytes.',
  unit: unit.bytes,
});

/** Garbage collection duration by kind, one of major, minor, incremental or weakcb. From: result, vote, worker. */
export const nodejs_gc_duration_seconds = sharedHistogram({
  name: 'nodejs_gc_duration_seconds',
  help: 'Garbage collection duration by kind, one of major, minor, incremental or weakcb.',
  unit: unit.seconds,
  labels: { kind: ['incremental', 'major', 'minor'] },
  series: 27,
  bounds: [0.001, 0.01, 0.1, 1, 2, 5],
});

/** Process heap size from Node.js in bytes. From: result, vote, worker. */
export const nodejs_heap_size_total_bytes = sharedGauge({
  name: 'nodejs_heap_size_total_bytes',
  help: 'Process heap size from Node.js in bytes.',
  unit: unit.bytes,
});

/** Process heap size used from Node.js in bytes. From: result, vote, worker. */
export const nodejs_heap_size_used_bytes = sharedGauge({
  name: 'nodejs_heap_size_used_bytes',
  help: 'Process heap size used from Node.js in bytes.',
  unit: unit.bytes,
});

/** Process heap space size available from Node.js in bytes. From: result, vote, worker. */
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

/** Process heap space size total from Node.js in bytes. From: result, vote, worker. */
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

/** Process heap space size used from Node.js in bytes. From: result, vote, worker. */
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

/** Node.js version info. From: result, vote, worker. */
export const nodejs_version_info = sharedInfo({
  name: 'nodejs_version_info',
  help: 'Node.js version info.',
  unit: unit.ratio,
  labels: { major: ['20'], minor: ['20'], patch: ['2'], version: ['v20.20.2'] },
});

/**
 * Total user and system CPU time spent in seconds. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres,
 * prometheus, redis, result, vote, worker.
 */
export const process_cpu_seconds_total = sharedCounter({
  name: 'process_cpu_seconds_total',
  help: 'Total user and system CPU time spent in seconds.',
  unit: unit.seconds,
});

/** Total system CPU time spent in seconds. From: result, vote, worker. */
export const process_cpu_system_seconds_total = sharedCounter({
  name: 'process_cpu_system_seconds_total',
  help: 'Total system CPU time spent in seconds.',
  unit: unit.seconds,
});

/** Total user CPU time spent in seconds. From: result, vote, worker. */
export const process_cpu_user_seconds_total = sharedCounter({
  name: 'process_cpu_user_seconds_total',
  help: 'Total user CPU time spent in seconds.',
  unit: unit.seconds,
});

/** Process heap size in bytes. From: result, vote, worker. */
export const process_heap_bytes = sharedGauge({
  name: 'process_heap_bytes',
  help: 'Process heap size in bytes.',
  unit: unit.bytes,
});

/**
 * Maximum number of open file descriptors. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus,
 * redis, result, vote, worker.
 */
export const process_max_fds = sharedGauge({
  name: 'process_max_fds',
  help: 'Maximum number of open file descriptors.',
  unit: unit.count('fds'),
});

/**
 * Number of bytes received by the process over the network. From: alertmanager, blackbox-exporter, cadvisor, loki,
 * postgres, prometheus, redis.
 */
export const process_network_receive_bytes_total = sharedCounter({
  name: 'process_network_receive_bytes_total',
  help: 'Number of bytes received by the process over the network.',
  unit: unit.bytes,
});

/**
 * Number of bytes sent by the process over the network. From: alertmanager, blackbox-exporter, cadvisor, loki,
 * postgres, prometheus, redis.
 */
export const process_network_transmit_bytes_total = sharedCounter({
  name: 'process_network_transmit_bytes_total',
  help: 'Number of bytes sent by the process over the network.',
  unit: unit.bytes,
});

/**
 * Number of open file descriptors. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus, redis,
 * result, vote, worker.
 */
export const process_open_fds = sharedGauge({
  name: 'process_open_fds',
  help: 'Number of open file descriptors.',
  unit: unit.count('fds'),
});

/**
 * Resident memory size in bytes. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus, redis,
 * result, vote, worker.
 */
export const process_resident_memory_bytes = sharedGauge({
  name: 'process_resident_memory_bytes',
  help: 'Resident memory size in bytes.',
  unit: unit.bytes,
});

/**
 * Start time of the process since unix epoch in seconds. From: alertmanager, blackbox-exporter, cadvisor, loki,
 * postgres, prometheus, redis, result, vote, worker.
 */
export const process_start_time_seconds = sharedGauge({
  name: 'process_start_time_seconds',
  help: 'Start time of the process since unix epoch in seconds.',
  unit: unit.timestamp,
});

/**
 * Virtual memory size in bytes. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres, prometheus, redis,
 * result, vote, worker.
 */
export const process_virtual_memory_bytes = sharedGauge({
  name: 'process_virtual_memory_bytes',
  help: 'Virtual memory size in bytes.',
  unit: unit.bytes,
});

/**
 * Maximum amount of virtual memory available in bytes. From: alertmanager, blackbox-exporter, cadvisor, loki, postgres,
 * prometheus, redis.
 */
export const process_virtual_memory_max_bytes = sharedGauge({
  name: 'process_virtual_memory_max_bytes',
  help: 'Maximum amount of virtual memory available in bytes.',
  unit: unit.bytes,
});

/** Current number of scrapes being served. From: alertmanager, blackbox-exporter, postgres, prometheus. */
export const promhttp_metric_handler_requests_in_flight = sharedGauge({
  name: 'promhttp_metric_handler_requests_in_flight',
  help: 'Current number of scrapes being served.',
  unit: unit.count('requests'),
});

/** Total number of scrapes by HTTP status code. From: alertmanager, blackbox-exporter, postgres, prometheus. */
export const promhttp_metric_handler_requests_total = sharedCounter({
  name: 'promhttp_metric_handler_requests_total',
  help: 'Total number of scrapes by HTTP status code.',
  unit: unit.count('requests'),
  labels: { code: ['200', '500', '503'] },
  series: 3,
});
