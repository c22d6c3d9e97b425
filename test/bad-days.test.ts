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

/** The first query of a panel of the dashboard System. */
function queryOf(panel: string, profile: 'instrumented' | 'stock'): string {
  const what = `dashboard voting-app-system / panel ${panel}`;
  const found = queriesOf(resolve(model, profile).model).find((each) => each.what === what);
  if (found === undefined) throw new Error(`there is no ${what}`);
  return found.text;
}

interface BadDay {
  readonly what: string;
  readonly panel: string;
  readonly profile?: 'stock';
  readonly series: Readonly<Record<string, string>>;
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
    panel: 'service-up',
    series: { ...healthy, [`redis_up{${redis}}`]: '1x20 stale' },
    at: '40m',
    shows: { ...up('vote'), ...up('result'), ...up('worker'), ...up('redis', -1), ...up('db') },
  },
  {
    what: 'a service that Prometheus no longer scrapes keeps its tile',
    panel: 'service-up',
    series: { ...healthy, [app('worker')]: '1x20 stale' },
    at: '40m',
    shows: { ...up('vote'), ...up('result'), ...up('worker', -1), ...up('redis'), ...up('db') },
  },
  {
    what: 'with the stock images, a worker that has never polled a new Redis is down',
    panel: 'service-up',
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
    // The last hour. The worker was not seen in it at all.
    shows: { ...up('vote'), ...up('result', 0), ...up('worker', 0), ...up('redis'), ...up('db', 0.5) },
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
];

describeWithServer(['promtool'], 'a panel on a bad day', () => {
  it.each(DAYS.map((day) => [day.what, day] as const))('%s', async (_, day) => {
    const { panel, profile = 'instrumented', series, at, shows } = day;
    const test = {
      interval: '1m',
      input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
      promql_expr_test: [
        {
          expr: queryOf(panel, profile),
          eval_time: at,
          exp_samples: Object.entries(shows).map(([labels, value]) => ({ labels, value })),
        },
      ],
    };
    // JSON is YAML.
    const files = new Map([['day.yml', JSON.stringify({ evaluation_interval: '1m', tests: [test] })]]);
    expect(await promtool(files, ['test', 'rules', 'day.yml'])).toBe('accepted');
  });
});
