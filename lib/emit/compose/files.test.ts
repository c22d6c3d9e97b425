import { expect, it } from 'vitest';
import { shopDeployment, stack } from '../../../test/examples/system.ts';
import type { Container } from '../../model/deployment/container.ts';
import { serviceValue } from './container.ts';
import { composeFiles } from './files.ts';

const place = { site: stack.site, secrets: '../secrets' };
const { site } = stack;

it('writes a project of its own, each container below what it is for', () => {
  expect(composeFiles(shopDeployment, place).get('compose.yaml')).toMatchInlineSnapshot(`
    "# The monitoring, as a Compose project of its own beside that of the application.
    # Made by \`npm run build\`; what is changed here by hand is lost.

    name: shop-monitoring
    services:
      # Scrapes the shop.
      prometheus:
        image: prom/prometheus:v3.16.0
        restart: unless-stopped
        networks:
        - monitoring
        - inner
        volumes:
        - type: bind
          source: \${MONITORING_DIR:-.}/prometheus
          target: /etc/prometheus
          read_only: true
          bind:
            create_host_path: false
        - type: volume
          source: prometheus-data
          target: /prometheus
        read_only: true
        cap_drop:
        - ALL
        security_opt:
        - no-new-privileges:true
        mem_limit: 1G
        logging:
          driver: json-file
          options:
            max-size: 10m
            max-file: "3"
    networks:
      monitoring: {}
      inner:
        external: true
        name: \${SHOP_PROJECT:-shop}_inner
    volumes:
      prometheus-data: {}
    secrets:
      slack_url:
        file: \${MONITORING_DIR:-.}/../secrets/slack_url
    "
  `);
});

it('an override takes the place of what it names', () => {
  expect(composeFiles(shopDeployment, place).get('compose.desktop.yaml')).toMatchInlineSnapshot(`
    "# For Docker Desktop.
    # Made by \`npm run build\`; what is changed here by hand is lost.

    services:
      prometheus:
        networks: !override
          - monitoring
    "
  `);
});

it('inside the application’s project, its networks are no longer outside', () => {
  const deployment = { ...shopDeployment, overrides: { merged: { purpose: 'Inside.', inApplication: true as const } } };
  expect(composeFiles(deployment, place).get('compose.merged.yaml')).toContain(
    'name: ${SHOP_PROJECT:-shop}\nnetworks:\n  inner:\n    external: false\n    name: ${SHOP_PROJECT:-shop}_inner\n',
  );
});

const least: Container = { purpose: '', image: 'busybox:1', memory: '8M', networks: ['a'], noMetrics: 'none' };

it.each<readonly [string, Partial<Container>, object]>([
  ['a dollar sign is one in the container too', { command: ['echo $HOME'] }, { command: ['echo $$HOME'] }],
  ['an address of the site', { command: [{ site: 'grafana' }] }, { command: [stack.site.grafana] }],
  [
    'an address in the environment',
    { environment: { URL: { site: 'grafana' } } },
    { environment: { URL: stack.site.grafana } },
  ],
  ['what runs once', { once: true }, { restart: 'no' }],
  ['what runs on', {}, { restart: 'unless-stopped' }],
  [
    'who waits',
    { after: { db: 'completed' } },
    { depends_on: { db: { condition: 'service_completed_successfully' } } },
  ],
  ['a port, for this machine alone', { publish: 3000 }, { ports: ['127.0.0.1:3000:3000'] }],
  ['no network', { networks: [] }, { networks: undefined, network_mode: 'none' }],
  ['a folder in memory', { scratch: ['/tmp'] }, { tmpfs: ['/tmp'] }],
  ['processes of the host', { hostProcesses: true }, { pid: 'host' }],
  ['a capability', { capabilities: ['SYSLOG'] }, { cap_drop: ['ALL'], cap_add: ['SYSLOG'] }],
  ['a root that is written to, with its reason', { writable: 'it unpacks itself' }, { read_only: undefined }],
  [
    'a volume that is read',
    { mounts: [{ volume: 'data', at: '/data', readOnly: true }] },
    { volumes: [{ type: 'volume', source: 'data', target: '/data', read_only: true }] },
  ],
  [
    'a path of the host, whose mounts are seen too',
    { mounts: [{ host: '/', at: '/host', propagation: 'rslave' }] },
    {
      volumes: [
        {
          type: 'bind',
          source: '/',
          target: '/host',
          read_only: true,
          bind: { create_host_path: false, propagation: 'rslave' },
        },
      ],
    },
  ],
  [
    'its health',
    { health: { test: ['true'], every: '30s', timeout: '5s' } },
    { healthcheck: { test: ['CMD', 'true'], interval: '30s', timeout: '5s', retries: 3 } },
  ],
])('%s', (_, change, expected) => {
  const { ...value } = serviceValue({ ...least, ...change } as Container, site);
  for (const [key, wanted] of Object.entries(expected)) expect(value[key], key).toEqual(wanted);
});
