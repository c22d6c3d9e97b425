/** What redis_exporter states wrongly about its metrics: mostly that a number of bytes or a state is just a number. */
import { correctEach, overrides } from 'plainsight';
import * as unit from 'plainsight/units';

const yesNo = unit.state({ 0: 'No', 1: 'Yes' });

export default overrides({
  redis_key_size: { unit: unit.count('elements'), reason: 'LLEN of a list, SCARD of a set, and so on' },
  redis_config_maxclients: { unit: unit.count('clients'), reason: 'the limit of redis_connected_clients' },
  redis_connected_slaves: { unit: unit.count('replicas'), reason: 'the word of the rest of this catalogue' },
  redis_db_keys_expiring: { unit: unit.count('keys'), reason: 'a part of redis_db_keys' },
  redis_slave_expires_tracked_keys: { unit: unit.count('keys'), reason: 'keys with an expiry that a replica tracks' },
  redis_slowlog_length: { unit: unit.count('entries'), reason: 'SLOWLOG LEN' },
  redis_slowlog_last_id: { unit: unit.count('entries'), reason: 'entries are numbered from 0' },
  redis_expired_time_cap_reached_total: { unit: unit.count('cycles'), reason: 'expiry cycles that were cut short' },
  redis_active_defrag_running: {
    unit: unit.percent,
    reason: 'since Redis 7 the share of CPU that it means to use, not 0 or 1',
  },
  ...correctEach(['redis_hz', 'redis_configured_hz'], {
    unit: unit.hertz,
    reason: 'background task cycles per second',
  }),
  ...correctEach(
    [
      'redis_config_maxmemory',
      'redis_config_repl_backlog_size',
      'redis_master_repl_offset',
      'redis_mem_clients_normal',
      'redis_mem_clients_slaves',
      'redis_memory_used_vm_total',
      'redis_module_fork_last_cow_size',
      'redis_repl_backlog_first_byte_offset',
      'redis_second_repl_offset',
    ],
    { unit: unit.bytes, reason: 'a number of bytes without the word: https://redis.io/docs/latest/commands/info/' },
  ),
  ...correctEach(['redis_aof_last_bgrewrite_status', 'redis_aof_last_write_status', 'redis_rdb_last_bgsave_status'], {
    unit: unit.state({ 0: 'Failed', 1: 'Succeeded' }),
    reason: '1 stands for INFO saying ok',
  }),
  ...correctEach(
    [
      'redis_aof_rewrite_in_progress',
      'redis_aof_rewrite_scheduled',
      'redis_async_loading',
      'redis_io_threads_active',
      'redis_loading_dump_file',
      'redis_module_fork_in_progress',
      'redis_rdb_bgsave_in_progress',
      'redis_repl_backlog_is_active',
    ],
    { unit: yesNo, reason: 'INFO gives 0 or 1' },
  ),
  redis_exporter_last_scrape_error: {
    unit: unit.state({ 0: 'None', 1: 'Error' }),
    labels: { err: [''] },
    reason: '0 or 1; the error is a label, which has a value only then',
  },
  ...correctEach(
    [
      'redis_defrag_hits',
      'redis_defrag_key_hits',
      'redis_defrag_key_misses',
      'redis_defrag_misses',
      'redis_lazyfreed_objects',
      'redis_rdb_saves_total',
    ],
    { kind: 'counter', reason: 'counted since the start of Redis, exposed as a gauge' },
  ),
  ...correctEach(['redis_replica_partial_resync_accepted', 'redis_replica_partial_resync_denied'], {
    kind: 'counter',
    unit: unit.count('resyncs'),
    reason: 'counted since the start of Redis, exposed as a gauge',
  }),
  redis_replica_resyncs_full: { kind: 'counter', reason: 'counted since the start of Redis, exposed as a gauge' },
});
