/** The servers of the stack: what is started, with which flags, and what tells that it is ready. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemPath } from '../../scripts/servers/system.ts';
import type { StartOptions } from '../support/process.ts';
import { requireServer } from '../support/server-path.ts';
import type { Variant } from './configuration.ts';
import type { Place } from './place.ts';
import { type ServiceName, serviceFile } from './services.ts';
import { unprivileged } from './user.ts';

export interface Launch {
  readonly path: string;
  readonly args: readonly string[];
  readonly options: Omit<StartOptions, 'onLine'>;
}

/** What may be different at a later start: a release with a fault, a worker that is slow. */
export type Environment = Readonly<Record<string, string>>;

type Launcher = (place: Place, variant: Variant, environment: Environment) => Launch;

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const http = (port: number, path: string): string => `http://127.0.0.1:${port}${path}`;
const tcp = (port: number): string => `tcp://127.0.0.1:${port}`;

function system(name: Parameters<typeof systemPath>[0]): string {
  const path = systemPath(name);
  if (path === undefined) throw new Error(`${name} is not installed; \`npm run servers\` says how to get it`);
  return path;
}

/** One of the three services: our own, behaving as the originals do. */
function service(name: ServiceName): Launcher {
  return ({ port, home }, { profile }, environment) => ({
    path: process.execPath,
    args: [serviceFile(home, name)],
    options: {
      readyUrl: tcp(port[`${name}:80`]),
      environment: {
        PORT: String(port[`${name}:80`]),
        REDIS_PORT: String(port['redis:6379']),
        POSTGRES_PORT: String(port['db:5432']),
        EDITION: profile,
        ...environment,
      },
    },
  });
}

/**
 * What Prometheus has in flags, in minutes as it has them by itself: how far it looks back for a sample, how often it
 * tells Alertmanager again, and how it goes on with alerts that were pending before it was started again.
 */
const MINUTES = {
  'query.lookback-delta': 5,
  'rules.alert.resend-delay': 1,
  'rules.alert.for-outage-tolerance': 60,
  'rules.alert.for-grace-period': 10,
} as const;

export const SERVERS = {
  redis: ({ port, home }) => ({
    path: system('redis-server'),
    args: ['--bind', '127.0.0.1', '--port', String(port['redis:6379']), '--dir', join(home, 'redis')],
    options: { readyUrl: tcp(port['redis:6379']) },
  }),
  db: ({ port, home }) => ({
    path: system('postgres'),
    args: [
      ['-D', join(home, 'db')],
      ['-c', 'listen_addresses=127.0.0.1'],
      ['-c', `port=${port['db:5432']}`],
      ['-c', `unix_socket_directories=${join(home, 'db')}`],
      ['-c', 'fsync=off'],
      // As the image's own lines: a time with milliseconds, the zone, the process.
      ['-c', 'log_line_prefix=%m [%p] '],
      ['-c', 'log_timezone=UTC'],
    ].flat(),
    // Its TERM waits for clients; INT does not.
    options: { readyUrl: tcp(port['db:5432']), stopSignal: 'SIGINT', ...unprivileged() },
  }),
  vote: service('vote'),
  result: service('result'),
  worker: service('worker'),
  'stand-ins': ({ port, home }) => ({
    path: process.execPath,
    args: [
      ...['--import', 'tsx', join(PROJECT, 'test/servers/recorded.ts'), home],
      ...[port['cadvisor:8080'], port['loki:3100'], port['alloy:12345'], port['grafana:3000']].map(String),
    ],
    options: { readyUrl: http(port['grafana:3000'], '/metrics') },
  }),
  'redis-exporter': ({ port }, _, environment) => ({
    path: system('redis_exporter'),
    args: [
      `-redis.addr=redis://127.0.0.1:${port['redis:6379']}`,
      `-web.listen-address=127.0.0.1:${port['redis-exporter:9121']}`,
    ],
    options: {
      readyUrl: http(port['redis-exporter:9121'], '/health'),
      // Its flag --check-single-keys, in the form that a fault can take away.
      environment: { REDIS_EXPORTER_CHECK_SINGLE_KEYS: 'votes', ...environment },
    },
  }),
  'postgres-exporter': ({ port, home }, _, environment) => ({
    path: requireServer('postgres_exporter'),
    args: [`--web.listen-address=127.0.0.1:${port['postgres-exporter:9187']}`],
    options: {
      readyUrl: http(port['postgres-exporter:9187'], '/'),
      environment: {
        DATA_SOURCE_URI: `127.0.0.1:${port['db:5432']}/postgres?sslmode=disable`,
        DATA_SOURCE_USER: 'monitoring',
        DATA_SOURCE_PASS_FILE: join(home, 'secrets/postgres_exporter_password'),
        ...environment,
      },
    },
  }),
  'node-exporter': ({ port, home }) => ({
    path: requireServer('node_exporter'),
    args: [
      `--web.listen-address=127.0.0.1:${port['node-exporter:9100']}`,
      `--collector.textfile.directory=${join(home, 'textfile')}`,
    ],
    options: { readyUrl: http(port['node-exporter:9100'], '/') },
  }),
  'blackbox-exporter': ({ port, home }, { tempo }) => ({
    path: requireServer('blackbox_exporter'),
    args: [
      `--config.file=${join(home, 'config/blackbox/blackbox.yml')}`,
      `--web.listen-address=127.0.0.1:${port['blackbox-exporter:9115']}`,
      // A probe gives up half a second before the scrape does; that scales with the scrape.
      `--timeout-offset=${0.5 / tempo}`,
    ],
    options: { readyUrl: http(port['blackbox-exporter:9115'], '/-/healthy') },
  }),
  alertmanager: ({ port, home }) => ({
    path: requireServer('alertmanager'),
    args: [
      `--config.file=${join(home, 'config/alertmanager/alertmanager.yml')}`,
      `--storage.path=${join(home, 'alertmanager')}`,
      `--web.listen-address=127.0.0.1:${port['alertmanager:9093']}`,
      '--cluster.listen-address=',
    ],
    options: { readyUrl: http(port['alertmanager:9093'], '/-/ready') },
  }),
  prometheus: ({ port, home }, { tempo }) => ({
    path: requireServer('prometheus'),
    args: [
      `--config.file=${join(home, 'config/prometheus/prometheus.yml')}`,
      `--storage.tsdb.path=${join(home, 'prometheus')}`,
      `--web.listen-address=127.0.0.1:${port['localhost:9090']}`,
      ...Object.entries(MINUTES).map(([flag, minutes]) => `--${flag}=${Math.round((minutes * 60_000) / tempo)}ms`),
      '--web.enable-lifecycle',
    ],
    options: { readyUrl: http(port['localhost:9090'], '/-/ready') },
  }),
} as const satisfies Readonly<Record<string, Launcher>>;

export type ServerName = keyof typeof SERVERS;
