/** What node_exporter states wrongly about its metrics. It passes on the kernel's own names, and types many as untyped. */
import { correctEach, overrides } from 'plainsight';
import * as unit from 'plainsight/units';

const snmp = 'https://www.kernel.org/doc/html/latest/networking/snmp_counter.html';
const noneError = unit.state({ 0: 'None', 1: 'Error' });

export default overrides({
  'node_filesystem_*': {
    labels: { device_error: [''] },
    reason: 'it has a value only where a filesystem could not be asked, and what it is then',
  },
  // Untyped: https://github.com/prometheus/node_exporter passes /proc/net/netstat and /proc/vmstat through.
  'node_netstat_*': { kind: 'counter', reason: `all but two count since boot; exposed as untyped: ${snmp}` },
  node_netstat_Tcp_CurrEstab: { kind: 'gauge', unit: unit.count('connections'), reason: 'connections established now' },
  node_netstat_Ip_Forwarding: {
    kind: 'gauge',
    unit: unit.state({ 1: 'Forwarding', 2: 'Not forwarding' }),
    reason: 'a setting: RFC 1213, ipForwarding',
  },
  ...correctEach(
    [
      'node_netstat_Ip6_InOctets',
      'node_netstat_Ip6_OutOctets',
      'node_netstat_IpExt_InOctets',
      'node_netstat_IpExt_OutOctets',
    ],
    { unit: unit.bytes, reason: 'an octet is a byte' },
  ),
  ...correctEach(
    [
      'node_netstat_Icmp6_InMsgs',
      'node_netstat_Icmp6_OutMsgs',
      'node_netstat_Icmp_InMsgs',
      'node_netstat_Icmp_OutMsgs',
    ],
    { unit: unit.count('messages'), reason: snmp },
  ),
  ...correctEach(
    [
      'node_netstat_Icmp6_InErrors',
      'node_netstat_Icmp_InErrors',
      'node_netstat_Tcp_InErrs',
      'node_netstat_Udp6_InErrors',
      'node_netstat_Udp6_RcvbufErrors',
      'node_netstat_Udp6_SndbufErrors',
      'node_netstat_UdpLite6_InErrors',
      'node_netstat_UdpLite_InErrors',
      'node_netstat_Udp_InErrors',
      'node_netstat_Udp_RcvbufErrors',
      'node_netstat_Udp_SndbufErrors',
    ],
    { unit: unit.count('errors'), reason: snmp },
  ),
  ...correctEach(
    [
      'node_netstat_TcpExt_TCPOFOQueue',
      'node_netstat_TcpExt_TCPRcvQDrop',
      'node_netstat_TcpExt_TCPSynRetrans',
      'node_netstat_Tcp_InSegs',
      'node_netstat_Tcp_OutRsts',
      'node_netstat_Tcp_OutSegs',
      'node_netstat_Tcp_RetransSegs',
    ],
    { unit: unit.count('segments'), reason: snmp },
  ),
  ...correctEach(
    [
      'node_netstat_TcpExt_ListenDrops',
      'node_netstat_TcpExt_ListenOverflows',
      'node_netstat_Tcp_ActiveOpens',
      'node_netstat_Tcp_PassiveOpens',
    ],
    { unit: unit.count('connections'), reason: snmp },
  ),
  ...correctEach(
    [
      'node_netstat_TcpExt_SyncookiesFailed',
      'node_netstat_TcpExt_SyncookiesRecv',
      'node_netstat_TcpExt_SyncookiesSent',
    ],
    { unit: unit.count('cookies'), reason: snmp },
  ),
  node_netstat_TcpExt_TCPTimeouts: { unit: unit.count('timeouts'), reason: snmp },
  ...correctEach(
    [
      'node_netstat_Udp6_InDatagrams',
      'node_netstat_Udp6_NoPorts',
      'node_netstat_Udp6_OutDatagrams',
      'node_netstat_Udp_InDatagrams',
      'node_netstat_Udp_NoPorts',
      'node_netstat_Udp_OutDatagrams',
    ],
    { unit: unit.count('datagrams'), reason: snmp },
  ),
  'node_vmstat_*': {
    kind: 'counter',
    reason: 'the exporter keeps those of /proc/vmstat that count since boot; untyped',
  },
  node_vmstat_oom_kill: { unit: unit.count('kills'), reason: 'processes killed for want of memory' },
  ...correctEach(['node_vmstat_pgfault', 'node_vmstat_pgmajfault'], {
    unit: unit.count('faults'),
    reason: 'page faults',
  }),
  ...correctEach(['node_vmstat_pgpgin', 'node_vmstat_pgpgout'], {
    unit: unit.count('kibibytes'),
    reason: 'the kernel counts these two in KiB, not in pages',
  }),
  ...correctEach(['node_vmstat_pswpin', 'node_vmstat_pswpout'], { unit: unit.count('pages'), reason: 'pages swapped' }),
  'node_nf_conntrack_stat_*': { kind: 'counter', reason: 'statistics since boot, exposed as gauges' },
  ...correctEach(['node_nf_conntrack_stat_drop', 'node_nf_conntrack_stat_ignore', 'node_nf_conntrack_stat_invalid'], {
    unit: unit.count('packets'),
    reason: 'their help texts say packets',
  }),
  ...correctEach(
    [
      'node_nf_conntrack_stat_early_drop',
      'node_nf_conntrack_stat_found',
      'node_nf_conntrack_stat_insert',
      'node_nf_conntrack_stat_insert_failed',
    ],
    { unit: unit.count('entries'), reason: 'their help texts say entries' },
  ),
  node_nf_conntrack_stat_search_restart: { unit: unit.count('lookups'), reason: 'its help text says lookups' },

  // Load, processes, files
  ...correctEach(['node_load1', 'node_load5', 'node_load15'], {
    unit: unit.count('processes'),
    reason: 'the mean number of processes that run or wait',
  }),
  ...correctEach(['node_procs_blocked', 'node_procs_running'], { unit: unit.count('processes'), reason: 'procs' }),
  node_intr_total: { unit: unit.count('interrupts'), reason: 'intr' },
  ...correctEach(['node_filefd_allocated', 'node_filefd_maximum'], {
    unit: unit.count('descriptors'),
    reason: 'file descriptors',
  }),
  ...correctEach(['node_filesystem_files', 'node_filesystem_files_free'], {
    unit: unit.count('inodes'),
    reason: 'file nodes',
  }),
  node_filesystem_readonly: { unit: unit.state({ 0: 'Writable', 1: 'Read-only' }), reason: '0 or 1' },
  ...correctEach(['node_filesystem_device_error', 'node_textfile_scrape_error'], { unit: noneError, reason: '0 or 1' }),
  node_disk_io_now: { unit: unit.count('operations'), reason: 'its help text says I/Os in progress' },
  'node_memory_HugePages_*': { unit: unit.count('pages'), reason: '/proc/meminfo gives these four in pages' },
  node_udp_queues: { unit: unit.bytes, reason: 'its help text says bytes' },

  // Time
  node_time_seconds: { unit: unit.timestamp, reason: "the system's clock" },
  node_timex_sync_status: { unit: unit.state({ 0: 'Not synchronised', 1: 'Synchronised' }), reason: '0 or 1' },
  ...correctEach(['node_timex_pps_calibration_total', 'node_timex_pps_error_total'], {
    unit: unit.count('intervals'),
    reason: 'calibration intervals, and those with an error',
  }),
  ...correctEach(['node_timex_pps_jitter_total', 'node_timex_pps_stability_exceeded_total'], {
    unit: unit.count('events'),
    reason: 'how often a limit was exceeded',
  }),

  // Network
  ...correctEach(
    [
      'node_network_receive_compressed_total',
      'node_network_receive_drop_total',
      'node_network_receive_multicast_total',
      'node_network_receive_nohandler_total',
      'node_network_transmit_compressed_total',
      'node_network_transmit_drop_total',
      'node_network_transmit_queue_length',
      'node_softnet_backlog_len',
      'node_softnet_dropped_total',
      'node_softnet_processed_total',
    ],
    { unit: unit.count('packets'), reason: 'https://www.kernel.org/doc/html/latest/networking/statistics.html' },
  ),
  ...correctEach(
    [
      'node_network_receive_errs_total',
      'node_network_receive_fifo_total',
      'node_network_receive_frame_total',
      'node_network_transmit_carrier_total',
      'node_network_transmit_errs_total',
      'node_network_transmit_fifo_total',
    ],
    { unit: unit.count('errors'), reason: 'https://www.kernel.org/doc/html/latest/networking/statistics.html' },
  ),
  node_network_transmit_colls_total: { unit: unit.count('collisions'), reason: 'colls' },
  node_network_speed_bytes: { unit: unit.perSecond('bytes'), reason: 'a speed: the link’s bits per second by 8' },
  node_network_carrier: { unit: unit.state({ 0: 'No carrier', 1: 'Carrier' }), reason: '0 or 1' },
  node_network_dormant: { unit: unit.state({ 0: 'Not dormant', 1: 'Dormant' }), reason: '0 or 1' },
  node_softnet_cpu_collision_total: { unit: unit.count('collisions'), reason: 'its help text says collisions' },
  node_softnet_flow_limit_count_total: { unit: unit.count('packets'), reason: 'packets refused by the flow limit' },
  node_softnet_received_rps_total: { unit: unit.count('wakeups'), reason: 'its help text says times woken up' },
  node_softnet_times_squeezed_total: { unit: unit.count('rounds'), reason: 'rounds of work that ran out of quota' },
  ...correctEach(
    [
      'node_sockstat_FRAG6_inuse',
      'node_sockstat_FRAG_inuse',
      'node_sockstat_RAW6_inuse',
      'node_sockstat_RAW_inuse',
      'node_sockstat_TCP6_inuse',
      'node_sockstat_TCP_alloc',
      'node_sockstat_TCP_inuse',
      'node_sockstat_TCP_orphan',
      'node_sockstat_TCP_tw',
      'node_sockstat_UDP6_inuse',
      'node_sockstat_UDPLITE6_inuse',
      'node_sockstat_UDPLITE_inuse',
      'node_sockstat_UDP_inuse',
    ],
    { unit: unit.count('sockets'), reason: 'their help texts say sockets' },
  ),
  ...correctEach(['node_sockstat_TCP_mem', 'node_sockstat_UDP_mem'], {
    unit: unit.count('pages'),
    reason: '/proc/net/sockstat gives these two in pages',
  }),
  ...correctEach(['node_sockstat_FRAG6_memory', 'node_sockstat_FRAG_memory'], {
    unit: unit.bytes,
    reason: '/proc/net/sockstat gives these two in bytes',
  }),
  // What the container volume-size writes into a text file.
  docker_volume_size_bytes: {
    add: 'gauge',
    unit: unit.bytes,
    help: 'Size of a volume on disk.',
    labels: { volume: ['db-data'] },
    reason: 'stack/deployment/exporters.ts writes it; node_exporter alone has no text files to pass on',
  },
});
