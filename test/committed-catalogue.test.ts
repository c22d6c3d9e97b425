/** The committed catalogue: made of the committed scrapes, and right about what dashboards and alerts ask. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { targetLabelsOf } from '../lib/catalogue/generate/folder.ts';
import { generate } from '../lib/catalogue/generate/generate.ts';
import type { Kind, MetricDefinition } from '../lib/catalogue/metric.ts';
import { readSources } from '../lib/catalogue/reading/read.ts';
import { problemLine } from '../lib/units/problem.ts';
import { isState, type Unit, unitText } from '../lib/units/unit.ts';

const committed = 'stack/metrics';
const scrapes = 'test/fixtures/scrapes';

interface Committed {
  readonly source: string;
  readonly scrape: string;
  readonly version?: string;
}

/** As in `npm run metrics -- <source> test/fixtures/scrapes/<scrape>.prom --version <version>`. */
const SOURCES: readonly Committed[] = [
  { source: 'alertmanager', scrape: 'alertmanager', version: '0.34.2' },
  { source: 'alloy', scrape: 'alloy', version: '1.21.2' },
  { source: 'blackbox', scrape: 'blackbox', version: '0.28.0' },
  { source: 'blackbox-exporter', scrape: 'blackbox-self', version: '0.28.0' },
  { source: 'cadvisor', scrape: 'cadvisor-compose', version: '0.60.5' },
  { source: 'loki', scrape: 'loki', version: '3.7.8' },
  { source: 'node', scrape: 'node', version: '1.12.1' },
  { source: 'postgres', scrape: 'postgres', version: '0.17.1' },
  { source: 'prometheus', scrape: 'prometheus', version: '3.16.0' },
  { source: 'redis', scrape: 'redis' },
  { source: 'result', scrape: 'result' },
  { source: 'vote', scrape: 'vote' },
  { source: 'worker', scrape: 'worker' },
];

describe('the committed catalogue', () => {
  it.each(SOURCES)('of $source is what its scrape gives', async ({ source, scrape, version }) => {
    const readings = await readSources({ places: [`${scrapes}/${scrape}.prom`] });
    const targetLabels = await targetLabelsOf(committed, source);
    if (!readings.ok || targetLabels === undefined) throw new Error(`${source}: no scrape, or no target`);
    const generated = await generate({
      source,
      readings: readings.value,
      folder: committed,
      targetLabels,
      ...(version !== undefined && { version }),
    });
    if (!generated.ok) throw new Error(generated.problems.map(problemLine).join('\n'));
    for (const { path, text } of generated.value.files) expect(text, path).toBe(readFileSync(path, 'utf8'));
  });

  it('has nothing of other sources', () => {
    const known = SOURCES.map(({ source }) => source);
    const files = readdirSync(committed)
      .filter((file) => file !== 'index.ts')
      .map((file) => file.replace(/(\.overrides)?\.(ts|json)$/, ''));
    expect([...new Set(files)].sort()).toEqual([...known, 'shared'].sort());
    const said: readonly { readonly from: readonly string[] }[] = JSON.parse(
      readFileSync(`${committed}/shared.json`, 'utf8'),
    );
    expect(known).toEqual(expect.arrayContaining([...new Set(said.flatMap(({ from }) => from))]));
  });
});

interface Known {
  readonly kind: Kind;
  readonly definition: MetricDefinition;
}

/** Every constant of the catalogue, by the metric's name. */
async function catalogue(): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Known>();
  for (const file of [...SOURCES.map(({ source }) => source), 'shared']) {
    const module: Readonly<Record<string, unknown>> = await import(`../stack/metrics/${file}.ts`);
    for (const constant of Object.values(module)) {
      const one = asKnown(constant);
      if (one) known.set(one.definition.name, one);
    }
  }
  return known;
}

function asKnown(constant: unknown): Known | undefined {
  if (typeof constant !== 'object' || constant === null) return undefined;
  if (!('facts' in constant)) return undefined;
  return { kind: (constant.facts as Known).kind, definition: constant.facts as MetricDefinition };
}

const metrics = await catalogue();
const CONTAINER = 'container_label_com_docker_compose_project container_label_com_docker_compose_service id image name';

/** What dashboards and alerts ask: the metric, its kind, its unit, its labels. */
const NEEDED: readonly (readonly [metric: string, kind: Kind, unit: string, labels: string])[] = [
  // The services
  ['http_requests_total', 'counter', 'requests', 'method route status'],
  ['http_request_duration_seconds', 'histogram', 'seconds', 'method route status'],
  ['votes_total', 'counter', 'votes', 'vote'],
  ['votes_processed_total', 'counter', 'votes', ''],
  ['vote_processing_duration_seconds', 'histogram', 'seconds', ''],
  ['worker_errors_total', 'counter', 'errors', 'type'],
  ['result_votes', 'gauge', 'votes', 'vote'],
  ['result_poll_duration_seconds', 'histogram', 'seconds', ''],
  ['result_poll_errors_total', 'counter', 'errors', ''],
  ['process_cpu_seconds_total', 'counter', 'seconds', ''],
  ['process_start_time_seconds', 'gauge', 'timestamp', ''],
  ['process_resident_memory_bytes', 'gauge', 'bytes', ''],
  ['nodejs_eventloop_lag_p99_seconds', 'gauge', 'seconds', ''],
  // Redis
  ['redis_up', 'gauge', '0=Down 1=Up', ''],
  ['redis_key_size', 'gauge', 'elements', 'db key'],
  ['redis_commands_total', 'counter', 'commands', 'cmd'],
  ['redis_commands_duration_seconds_total', 'counter', 'seconds', 'cmd'],
  ['redis_commands_failed_calls_total', 'counter', 'calls', 'cmd'],
  ['redis_commands_rejected_calls_total', 'counter', 'calls', 'cmd'],
  ['redis_commands_latencies_usec', 'histogram', 'microseconds', 'cmd'],
  ['redis_memory_used_bytes', 'gauge', 'bytes', ''],
  ['redis_memory_max_bytes', 'gauge', 'bytes', ''],
  ['redis_evicted_keys_total', 'counter', 'keys', ''],
  ['redis_rejected_connections_total', 'counter', 'connections', ''],
  ['redis_connected_clients', 'gauge', 'clients', ''],
  ['redis_config_maxclients', 'gauge', 'clients', ''],
  ['redis_rdb_last_bgsave_status', 'gauge', '0=Failed 1=Succeeded', ''],
  ['redis_rdb_last_save_timestamp_seconds', 'gauge', 'timestamp', ''],
  ['redis_uptime_in_seconds', 'gauge', 'seconds', ''],
  ['redis_start_time_seconds', 'gauge', 'timestamp', ''],
  // PostgreSQL
  ['pg_up', 'gauge', '0=Down 1=Up', ''],
  ['pg_stat_database_xact_commit', 'counter', 'transactions', 'datid datname'],
  ['pg_stat_database_xact_rollback', 'counter', 'transactions', 'datid datname'],
  ['pg_stat_database_blks_hit', 'counter', 'blocks', 'datid datname'],
  ['pg_stat_database_blks_read', 'counter', 'blocks', 'datid datname'],
  ['pg_stat_database_deadlocks', 'counter', 'deadlocks', 'datid datname'],
  ['pg_stat_database_temp_bytes', 'counter', 'bytes', 'datid datname'],
  ['pg_stat_database_tup_inserted', 'counter', 'rows', 'datid datname'],
  ['pg_stat_database_numbackends', 'gauge', 'connections', 'datid datname'],
  ['pg_stat_database_stats_reset', 'gauge', 'timestamp', 'datid datname'],
  ['pg_stat_database_active_time_seconds_total', 'counter', 'seconds', 'datid datname'],
  ['pg_stat_bgwriter_stats_reset_total', 'gauge', 'timestamp', ''],
  ['pg_stat_bgwriter_checkpoint_write_time_total', 'counter', 'milliseconds', ''],
  ['pg_stat_bgwriter_checkpoints_req_total', 'counter', 'checkpoints', ''],
  ['pg_stat_bgwriter_checkpoints_timed_total', 'counter', 'checkpoints', ''],
  [
    'pg_stat_activity_count',
    'gauge',
    'connections',
    'application_name backend_type datname server state usename wait_event wait_event_type',
  ],
  [
    'pg_stat_activity_max_tx_duration',
    'gauge',
    'seconds',
    'application_name backend_type datname server state usename wait_event wait_event_type',
  ],
  ['pg_settings_max_connections', 'gauge', 'connections', 'server'],
  ['pg_database_size_bytes', 'gauge', 'bytes', 'datname'],
  ['pg_stat_user_tables_n_tup_ins', 'counter', 'rows', 'datname relname schemaname'],
  ['pg_stat_user_tables_n_tup_upd', 'counter', 'rows', 'datname relname schemaname'],
  ['pg_stat_user_tables_n_dead_tup', 'gauge', 'rows', 'datname relname schemaname'],
  ['pg_stat_user_tables_seq_scan', 'counter', 'scans', 'datname relname schemaname'],
  ['pg_stat_statements_calls_total', 'counter', 'calls', 'datname queryid user'],
  ['pg_stat_statements_seconds_total', 'counter', 'seconds', 'datname queryid user'],
  ['pg_wal_size_bytes', 'gauge', 'bytes', ''],
  ['pg_locks_count', 'gauge', 'locks', 'datname mode'],
  ['pg_static', 'info', 'ratio', 'server short_version version'],
  // Containers
  ['container_cpu_usage_seconds_total', 'counter', 'seconds', `${CONTAINER} cpu`],
  ['container_memory_working_set_bytes', 'gauge', 'bytes', CONTAINER],
  ['container_spec_memory_limit_bytes', 'gauge', 'bytes', CONTAINER],
  ['container_spec_cpu_quota', 'gauge', 'microseconds', CONTAINER],
  ['container_spec_cpu_period', 'gauge', 'microseconds', CONTAINER],
  ['container_cpu_cfs_throttled_periods_total', 'counter', 'periods', CONTAINER],
  ['container_cpu_cfs_periods_total', 'counter', 'periods', CONTAINER],
  ['container_oom_events_total', 'counter', 'events', CONTAINER],
  ['container_network_receive_bytes_total', 'counter', 'bytes', `${CONTAINER} interface`],
  ['container_network_transmit_bytes_total', 'counter', 'bytes', `${CONTAINER} interface`],
  ['container_fs_reads_bytes_total', 'counter', 'bytes', `${CONTAINER} device`],
  ['container_fs_writes_bytes_total', 'counter', 'bytes', `${CONTAINER} device`],
  ['container_last_seen', 'gauge', 'timestamp', CONTAINER],
  ['container_start_time_seconds', 'gauge', 'timestamp', CONTAINER],
  ['container_health_state', 'gauge', '-1=No check 0=Unhealthy or starting 1=Healthy', CONTAINER],
  ['container_pressure_cpu_waiting_seconds_total', 'counter', 'seconds', CONTAINER],
  ['machine_memory_bytes', 'gauge', 'bytes', 'boot_id machine_id system_uuid'],
  ['machine_cpu_cores', 'gauge', 'cores', 'boot_id machine_id system_uuid'],
  // The host
  ['node_cpu_seconds_total', 'counter', 'seconds', 'cpu mode'],
  ['node_load1', 'gauge', 'processes', ''],
  ['node_memory_MemAvailable_bytes', 'gauge', 'bytes', ''],
  ['node_memory_MemTotal_bytes', 'gauge', 'bytes', ''],
  ['node_filesystem_avail_bytes', 'gauge', 'bytes', 'device device_error fstype mountpoint'],
  ['node_filesystem_size_bytes', 'gauge', 'bytes', 'device device_error fstype mountpoint'],
  ['node_filesystem_readonly', 'gauge', '0=Writable 1=Read-only', 'device device_error fstype mountpoint'],
  ['node_vmstat_oom_kill', 'counter', 'kills', ''],
  ['node_netstat_Tcp_CurrEstab', 'gauge', 'connections', ''],
  ['node_netstat_IpExt_InOctets', 'counter', 'bytes', ''],
  ['node_pressure_cpu_waiting_seconds_total', 'counter', 'seconds', ''],
  ['node_disk_io_time_seconds_total', 'counter', 'seconds', 'device'],
  ['node_boot_time_seconds', 'gauge', 'timestamp', ''],
  ['node_network_receive_bytes_total', 'counter', 'bytes', 'device'],
  // Probes
  ['probe_success', 'gauge', '0=Failed 1=Succeeded', ''],
  ['probe_duration_seconds', 'gauge', 'seconds', ''],
  ['probe_http_duration_seconds', 'gauge', 'seconds', 'phase'],
  ['probe_http_status_code', 'gauge', 'code', ''],
  // The monitoring itself
  ['prometheus_config_last_reload_successful', 'gauge', '0=Failed 1=Succeeded', ''],
  ['prometheus_rule_evaluations_total', 'counter', 'evaluations', 'rule_group'],
  ['prometheus_rule_evaluation_failures_total', 'counter', 'evaluations', 'rule_group'],
  ['prometheus_rule_group_last_duration_seconds', 'gauge', 'seconds', 'rule_group'],
  ['prometheus_notifications_errors_total', 'counter', 'notifications', 'alertmanager'],
  ['prometheus_notifications_sent_total', 'counter', 'notifications', 'alertmanager'],
  ['prometheus_notifications_dropped_total', 'counter', 'notifications', 'alertmanager'],
  ['prometheus_notifications_alertmanagers_discovered', 'gauge', 'alertmanagers', ''],
  ['prometheus_tsdb_head_series', 'gauge', 'series', ''],
  ['prometheus_tsdb_head_samples_appended_total', 'counter', 'samples', 'type'],
  ['alertmanager_config_last_reload_successful', 'gauge', '0=Failed 1=Succeeded', ''],
  ['alertmanager_notifications_total', 'counter', 'notifications', 'integration'],
  ['alertmanager_notifications_failed_total', 'counter', 'notifications', 'integration reason'],
  ['alertmanager_alerts', 'gauge', 'alerts', 'state'],
  ['loki_request_duration_seconds', 'histogram', 'seconds', 'method route status_code ws'],
  ['loki_discarded_samples_total', 'counter', 'lines', 'format policy reason retention_hours tenant'],
  ['loki_panic_total', 'counter', 'panics', ''],
  ['loki_distributor_bytes_received_total', 'counter', 'bytes', 'format is_internal_stream retention_hours tenant'],
  ['loki_distributor_lines_received_total', 'counter', 'lines', 'format is_internal_stream tenant'],
];

describe('what dashboards and alerts ask', () => {
  it.each(NEEDED)('%s is a %s in %s', (name, kind, unit, labels) => {
    const metric = metrics.get(name);
    expect({
      kind: metric?.kind,
      unit: metric && unitOf(metric.definition.unit),
      labels: Object.keys(metric?.definition.labels ?? {}).sort(),
    }).toEqual({ kind, unit, labels: labels.split(' ').filter(Boolean).sort() });
  });
});

function unitOf(unit: Unit): string {
  if (!isState(unit)) return unitText(unit);
  const states = Object.entries(unit.states).sort(([a], [b]) => Number(a) - Number(b));
  return states.map(([value, name]) => `${value}=${name}`).join(' ');
}

describe('every metric', () => {
  it('has a kind', () => {
    expect([...metrics.values()].filter(({ kind }) => kind === 'untyped')).toEqual([]);
  });

  it('in seconds is a span: what exceeds thirty years is a point in time', async () => {
    const readings = await readSources({ places: SOURCES.map(({ scrape }) => `${scrapes}/${scrape}.prom`) });
    const samples = readings.ok
      ? readings.value.flatMap(({ families }) => families.flatMap((family) => family.samples))
      : [];
    const late = new Set(samples.filter(({ value }) => value > 1e9 && value < 1e10).map(({ name }) => name));
    expect(late.size).toBeGreaterThan(20);
    const spans = [...metrics.values()].filter(
      ({ kind, definition }) => kind === 'gauge' && definition.unit.of === 'seconds',
    );
    expect(spans.map(({ definition }) => definition.name).filter((name) => late.has(name))).toEqual([]);
  });
});
