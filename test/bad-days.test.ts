/**
 * Panels on a bad day: what a person on call would see while an exporter is gone, a database hangs or a disk fills.
 * Prometheus' own evaluator gives the answer to the query that the dashboards have.
 */
import { expect, it } from 'vitest';
import { queriesOf } from '../lib/model/queries.ts';
import { resolve } from '../lib/model/resolve/resolve.ts';
import { loadModel } from '../scripts/project.ts';
import { promtool } from './support/promtool-files.ts';
import { describeWithServer } from './support/servers.ts';

const model = await loadModel();

interface Where {
  readonly profile: 'instrumented' | 'stock';
  readonly dashboard: 'system' | 'application' | 'database';
}

const USUAL: Where = { profile: 'instrumented', dashboard: 'system' };

/** The first query of a panel. */
function queryOf(day: BadDay): string {
  const { panel, profile, dashboard } = { ...USUAL, ...day };
  const what = `dashboard voting-app-${dashboard} / panel ${panel}`;
  const found = queriesOf(resolve(model, profile).model).find((each) => each.what === what);
  if (found === undefined) throw new Error(`there is no ${what}`);
  return found.text;
}

/** What is shown, of the usual profile and dashboard where nothing else is said. */
interface BadDay extends Partial<Where> {
  readonly what: string;
  readonly panel: string;
  readonly series: Readonly<Record<string, string>>;
  /** How far its samples are apart: a minute where nothing is said. */
  readonly interval?: '15s';
  readonly at: string;
  /** What is shown, by the labels of the series. */
  readonly shows: Readonly<Record<string, number>>;
}

const app = (service: string) =>
  `up{instance="${service}:80",job="voting-app",group="production",service="${service}"}`;
const redis = 'instance="redis-exporter:9121",job="redis",service="redis"';
const postgres = 'instance="postgres-exporter:9187",job="postgres",service="db"';
const disk = (mountpoint: string) =>
  `{mountpoint="${mountpoint}",device="/dev/${mountpoint.length}",device_error="",fstype="ext4",instance="node-exporter:9100",job="node",service="host"}`;

const probe = (service: string) => `instance="http://${service}:80/",job="blackbox",service="${service}"`;
const requests = (method: string, status: number) =>
  `http_requests_total{method="${method}",route="/",status="${status}",instance="vote:80",job="voting-app",group="production",service="vote"}`;
/** Two votes are accepted in 15 s, none of them waits, and so many are stored. */
const path = (stored: string) => ({
  [`redis_up{${redis}}`]: '1x160',
  [`redis_commands_total{cmd="rpush",${redis}}`]: '0+2x160',
  [`redis_key_size{db="db0",key="votes",${redis}}`]: '0x160',
  [`pg_stat_user_tables_n_tup_ins{relname="votes",${postgres}}`]: stored,
});

const healthy = {
  [app('vote')]: '1x60',
  [app('result')]: '1x60',
  [app('worker')]: '1x60',
  [`redis_up{${redis}}`]: '1x60',
  [`pg_up{${postgres}}`]: '1x60',
};
const up = (service: string, value = 1) => ({ [`{service="${service}"}`]: value });

const DAYS: readonly BadDay[] = [
  {
    what: 'a service whose exporter is gone keeps its tile, and is neither up nor down',
    panel: 'services-now',
    series: { ...healthy, [`redis_up{${redis}}`]: '1x20 stale' },
    at: '40m',
    shows: { ...up('vote'), ...up('result'), ...up('worker'), ...up('redis', -1), ...up('db') },
  },
  {
    what: 'a service that Prometheus no longer scrapes keeps its tile',
    panel: 'services-now',
    series: { ...healthy, [app('worker')]: '1x20 stale' },
    at: '40m',
    shows: { ...up('vote'), ...up('result'), ...up('worker', -1), ...up('redis'), ...up('db') },
  },
  {
    what: 'with the stock images, a worker that has never polled a new Redis is down',
    panel: 'services-now',
    profile: 'stock',
    series: {
      'probe_success{instance="http://vote:80/",job="blackbox",service="vote"}': '1x60',
      'probe_success{instance="http://result:80/",job="blackbox",service="result"}': '0x60',
      [`redis_up{${redis}}`]: '1x60',
      [`pg_up{${postgres}}`]: '1x60',
    },
    at: '40m',
    shows: { ...up('vote'), ...up('result', 0), ...up('worker', 0), ...up('redis'), ...up('db') },
  },
  {
    what: 'half an hour in which PostgreSQL hung is half an hour that was not up',
    panel: 'service-uptime',
    series: {
      [app('vote')]: '1x120',
      [app('result')]: '1x60 0x60',
      [`redis_up{${redis}}`]: '1x120',
      [`up{${redis}}`]: '1x120',
      [`pg_up{${postgres}}`]: '1x90 stale',
      [`up{${postgres}}`]: '1x90 0x30',
    },
    at: '120m',
    // Of a day two hours are known, 121 scrapes. The worker was not seen in them at all.
    shows: { ...up('vote'), ...up('result', 61 / 121), ...up('worker', 0), ...up('redis'), ...up('db', 91 / 121) },
  },
  {
    what: 'the fullest disk is shown, and not one divided by another',
    panel: 'disk-use',
    series: {
      [`node_filesystem_avail_bytes${disk('/')}`]: '10x20',
      [`node_filesystem_free_bytes${disk('/')}`]: '10x20',
      [`node_filesystem_size_bytes${disk('/')}`]: '20x20',
      [`node_filesystem_avail_bytes${disk('/var/lib/docker')}`]: '8x20',
      [`node_filesystem_free_bytes${disk('/var/lib/docker')}`]: '8x20',
      [`node_filesystem_size_bytes${disk('/var/lib/docker')}`]: '400x20',
    },
    at: '10m',
    shows: { '{}': 0.98 },
  },
  {
    what: 'what is reserved for the administrator is not in use, as df says it',
    panel: 'disk-use',
    series: {
      // Of 100, 20 are reserved and 20 are used: a quarter of what anybody can use.
      [`node_filesystem_avail_bytes${disk('/')}`]: '60x20',
      [`node_filesystem_free_bytes${disk('/')}`]: '80x20',
      [`node_filesystem_size_bytes${disk('/')}`]: '100x20',
    },
    at: '10m',
    shows: { '{}': 0.25 },
  },
  {
    what: 'a disk that logs fill, while the databases do not grow',
    panel: 'disk-full-in',
    series: {
      [`node_filesystem_avail_bytes${disk('/')}`]: '20000000000-150000000x120',
      [`node_filesystem_size_bytes${disk('/')}`]: '100000000000x120',
      'job:pg_database_size_bytes:sum{job="postgres"}': '8000000x120',
    },
    at: '110m',
    shows: { '{}': 1400 },
  },
  {
    what: 'a disk that is full has no time left, however long it has been full',
    panel: 'disk-full-in',
    series: {
      [`node_filesystem_avail_bytes${disk('/')}`]: '0x600',
      [`node_filesystem_size_bytes${disk('/')}`]: '100000000000x600',
    },
    at: '10h',
    shows: { '{}': 0 },
  },
  {
    what: 'a disk that is full before the forecast ends is shown below 0',
    panel: 'disk-forecast',
    series: {
      [`node_filesystem_avail_bytes${disk('/')}`]: '10000000000-200000000x49',
      [`node_filesystem_size_bytes${disk('/')}`]: '100000000000x49',
    },
    at: '40m',
    // 2 GB are left, and 200 MB go every minute.
    shows: { '{mountpoint="/"}': -10_000_000_000 },
  },
  {
    what: 'a page that is down is not one that loads in less than a millisecond',
    dashboard: 'application',
    panel: 'probe-duration',
    series: {
      [`probe_duration_seconds{${probe('vote')}}`]: '0.25x20',
      [`probe_success{${probe('vote')}}`]: '1x20',
      [`probe_duration_seconds{${probe('result')}}`]: '0.0007x20',
      [`probe_success{${probe('result')}}`]: '0x20',
    },
    at: '10m',
    shows: { '{service="vote"}': 0.25 },
  },
  {
    what: 'while every vote fails, all votes that were cast have failed, however many pages load',
    dashboard: 'application',
    panel: 'vote-errors',
    interval: '15s',
    series: { [requests('POST', 500)]: '0+3x80', [requests('GET', 200)]: '0+60x80' },
    at: '15m',
    shows: { '{}': 1 },
  },
  ...(['worker-saturation', 'wait-history'] as const).map(
    (panel): BadDay => ({
      what: `without a worker there is no ${panel}: nothing is divided by a made-up tenth`,
      dashboard: 'application',
      panel,
      interval: '15s',
      series: {
        [`redis_up{${redis}}`]: '1x80',
        [`redis_commands_total{cmd="rpush",${redis}}`]: '0+15x80',
        [`redis_key_size{db="db0",key="votes",${redis}}`]: '0+15x80',
      },
      at: '15m',
      shows: {},
    }),
  ),
  {
    what: 'what was accepted and neither waits nor was stored is lost',
    dashboard: 'application',
    panel: 'votes-lost',
    interval: '15s',
    series: path('0+1x160'),
    at: '35m',
    // Two in 15 s are accepted, and one of them is stored.
    shows: { '{}': 120 },
  },
  {
    what: 'of votes lost nothing is claimed while an exporter was away',
    dashboard: 'application',
    panel: 'votes-lost',
    interval: '15s',
    series: path('0+1x60 _x20 81+1x80'),
    at: '35m',
    shows: {},
  },
  {
    what: 'rows that are read by going through a whole table are counted',
    dashboard: 'database',
    panel: 'rows',
    interval: '15s',
    series: {
      [`pg_stat_database_tup_returned{datname="postgres",${postgres}}`]: '0+9000x80',
      [`pg_stat_database_tup_fetched{datname="postgres",${postgres}}`]: '0+90x80',
    },
    at: '15m',
    shows: { '{}': 600 },
  },
];

describeWithServer(['promtool'], 'a panel on a bad day', () => {
  it.each(DAYS.map((day) => [day.what, day] as const))('%s', async (_, day) => {
    const { series, interval = '1m', at, shows } = day;
    const test = {
      interval,
      input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
      promql_expr_test: [
        {
          expr: queryOf(day),
          eval_time: at,
          exp_samples: Object.entries(shows).map(([labels, value]) => ({ labels, value })),
        },
      ],
    };
    // JSON is YAML.
    const files = new Map([
      ['day.yml', JSON.stringify({ evaluation_interval: '1m', fuzzy_compare: true, tests: [test] })],
    ]);
    expect(await promtool(files, ['test', 'rules', 'day.yml'])).toBe('accepted');
  });
});
