/** What postgres_exporter states wrongly about its metrics. It passes on PostgreSQL's column names, which say no unit. */
import { correctEach, overrides } from 'plainsight';
import * as unit from 'plainsight/units';

const statistics = 'https://www.postgresql.org/docs/15/monitoring-stats.html';

export default overrides({
  pg_static: { kind: 'info', unit: unit.ratio, reason: 'always 1, with the version as a label; exposed as untyped' },
  pg_replication_is_replica: { unit: unit.state({ 0: 'No', 1: 'Yes' }), reason: '0 or 1' },
  pg_exporter_last_scrape_error: { unit: unit.state({ 0: 'None', 1: 'Error' }), reason: '0 or 1' },

  // Connections
  ...correctEach(
    [
      'pg_stat_activity_count',
      'pg_stat_database_numbackends',
      'pg_database_connection_limit',
      'pg_roles_connection_limit',
    ],
    { unit: unit.count('connections'), reason: 'one server process serves one connection' },
  ),
  pg_stat_activity_max_tx_duration: { unit: unit.seconds, reason: 'its help text says seconds' },
  pg_long_running_transactions_oldest_timestamp_seconds: {
    unit: unit.seconds,
    reason: 'the age of the oldest transaction, as its help text says, not a point in time',
  },

  // Databases
  ...correctEach(['pg_stat_database_xact_commit', 'pg_stat_database_xact_rollback'], {
    unit: unit.count('transactions'),
    reason: 'the names say what became of them',
  }),
  ...correctEach(['pg_stat_database_blks_hit', 'pg_stat_database_blks_read'], {
    unit: unit.count('blocks'),
    reason: 'blks',
  }),
  ...correctEach(['pg_stat_database_blk_read_time', 'pg_stat_database_blk_write_time'], {
    unit: unit.milliseconds,
    reason: 'their help texts say milliseconds',
  }),
  ...correctEach(
    [
      'pg_stat_database_tup_deleted',
      'pg_stat_database_tup_fetched',
      'pg_stat_database_tup_inserted',
      'pg_stat_database_tup_returned',
      'pg_stat_database_tup_updated',
    ],
    { unit: unit.count('rows'), reason: 'tup stands for tuples' },
  ),
  pg_stat_database_stats_reset: {
    kind: 'gauge',
    unit: unit.timestamp,
    reason: 'when the statistics were reset; exposed as a counter, and NaN before the first reset',
  },
  ...correctEach(['pg_database_wraparound_age_datfrozenxid_seconds', 'pg_database_wraparound_age_datminmxid_seconds'], {
    unit: unit.count('transactions'),
    reason: 'age(datfrozenxid) counts transactions, whatever the name says',
  }),

  // Background writer, WAL archiver
  pg_stat_bgwriter_stats_reset_total: {
    kind: 'gauge',
    unit: unit.timestamp,
    reason: 'when the statistics were reset; exposed as a counter',
  },
  ...correctEach(['pg_stat_bgwriter_checkpoint_sync_time_total', 'pg_stat_bgwriter_checkpoint_write_time_total'], {
    unit: unit.milliseconds,
    reason: 'their help texts say milliseconds',
  }),
  pg_stat_bgwriter_maxwritten_clean_total: { unit: unit.count('scans'), reason: 'cleaning scans that were stopped' },
  pg_stat_archiver_archived_count: { unit: unit.count('segments'), reason: `WAL files: ${statistics}` },
  pg_stat_archiver_failed_count: { unit: unit.count('segments'), reason: `WAL files: ${statistics}` },
  pg_stat_archiver_last_archive_age: { unit: unit.seconds, reason: 'its help text says seconds' },

  // Tables
  ...correctEach(
    [
      'pg_stat_user_tables_idx_tup_fetch',
      'pg_stat_user_tables_n_dead_tup',
      'pg_stat_user_tables_n_live_tup',
      'pg_stat_user_tables_n_mod_since_analyze',
      'pg_stat_user_tables_n_tup_del',
      'pg_stat_user_tables_n_tup_hot_upd',
      'pg_stat_user_tables_n_tup_ins',
      'pg_stat_user_tables_n_tup_upd',
      'pg_stat_user_tables_seq_tup_read',
    ],
    { unit: unit.count('rows'), reason: `tup stands for tuples: ${statistics}` },
  ),
  ...correctEach(['pg_stat_user_tables_idx_scan', 'pg_stat_user_tables_seq_scan'], {
    unit: unit.count('scans'),
    reason: 'their help texts say scans',
  }),
  ...correctEach(
    [
      'pg_stat_user_tables_analyze_count',
      'pg_stat_user_tables_autoanalyze_count',
      'pg_stat_user_tables_autovacuum_count',
      'pg_stat_user_tables_vacuum_count',
    ],
    { unit: unit.count('runs'), reason: 'how often the table was vacuumed or analyzed' },
  ),
  ...correctEach(
    [
      'pg_stat_user_tables_last_analyze',
      'pg_stat_user_tables_last_autoanalyze',
      'pg_stat_user_tables_last_autovacuum',
      'pg_stat_user_tables_last_vacuum',
    ],
    { unit: unit.timestamp, reason: 'seconds since 1970, 0 for never' },
  ),
  ...correctEach(['pg_statio_user_indexes_idx_blks_hit_total', 'pg_statio_user_indexes_idx_blks_read_total'], {
    unit: unit.count('blocks'),
    reason: 'blks',
  }),

  ...correctEach(['pg_settings_block_size', 'pg_settings_wal_block_size'], {
    unit: unit.bytes,
    reason: 'the exporter converts settings with a unit; these have none, and are bytes',
  }),
});
