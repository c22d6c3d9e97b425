import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { shopLogStore, stack } from '../../../test/examples/system.ts';
import { lokiYaml } from './config.ts';

const config = parse(lokiYaml(shopLogStore, stack.site));

it('keeps what was said as long as was said', () => {
  expect(config.limits_config).toEqual({
    retention_period: '336h',
    ingestion_rate_mb: 0.0496,
    ingestion_burst_size_mb: 8,
    max_label_value_length: 1024,
    volume_enabled: true,
    discover_log_levels: false,
  });
  expect(config.compactor.retention_enabled).toBe(true);
  expect(config.compactor.delete_request_store).toBe('filesystem');
});

it('takes in no more than was said over that time', () => {
  const { ingestion_rate_mb, retention_period } = config.limits_config;
  const gigabytes = (ingestion_rate_mb * Number.parseFloat(retention_period) * 3600) / 1000;
  expect(gigabytes).toBeCloseTo(shopLogStore.gigabytes, 1);
});

it('names itself by the loopback address', () => {
  expect([config.common.instance_addr, config.frontend.address]).toEqual(['127.0.0.1', '127.0.0.1']);
});

it('sends alerts to Alertmanager, and their links to Grafana', () => {
  expect(config.ruler.alertmanager_url).toBe('http://alertmanager:9093');
  expect(config.ruler.external_url).toBe(stack.site.grafana);
});

/** The sections and fields that a real Loki took (`loki -verify-config`, 3.7.6); it refuses those that it does not know. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  '': [
    'auth_enabled',
    'server',
    'common',
    'frontend',
    'schema_config',
    'compactor',
    'limits_config',
    'ruler',
    'analytics',
  ],
  server: ['http_listen_port', 'log_level'],
  common: ['path_prefix', 'instance_addr', 'replication_factor', 'ring', 'storage'],
  frontend: ['address'],
  schema_config: ['configs'],
  compactor: ['working_directory', 'retention_enabled', 'delete_request_store'],
  limits_config: [
    'retention_period',
    'max_label_value_length',
    'ingestion_rate_mb',
    'ingestion_burst_size_mb',
    'volume_enabled',
    'discover_log_levels',
  ],
  ruler: [
    'alertmanager_url',
    'enable_alertmanager_v2',
    'enable_api',
    'rule_path',
    'evaluation_interval',
    'storage',
    'wal',
    // Not recorded; https://grafana.com/docs/loki/latest/configure/#ruler
    'external_url',
    'datasource_uid',
  ],
  analytics: ['reporting_enabled'],
};

it.each(Object.entries(TAKEN))('has only fields that Loki knows: %s', (section, fields) => {
  expect(fields).toEqual(expect.arrayContaining(Object.keys(section === '' ? config : config[section])));
});
