/** What Prometheus states wrongly about its own metrics. A count of failures has the unit of what failed: their ratio is a share. */
import { correctEach, overrides } from 'plainsight';
import * as unit from 'plainsight/units';

export default overrides({
  prometheus_notifications_errors_total: { unit: unit.count('notifications'), reason: 'alerts whose sending failed' },
  prometheus_rule_evaluation_failures_total: { unit: unit.count('evaluations'), reason: 'evaluations that failed' },
  prometheus_template_text_expansion_failures_total: {
    unit: unit.count('expansions'),
    reason: 'expansions that failed',
  },
  prometheus_tsdb_reloads_failures_total: { unit: unit.count('reloads'), reason: 'reloads that failed' },
  prometheus_tsdb_snapshot_replay_error_total: { unit: unit.count('replays'), reason: 'replays that failed' },
  ...correctEach(['prometheus_target_sync_failed_total', 'prometheus_target_scrape_pool_sync_total'], {
    unit: unit.count('syncs'),
    reason: 'syncs, and those that failed',
  }),
  ...correctEach(
    [
      'prometheus_target_scrape_pool_exceeded_label_limits_total',
      'prometheus_target_scrape_pool_exceeded_target_limit_total',
    ],
    { unit: unit.count('syncs'), reason: 'syncs that hit the limit' },
  ),
  prometheus_target_scrape_pool_target_limit: { unit: unit.count('targets'), reason: 'the limit of targets' },
  prometheus_target_scrapes_cache_flush_forced_total: {
    unit: unit.count('flushes'),
    reason: 'its help text says flushed',
  },
  prometheus_target_scrapes_exemplar_out_of_order_total: {
    unit: unit.count('exemplars'),
    reason: 'its help text says exemplars',
  },
  ...correctEach(
    [
      'prometheus_target_scrapes_sample_duplicate_timestamp_total',
      'prometheus_target_scrapes_sample_out_of_bounds_total',
      'prometheus_target_scrapes_sample_out_of_order_total',
    ],
    { unit: unit.count('samples'), reason: 'their help texts say samples' },
  ),
  ...correctEach(
    ['prometheus_tsdb_wal_record_bytes_saved_total', 'prometheus_tsdb_wal_record_parts_bytes_written_total'],
    {
      unit: unit.bytes,
      reason: 'the word stands inside the name',
    },
  ),
  prometheus_tsdb_sample_ooo_delta: { unit: unit.seconds, reason: 'its help text says seconds' },
  ...correctEach(['prometheus_tsdb_head_max_time_seconds', 'prometheus_tsdb_head_min_time_seconds'], {
    unit: unit.timestamp,
    reason: 'points in time',
  }),
  ...correctEach(
    ['prometheus_tsdb_head_max_time', 'prometheus_tsdb_head_min_time', 'prometheus_tsdb_lowest_timestamp'],
    {
      unit: unit.milliseconds,
      reason: 'points in time, in milliseconds; each has a twin in seconds',
    },
  ),
  prometheus_tsdb_wal_segment_current: { unit: unit.count('segments'), reason: 'segments are numbered' },
  ...correctEach(['prometheus_tsdb_isolation_high_watermark', 'prometheus_tsdb_isolation_low_watermark'], {
    unit: unit.count('appends'),
    reason: 'appends are numbered',
  }),
  ...correctEach(['prometheus_ready', 'prometheus_tsdb_compaction_populating_block'], {
    unit: unit.state({ 0: 'No', 1: 'Yes' }),
    reason: '0 or 1',
  }),
  prometheus_tsdb_clean_start: {
    unit: unit.state({ '-1': 'No lock file', 0: 'After a crash', 1: 'Clean' }),
    reason: 'its help text says so',
  },
});
