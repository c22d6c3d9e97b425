/** What Loki states wrongly about its own metrics, and what it exposes only once it had to refuse a line. */
import { correctEach, overrides } from 'plainsight';
import * as unit from 'plainsight/units';

const yesNo = unit.state({ 0: 'No', 1: 'Yes' });
/** Reasons: https://grafana.com/docs/loki/latest/operations/request-validation-rate-limits/ */
const discarded = {
  format: [],
  policy: [],
  reason: [
    'greater_than_max_sample_age',
    'invalid_labels',
    'line_too_long',
    'max_label_names_per_series',
    'out_of_order',
    'per_stream_rate_limit',
    'rate_limited',
    'stream_limit',
    'too_far_behind',
    'too_far_in_future',
  ],
  retention_hours: [],
  tenant: ['fake'],
};

export default overrides({
  loki_discarded_samples_total: {
    add: 'counter',
    help: 'The total number of samples that were discarded.',
    unit: unit.count('lines'),
    labels: discarded,
    reason: 'exposed from the first refused line on; a sample is a log line',
  },
  loki_discarded_bytes_total: {
    add: 'counter',
    help: 'The total number of bytes that were discarded.',
    unit: unit.bytes,
    labels: discarded,
    reason: 'exposed from the first refused line on',
  },
  ...correctEach(
    [
      'loki_bytes_per_line',
      'loki_distributor_bytes_received_total',
      'loki_distributor_structured_metadata_bytes_received_total',
      'loki_ingester_wal_bytes_in_use',
      'prometheus_tsdb_wal_record_parts_bytes_written_total',
    ],
    { unit: unit.bytes, reason: 'the word stands inside the name' },
  ),
  ...correctEach(
    [
      'loki_logql_querystats_bytes_processed_per_seconds',
      'loki_rate_store_max_stream_rate_bytes',
      'loki_rate_store_max_unique_stream_rate_bytes',
      'loki_rate_store_stream_rate_bytes',
    ],
    { unit: unit.perSecond('bytes'), reason: 'a rate' },
  ),
  loki_ingester_wal_disk_usage_percent: { unit: unit.ratio, reason: 'its help text says 0.0 to 1.0' },
  loki_ingester_chunk_utilization: { unit: unit.ratio, reason: 'buckets from 0 to 1' },
  ...correctEach(
    [
      'loki_objstore_bucket_last_successful_upload_time',
      'loki_ring_oldest_member_timestamp',
      'loki_ruler_config_last_reload_successful_seconds',
    ],
    { unit: unit.timestamp, reason: 'a point in time, in seconds' },
  ),
  ...correctEach(
    [
      'lifecycler_read_only',
      'loki_boltdb_shipper_compactor_running',
      'loki_ingester_shutdown_marker',
      'loki_ingester_wal_replay_active',
      'loki_ingester_wal_replay_flushing',
      'loki_lifecycler_read_only',
      'loki_query_scheduler_running',
    ],
    { unit: yesNo, reason: '0 or 1' },
  ),
  loki_panic_total: { unit: unit.count('panics'), reason: 'more than one' },
  loki_dns_failures_total: { unit: unit.count('lookups'), reason: 'lookups that failed' },
  loki_prometheus_notifications_errors_total: {
    unit: unit.count('notifications'),
    reason: 'alerts whose sending failed',
  },
  loki_prometheus_rule_evaluation_failures_total: {
    unit: unit.count('evaluations'),
    reason: 'evaluations that failed',
  },
  prometheus_sd_dns_lookup_failures_total: { unit: unit.count('lookups'), reason: 'lookups that failed' },
  prometheus_template_text_expansion_failures_total: {
    unit: unit.count('expansions'),
    reason: 'expansions that failed',
  },
  ...correctEach(['loki_ingester_chunks_flush_failures_total', 'loki_ingester_chunks_flush_requests_total'], {
    unit: unit.count('flushes'),
    reason: 'flushes asked for, and those that failed',
  }),
  loki_ingester_flush_queue_length: { unit: unit.count('series'), reason: 'its help text says series' },
  ...correctEach(['loki_query_scheduler_enqueue_count', 'loki_query_scheduler_queue_length'], {
    unit: unit.count('queries'),
    reason: 'their help texts say queries',
  }),
  ...correctEach(
    ['loki_query_frontend_log_result_cache_hit_total', 'loki_query_frontend_log_result_cache_miss_total'],
    {
      unit: unit.count('lookups'),
      reason: 'lookups that hit, and that missed',
    },
  ),
  loki_logql_querystats_downloaded_chunk_total: { unit: unit.count('chunks'), reason: 'its help text says chunks' },
  loki_embeddedcache_added_new_total: { unit: unit.count('entries'), reason: 'its help text says entries' },
  loki_stream_sharding_count: { unit: unit.count('shardings'), reason: 'how often a stream was split' },
  loki_querier_tail_active: { unit: unit.count('tailers'), reason: 'its help text says tailers' },
  loki_querier_worker_concurrency: { unit: unit.count('workers'), reason: 'its help text says workers' },
  loki_ruler_sync_rules_total: { unit: unit.count('syncs'), reason: 'its help text says syncs' },
  loki_tsdb_shipper_tables_upload_operation_total: {
    unit: unit.count('operations'),
    reason: 'its help text says operations',
  },
  prometheus_tsdb_wal_segment_current: { unit: unit.count('segments'), reason: 'segments are numbered' },
});
