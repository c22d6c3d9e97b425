/** Two services that expose metrics of one name stay apart: in signals, panels, alerts, tests and recorded series. */

import {
  alert,
  allTargets,
  breaches,
  counter,
  dashboard,
  model,
  resolve,
  row,
  scrapeJob,
  series,
  signal,
  source,
  target,
  text,
} from 'plainsight';
import * as panel from 'plainsight/panels';
import { ALERTS, countedAs, max, not, rate, raw, sum, up } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { expect, it } from 'vitest';
import { prometheusFiles } from '../lib/emit/prometheus/files.ts';
import { metricQueries } from '../lib/model/resolved.ts';
import { print } from '../lib/promql/print.ts';
import { checkRules, testRules } from './support/promtool-files.ts';
import { describeWithServer } from './support/servers.ts';

/** What both services have; only the target differs. */
function service<const N extends 'shop' | 'store'>(name: N) {
  const own = target(name, { labels: ['service'] });
  const http_requests_total = counter(source(own, { version: '' }), {
    name: 'http_requests_total',
    help: 'Requests.',
    unit: unit.count('requests'),
  });
  const requests = signal({
    id: `${name}-requests`,
    name: `Requests of ${name}`,
    description: `Requests that ${name} answered.`,
    unit: unit.perSecond('requests'),
    query: ({ window }) => sum(rate(http_requests_total, window)),
    thresholds: { from: { warning: 100 } },
    recorded: { as: `${name}:http_requests:rate5m`, group: name, every: '1m' },
    whenEmpty: 'no data',
  });
  const given = (each: string) => series(http_requests_total, { service: each }, '0+12000x20');
  const busy = alert({
    when: breaches(requests, 'warning'),
    service: name,
    summary: 'Many requests.',
    description: (_l, v) => text`${v} requests a second.`,
    test: {
      fires: { given: [given(name)], at: '10m', labels: {}, says: '200 requests a second.' },
      silent: [],
    },
  });
  const job = scrapeJob(own, { purpose: name, static: [{ targets: [`${name}:80`], labels: { service: name } }] });
  return { http_requests_total, requests, busy, job, given };
}

const [shop, store] = [service('shop'), service('store')];
const every = allTargets();
const words = { description: 'D.', whenEmpty: 'no data' } as const;
const others = {
  text: signal({
    ...words,
    id: 'text',
    name: 'Text',
    unit: unit.count('requests'),
    query: () => raw('max(http_requests_total)', { reason: 'a test', labels: [], unit: unit.count('requests') }),
  }),
  targets: signal({
    ...words,
    id: 'targets',
    name: 'Targets',
    unit: up.of(every).unit,
    query: () => max(up.of(every)),
  }),
  rest: signal({
    ...words,
    id: 'rest',
    name: 'Rest',
    unit: up.of(every).unit,
    query: () => max(up.of(every).where({ job: not('shop') })),
  }),
  firing: signal({
    ...words,
    id: 'firing',
    name: 'Firing',
    unit: unit.count('alerts'),
    query: () => countedAs('alerts', sum(ALERTS.of(every))),
  }),
};

const resolved = resolve(
  model({
    profiles: ['plain'],
    signals: [{ shop: shop.requests, store: store.requests }, others],
    dashboards: [
      dashboard({
        uid: 'both',
        title: 'Both',
        description: 'Both.',
        tags: [],
        rows: [
          row('Requests', [
            [panel.stat(shop.requests), panel.stat(store.requests), panel.stat(others.text)],
            [panel.stat(others.targets), panel.stat(others.rest), panel.stat(others.firing)],
          ]),
        ],
      }),
    ],
    alerts: [
      {
        ShopBusy: shop.busy,
        // The other's many requests do not set it off.
        StoreBusy: Object.freeze({
          ...store.busy,
          test: {
            ...store.busy.test,
            silent: store.busy.test.fires.map(({ every: step, at }) => ({
              reason: 'only the shop is busy',
              given: [shop.given('shop')],
              every: step,
              at,
            })),
          },
        }),
      },
    ],
    jobs: [shop.job, store.job],
    scrapeInterval: '15s',
    evaluationInterval: '15s',
    site: { grafana: 'http://localhost:3000', runbooks: 'http://localhost:3000', alertmanager: 'alertmanager:9093' },
    runbooks: {},
    catalogue: [{ http_requests_total: shop.http_requests_total }, { http_requests_total: store.http_requests_total }],
  }),
  'plain',
).model;

it('records each by itself', () => {
  const rules = resolved.groups.flatMap(({ rules: all }) => all.map(({ name, node }) => [name, print(node)]));
  expect(rules.filter(([name]) => name?.includes(':'))).toEqual([
    ['shop:http_requests:rate5m', 'sum(rate(http_requests_total{job="shop"}[5m]))'],
    ['store:http_requests:rate5m', 'sum(rate(http_requests_total{job="store"}[5m]))'],
  ]);
});

it("shows each by itself, and of all targets and alerts the model's own", () => {
  const panels = resolved.dashboards.flatMap(({ rows }) => rows.flatMap((each) => each.panels));
  expect(panels.flatMap((panel) => metricQueries(panel).map(({ node }) => print(node)))).toEqual([
    'shop:http_requests:rate5m',
    'store:http_requests:rate5m',
    'max(http_requests_total{job=~"shop|store"})',
    'max(up{job=~"shop|store"})',
    'max(up{job="store"})',
    'sum(ALERTS{alertname=~"ShopBusy|StoreBusy"})',
  ]);
});

describeWithServer(['promtool'], 'promtool', () => {
  it("finds one's alert silent while only the other is busy", async () => {
    const files = prometheusFiles(resolved);
    expect(await checkRules(files)).toBe('accepted');
    expect(await testRules(files)).toBe('accepted');
  });
});
