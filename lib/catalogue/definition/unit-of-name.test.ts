import { describe, expect, it } from 'vitest';
import { isState, unitText } from '../../units/unit.ts';
import type { Kind } from '../metric.ts';
import { unitOfName, unitOfWord } from './unit-of-name.ts';

function unitOf(name: string, kind: Kind): string {
  const unit = unitOfName(name, kind);
  return isState(unit) ? Object.values(unit.states).join('/') : unitText(unit);
}

describe('the unit of a name', () => {
  it.each<[string, Kind, string]>([
    ['http_request_duration_seconds', 'histogram', 'seconds'],
    ['node_disk_io_time_seconds_total', 'counter', 'seconds'],
    ['redis_uptime_in_seconds', 'gauge', 'seconds'],
    ['redis_rdb_last_bgsave_duration_sec', 'gauge', 'seconds'],
    ['redis_eviction_exceeded_time_ms_total', 'counter', 'milliseconds'],
    ['scrape_duration_milliseconds', 'gauge', 'milliseconds'],
    ['redis_commands_latencies_usec', 'histogram', 'microseconds'],
    ['wait_microseconds_total', 'counter', 'microseconds'],
    ['pause_nanoseconds', 'gauge', 'nanoseconds'],
    ['node_network_receive_bytes_total', 'counter', 'bytes'],
    ['redis_mem_fragmentation_ratio', 'gauge', 'ratio'],
    ['go_gc_gogc_percent', 'gauge', 'percent'],
    ['redis_expired_stale_percentage', 'gauge', 'percent'],
    ['node_hwmon_temp_celsius', 'gauge', 'celsius'],
    ['node_cpu_frequency_hertz', 'gauge', 'hertz'],
    ['node_hwmon_in_volts', 'gauge', 'volts'],
    ['node_hwmon_curr_amperes', 'gauge', 'amperes'],
    ['node_rapl_package_joules_total', 'counter', 'joules'],
  ])('%s, a %s, is in %s', (name, kind, unit) => {
    expect(unitOf(name, kind)).toBe(unit);
  });

  it.each<[string, Kind, string]>([
    ['process_start_time_seconds', 'gauge', 'timestamp'],
    ['node_boot_time_seconds', 'gauge', 'timestamp'],
    ['container_creation_time_seconds', 'gauge', 'timestamp'],
    ['go_memstats_last_gc_time_seconds', 'gauge', 'timestamp'],
    ['prometheus_config_last_reload_success_timestamp_seconds', 'gauge', 'timestamp'],
    ['prometheus_remote_storage_highest_timestamp_in_seconds', 'gauge', 'timestamp'],
    ['requests_created', 'gauge', 'timestamp'],
    // A span, whatever the words: only a gauge is a point in time, and only with one of the words before.
    ['probe_dns_lookup_time_seconds', 'gauge', 'seconds'],
    ['start_time_seconds_total', 'counter', 'seconds'],
    ['job_start_time_seconds', 'histogram', 'seconds'],
  ])('%s, a %s, is in %s: points in time', (name, kind, unit) => {
    expect(unitOf(name, kind)).toBe(unit);
  });

  it.each<[string, Kind, string]>([
    ['redis_up', 'gauge', 'Down/Up'],
    ['probe_success', 'gauge', 'Failed/Succeeded'],
    ['prometheus_config_last_reload_successful', 'gauge', 'Failed/Succeeded'],
    ['redis_cluster_enabled', 'gauge', 'Disabled/Enabled'],
    ['ci_jobs_success_total', 'counter', 'jobs'],
  ])('%s, a %s, is in %s: states', (name, kind, unit) => {
    expect(unitOf(name, kind)).toBe(unit);
  });

  it.each<[string, Kind, string]>([
    ['http_requests_total', 'counter', 'requests'],
    ['redis_commands_processed_total', 'counter', 'commands'],
    ['redis_evicted_keys_total', 'counter', 'keys'],
    ['redis_connected_clients', 'gauge', 'clients'],
    ['prometheus_tsdb_head_series', 'gauge', 'series'],
    ['prometheus_tsdb_head_samples_appended_total', 'counter', 'samples'],
    ['process_open_fds', 'gauge', 'fds'],
    ['loki_panic_total', 'counter', 'panic'],
    ['probe_http_status_code', 'gauge', 'code'],
    // Names of dimensions are no counted things; cores are never taken from a name.
    ['machine_cpu_cores', 'gauge', 'cpu'],
    ['container_health_state', 'gauge', 'health'],
    ['cores', 'gauge', 'values'],
    ['votes', 'gauge', 'votes'],
    ['_total', 'counter', 'values'],
  ])('%s, a %s, is in %s: counted things', (name, kind, unit) => {
    expect(unitOf(name, kind)).toBe(unit);
  });

  it('of an info metric changes nothing that it is multiplied with', () => {
    expect(unitOf('node_uname_info', 'info')).toBe('ratio');
  });

  it.each([
    ['seconds', 'seconds'],
    ['bytes', 'bytes'],
    ['watts', 'watts'],
    ['timestamp', 'values'],
  ])('stated by OpenMetrics as %s is %s', (word, unit) => {
    expect(unitText(unitOfWord(word))).toBe(unit);
  });
});
