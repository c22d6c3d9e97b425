/**
 * `loki/config.yaml`: one Loki, with what it keeps on its own disk.
 * Source: https://grafana.com/docs/loki/latest/configure/
 */
import type { LogStore } from '../../model/deployment/server-settings.ts';
import type { Site } from '../../model/model.ts';
import { duration } from '../../units/duration.ts';
import { DATASOURCE_UID } from '../grafana/provisioning.ts';
import { generated, toYaml } from '../yaml.ts';

/** Where rules lie: the tenant of a Loki without tenants is `fake`. */
const RULES = '/etc/loki/rules';

/**
 * The configuration.
 *
 * @example lokiYaml({ ...shopLogStore, retention: '10d', gigabytes: 8.64 }, stack.site).includes('ingestion_rate_mb: 0.01')
 * // true
 */
export function lokiYaml(store: LogStore, site: Site): string {
  const value = {
    auth_enabled: false,
    server: { http_listen_port: store.port, log_level: 'warn' },
    // Without an address of its own here and below, a single Loki gives the machine's first one, and queries can hang.
    common: {
      path_prefix: '/loki',
      instance_addr: '127.0.0.1',
      replication_factor: 1,
      ring: { kvstore: { store: 'inmemory' } },
      storage: { filesystem: { chunks_directory: '/loki/chunks', rules_directory: RULES } },
    },
    frontend: { address: '127.0.0.1' },
    schema_config: {
      configs: [
        {
          from: '2024-01-01',
          store: 'tsdb',
          object_store: 'filesystem',
          schema: 'v13',
          index: { prefix: 'index_', period: '24h' },
        },
      ],
    },
    compactor: { working_directory: '/loki/compactor', retention_enabled: true, delete_request_store: 'filesystem' },
    limits_config: limits(store),
    ruler: {
      alertmanager_url: `http://${store.alertmanager}`,
      enable_alertmanager_v2: true,
      enable_api: true,
      external_url: site.grafana,
      datasource_uid: DATASOURCE_UID.loki,
      rule_path: '/loki/rules-temp',
      evaluation_interval: store.evaluationInterval,
      storage: { type: 'local', local: { directory: RULES } },
      wal: { dir: '/loki/ruler-wal' },
    },
    analytics: { reporting_enabled: false },
  };
  return toYaml(value, { header: generated('How Loki keeps logs, and where it sends alerts about them.') });
}

/** The text that fits, spread over the time that it is kept: Loki has no limit of size. */
function limits({ retention, gigabytes, burstMegabytes }: LogStore): object {
  const seconds = duration(retention).ms / 1000;
  return {
    // Loki counts in hours.
    retention_period: `${seconds / 3600}h`,
    ingestion_rate_mb: Number(((gigabytes * 1000) / seconds).toFixed(4)),
    ingestion_burst_size_mb: burstMegabytes,
    max_label_value_length: 1024,
    volume_enabled: true,
    // The level is a label, given where the line is read.
    discover_log_levels: false,
  };
}
