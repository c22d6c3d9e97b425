/**
 * The system that the library's examples are about: a shop whose orders wait in a Redis list until a worker stores
 * them. Examples in doc comments use these names without importing them; the tests compile and run every example.
 */
import {
  alert,
  alerting,
  breaches,
  counter,
  dashboard,
  deployment,
  distribution,
  gauge,
  histogram,
  info,
  type LogCollection,
  type LogStore,
  model,
  nativeHistogram,
  objective,
  queryVariable,
  resolve,
  row,
  scrapeJob,
  series,
  sharedCounter,
  sharedGauge,
  signal,
  slack,
  source,
  summary,
  target,
  text,
} from 'plainsight';
import { pattern, stream } from 'plainsight/logql';
import * as panel from 'plainsight/panels';
import { buckets, countedAs, div, histogramQuantile, increase, max, min, rate, sum, up } from 'plainsight/promql';
import * as unit from 'plainsight/units';

/** The web service of the shop. */
export const shop = target('shop', { labels: ['service'] });
/** Redis, through its exporter. */
export const redis = target('redis', { labels: ['service'] });
/** PostgreSQL, through its exporter. */
export const postgres = target('postgres', { labels: ['service'] });
/** The host. */
export const host = target('node', { labels: ['service'] });

const shopMetrics = source(shop, { version: '1.0.0' });
const redisMetrics = source(redis, { version: '1.88.0' });
const postgresMetrics = source(postgres, { version: '0.19.1' });
const hostMetrics = source(host, { version: '1.11.1' });

/** What the shop's containers write, shipped with the labels of their containers. */
export const shopLogs = stream({ labels: ['service', 'stream'], only: { project: 'shop' } });
/** A line for each request, as the web service writes it. */
export const accessLog = pattern('<ip> "<method> <path> <_>" <status> <size>', { status: 'number', size: unit.bytes });

/** Requests that the shop answered. */
export const http_requests_total = counter(shopMetrics, {
  name: 'http_requests_total',
  help: 'Requests that were answered.',
  unit: unit.count('requests'),
  labels: { method: ['GET', 'POST'], status: ['200', '500'] },
});

/** How long the shop took for a request. */
export const http_request_duration_seconds = histogram(shopMetrics, {
  name: 'http_request_duration_seconds',
  help: 'Time from the request to the answer.',
  unit: unit.seconds,
  labels: { method: ['GET', 'POST'] },
  bounds: [0.1, 0.25, 0.5, 1, 2.5],
});

/** How long the shop's cache took, as quantiles that the service works out itself. */
export const cache_duration_seconds = summary(shopMetrics, {
  name: 'cache_duration_seconds',
  help: 'Time for one look into the cache.',
  unit: unit.seconds,
  bounds: [0.5, 0.99],
});

/** Which version of the shop runs. */
export const shop_build_info = info(shopMetrics, {
  name: 'shop_build_info',
  help: 'The version that runs.',
  unit: unit.count('builds'),
  labels: { version: ['1.0.0'] },
});

/** When a process was started; many exporters have it. */
export const process_start_time_seconds = sharedGauge({
  name: 'process_start_time_seconds',
  help: 'Start of the process.',
  unit: unit.timestamp,
});

/** Time of the processors that a process used; many exporters have it. */
export const process_cpu_seconds_total = sharedCounter({
  name: 'process_cpu_seconds_total',
  help: 'Time of the processors.',
  unit: unit.seconds,
});

/** Sizes of the shop's answers, as a native histogram. */
export const http_response_size_bytes = nativeHistogram(shopMetrics, {
  name: 'http_response_size_bytes',
  help: 'Sizes of the answers.',
  unit: unit.bytes,
});

/** Whether Redis answers its exporter. */
export const redis_up = gauge(redisMetrics, {
  name: 'redis_up',
  help: 'Whether Redis answers.',
  unit: unit.state({ 0: 'Down', 1: 'Up' }),
});

/** Time that Redis spent on each command. */
export const redis_commands_duration_seconds_total = counter(redisMetrics, {
  name: 'redis_commands_duration_seconds_total',
  help: 'Time spent on each command.',
  unit: unit.seconds,
  labels: { cmd: ['rpush', 'lpop'] },
});

/** The slowest command of the last minute, in microseconds. */
export const redis_slowlog_last_usec = gauge(redisMetrics, {
  name: 'redis_slowlog_last_usec',
  help: 'The newest entry of the slow log.',
  unit: unit.microseconds,
});

/** Calls of each Redis command. */
export const redis_commands_total = counter(redisMetrics, {
  name: 'redis_commands_total',
  help: 'Calls of each command.',
  unit: unit.count('commands'),
  labels: { cmd: ['rpush', 'lpop'] },
});

/** The length of each list in Redis. */
export const redis_key_size = gauge(redisMetrics, {
  name: 'redis_key_size',
  help: 'Entries of a list.',
  unit: unit.count('entries'),
  labels: { db: ['db0'], key: ['orders'] },
});

/** Memory that Redis uses, and what it may use. */
export const redis_memory_used_bytes = gauge(redisMetrics, {
  name: 'redis_memory_used_bytes',
  help: 'Memory in use.',
  unit: unit.bytes,
});

/** The most memory that Redis may use. */
export const redis_memory_max_bytes = gauge(redisMetrics, {
  name: 'redis_memory_max_bytes',
  help: 'Memory that may be used.',
  unit: unit.bytes,
});

/** How full the shop's pool of connections is. */
export const shop_pool_used_percent = gauge(shopMetrics, {
  name: 'shop_pool_used_percent',
  help: 'Connections in use, of 100.',
  unit: unit.percent,
});

/** Memory that PostgreSQL shares, in pages of 8 KiB. */
export const pg_shared_buffers_pages = gauge(postgresMetrics, {
  name: 'pg_shared_buffers_pages',
  help: 'Shared buffers.',
  unit: unit.count('pages'),
});

/** Whether PostgreSQL answers. */
export const pg_up = gauge(postgresMetrics, {
  name: 'pg_up',
  help: 'Whether the server answers.',
  unit: unit.state({ 0: 'Down', 1: 'Up' }),
});

/** When PostgreSQL was started. */
export const pg_start_time_seconds = gauge(postgresMetrics, {
  name: 'pg_start_time_seconds',
  help: 'Start of the server.',
  unit: unit.timestamp,
});

/** Room that is left on each filesystem. */
export const node_filesystem_avail_bytes = gauge(hostMetrics, {
  name: 'node_filesystem_avail_bytes',
  help: 'Room that is left.',
  unit: unit.bytes,
  labels: { mountpoint: ['/', '/var/lib/postgresql'] },
});

/** The size of each filesystem. */
export const node_filesystem_size_bytes = gauge(hostMetrics, {
  name: 'node_filesystem_size_bytes',
  help: 'The size.',
  unit: unit.bytes,
  labels: { mountpoint: ['/', '/var/lib/postgresql'] },
});

/** Time that each processor spent in each mode. */
export const node_cpu_seconds_total = counter(hostMetrics, {
  name: 'node_cpu_seconds_total',
  help: 'Time of the processors.',
  unit: unit.seconds,
  labels: { cpu: ['0', '1'], mode: ['idle', 'user'] },
});

/** Tasks that run or wait to run. */
export const node_load1 = gauge(hostMetrics, { name: 'node_load1', help: 'Load.', unit: unit.count('tasks') });

/** Requests per second. */
export const requests = signal({
  id: 'requests',
  name: 'Requests',
  description: 'Requests that the shop answered.',
  unit: unit.perSecond('requests'),
  labels: ['service', 'status'],
  query: ({ window, by }) => sum(rate(http_requests_total, window), { by }),
  whenEmpty: 'no data',
});

/** Orders that arrive. */
export const ordersAccepted = signal({
  id: 'orders-accepted',
  name: 'Orders accepted',
  description: 'Orders that the shop put into the list.',
  unit: unit.perSecond('orders'),
  query: ({ window }) => countedAs('orders', sum(rate(redis_commands_total.where({ cmd: 'rpush' }), window))),
  whenEmpty: 'no data',
});

/** Orders that are stored. */
export const ordersStored = signal({
  id: 'orders-stored',
  name: 'Orders stored',
  description: 'Orders that the worker took from the list.',
  unit: unit.perSecond('orders'),
  query: ({ window }) => countedAs('orders', sum(rate(redis_commands_total.where({ cmd: 'lpop' }), window))),
  whenEmpty: 'no data',
});

/** Orders that wait: with thresholds, and recorded. */
export const ordersWaiting = signal({
  id: 'orders-waiting',
  name: 'Orders waiting',
  description: 'Orders in the list that the worker has not taken yet.',
  unit: unit.count('orders'),
  labels: ['job'],
  query: ({ by }) => countedAs('orders', max(redis_key_size.where({ key: 'orders' }), { by })),
  thresholds: { from: { warning: 100, critical: 1000 } },
  recorded: { as: 'job:orders_waiting:max', group: 'orders', every: '30s' },
  whenEmpty: 'no data',
});

/** The 95th percentile. */
export const latencyP95 = signal({
  id: 'latency-p95',
  name: 'Latency, 95th percentile',
  description: '95 of 100 requests were answered faster.',
  unit: unit.seconds,
  labels: ['service'],
  query: ({ window, by }) =>
    histogramQuantile(0.95, sum(buckets(http_request_duration_seconds, window), { by: [...by, 'le'] })),
  whenEmpty: 'no data',
});

/** How latencies are distributed. */
export const latencyDistribution = distribution({
  id: 'latency-distribution',
  name: 'Latency',
  description: 'How many requests took how long.',
  unit: unit.seconds,
  query: ({ window, by }) => sum(buckets(http_request_duration_seconds, window), { by: [...by, 'le'] }),
});

/** Memory of Redis, and the most it may use. */
export const memoryUsed = signal({
  id: 'memory-used',
  name: 'Memory used',
  description: 'Memory that Redis uses.',
  unit: unit.bytes,
  labels: ['service'],
  query: ({ by }) => max(redis_memory_used_bytes, { by }),
  whenEmpty: 'no data',
});

/** The share of Redis' memory that is used. */
export const memoryShare = signal({
  id: 'memory-share',
  name: 'Memory used, share',
  description: 'Share of its memory that Redis uses.',
  unit: unit.ratio,
  labels: ['service'],
  query: ({ by }) => max(div(redis_memory_used_bytes, redis_memory_max_bytes), { by }),
  thresholds: { from: { warning: 0.8, critical: 0.9 } },
  whenEmpty: 'no data',
});

/** Whether Redis answers. */
export const redisAnswers = signal({
  id: 'redis-answers',
  name: 'Redis answers',
  description: 'Whether Redis answers its exporter.',
  unit: unit.state({ 0: 'Down', 1: 'Up' }),
  labels: ['service'],
  query: ({ by }) => min(redis_up, { by }),
  whenEmpty: 'no data',
});

/** Redis' series of a test: how many orders wait. */
const waiting = (values: string) => series(redis_key_size, { db: 'db0', key: 'orders', service: 'redis' }, values);

/** Orders pile up. */
export const OrdersPilingUp = alert({
  when: breaches(ordersWaiting, 'warning', { by: ['job'] }),
  for: '10m',
  service: 'worker',
  summary: 'Orders are piling up.',
  description: (_, v) => text`${v} orders wait.`,
  test: {
    fires: { given: [waiting('500x30')], at: '20m', labels: { job: 'redis' }, says: '500 orders wait.' },
    silent: [{ reason: 'a few orders always wait', given: [waiting('20x30')], at: '20m' }],
  },
});

/** A dashboard's variable with the services that run. */
export const service = queryVariable({ name: 'service', label: 'Service', of: up.of(shop), values: 'service' });

/** A dashboard about orders. */
export const orders = dashboard({
  uid: 'shop-orders',
  title: 'Orders',
  description: 'Do orders get through?',
  tags: ['orders'],
  filter: { service },
  rows: [
    row('Health', [
      [panel.stat(ordersWaiting), panel.stat(memoryShare)],
      [panel.timeseries(ordersWaiting, { key: 'waiting-history', by: ['job'] }), panel.timeseries(requests)],
    ]),
  ],
});

/** What the shop promises: an objective. */
export const ordersTaken = objective({
  id: 'order-availability',
  name: 'Orders are taken',
  description: '99.5 % of the orders are answered without an error. Where fewer are, look at the failed requests.',
  target: 0.995,
  unit: unit.count('requests'),
  labels: ['service'],
  events: {
    total: ({ window, by }) => sum(increase(http_requests_total.where({ method: 'POST' }), window), { by }),
    errors: ({ window, by }) =>
      sum(increase(http_requests_total.where({ method: 'POST', status: '500' }), window), { by }),
  },
  group: 'order-availability',
});

/** What `plainsight.config.ts` gathers besides dashboards and alerts. */
export const stack = {
  profiles: ['production'],
  signals: [
    {
      requests,
      ordersAccepted,
      ordersStored,
      ordersWaiting,
      latencyP95,
      latencyDistribution,
      memoryUsed,
      memoryShare,
      redisAnswers,
    },
  ],
  jobs: [
    scrapeJob(shop, {
      purpose: 'The shop.',
      static: [{ targets: ['shop:80'], labels: { service: 'shop' } }],
    }),
    scrapeJob(redis, {
      purpose: 'Redis, through its exporter.',
      static: [{ targets: ['redis-exporter:9121'], labels: { service: 'redis' } }],
    }),
  ],
  scrapeInterval: '15s',
  evaluationInterval: '15s',
  site: {
    grafana: 'http://localhost:3000',
    runbooks: 'http://localhost:3000/runbooks',
    alertmanager: 'alertmanager:9093',
  },
  catalogue: [
    {
      http_requests_total,
      http_request_duration_seconds,
      redis_up,
      redis_commands_total,
      redis_key_size,
      redis_memory_used_bytes,
      redis_memory_max_bytes,
    },
  ],
} as const;

/** The registries. */
export const dashboards = [orders];
export const alerts = [{ OrdersPilingUp }];

/** Who is told. */
const told = alerting({
  receivers: { team: [slack({ urlFile: '/run/secrets/slack_url' })] },
  route: {
    to: 'team',
    groupBy: ['alertname', 'service'],
    groupWait: '30s',
    groupInterval: '5m',
    repeatInterval: '4h',
    routes: [{ when: { severity: 'warning' }, to: 'team' }],
  },
});

/** Everything, as `model()` gathers it, and as the build resolves it. */
export const shopModel = model({
  ...stack,
  dashboards,
  alerts,
  alerting: told,
  runbooks: { OrdersPilingUp: '# OrdersPilingUp\n\nIs the worker running?\n' },
});
export const resolved = resolve(shopModel, 'production').model;

/** Who is told, with nothing left to decide. */
export const resolvedAlerting = required(resolved.alerting);

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('the shop tells somebody');
  return value;
}

/** How the shop's logs are kept. */
export const shopLogStore: LogStore = {
  retention: '14d',
  gigabytes: 60,
  burstMegabytes: 8,
  port: 3100,
  alertmanager: 'alertmanager:9093',
  evaluationInterval: '1m',
};

/** How they are read. */
export const shopLogCollection: LogCollection = {
  docker: 'tcp://docker-proxy:2375',
  push: 'http://loki:3100/loki/api/v1/push',
  project: 'shop',
  refresh: '15s',
  masks: [{ expression: "customer '([^']+)'", replacement: 'masked', reason: 'Who ordered what.' }],
  level: 'info',
  levels: [{ level: 'error', expression: '^ERROR ' }],
  measured: [],
  idle: '7d',
};

/** What watches the shop, as containers: the least that has one of everything. */
export const shopDeployment = deployment({
  project: 'shop-monitoring',
  application: { project: 'shop', variable: 'SHOP_PROJECT', networks: ['inner'], volumes: [], services: ['shop'] },
  networks: { monitoring: {} },
  volumes: ['prometheus-data'],
  secrets: { slack_url: { purpose: 'Slack', madeAs: { text: 'https://slack.invalid/', until: 'nobody is told' } } },
  containers: {
    prometheus: {
      purpose: 'Scrapes the shop.',
      image: 'prom/prometheus:v3.16.0',
      memory: '1G',
      networks: ['monitoring', 'inner'],
      metrics: 9090,
      mounts: [
        { output: 'prometheus', at: '/etc/prometheus' },
        { volume: 'prometheus-data', at: '/prometheus' },
      ],
    },
  },
  overrides: { desktop: { purpose: 'For Docker Desktop.', containers: { prometheus: { networks: ['monitoring'] } } } },
  files: { 'notes/first.txt': 'Hello.\n' },
  logStore: shopLogStore,
  logCollection: shopLogCollection,
  probes: { tcp_connect: { kind: 'tcp', timeout: '5s' } },
});
