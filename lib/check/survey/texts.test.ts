import { annotation, row, scrapeJob, text } from 'plainsight';
import * as panel from 'plainsight/panels';
import { expect, test } from 'vitest';
import { alertOn, orders, promql, queue_length, shop, shopTarget } from '../../../test/support/shop.ts';
import { labelsIn, textsOf } from './texts.ts';

const link = (name: string) => ({ title: `${name} link`, to: { url: `http://${name}.example` } });
const store = { title: 'store link', to: { dashboard: 'store' } };
const model = shop({
  dashboard: {
    links: [link('dashboard'), store],
    annotations: [annotation({ name: 'restarts', title: 'Restart', when: queue_length, colour: 'blue' })],
    rows: [
      row('Health', [
        [
          panel.timeseries(orders, {
            title: 'Orders',
            legend: (l) => text`of ${l.service}`,
            by: ['service'],
            links: [link('panel')],
          }),
          panel.text({ key: 'note', title: '', description: '', markdown: 'Look here.' }),
        ],
      ]),
    ],
  },
  signals: {},
  alerts: { Few: alertOn(promql('sum(orders_total) < 1')) },
  jobs: [
    scrapeJob(shopTarget, {
      purpose: 'The shop.',
      static: [{ targets: ['shop:80'], labels: { service: 'shop' } }],
      params: { module: ['http'] },
    }),
  ],
});

const found = textsOf(model).map(({ about, field, text }) => `${about.where.what}: ${field}: ${text}`);
const of = (what: string) => found.filter((text) => text.startsWith(what));

test('every text of a dashboard is found, with its definition', () => {
  expect(of('dashboard')).toEqual([
    'dashboard shop: the title: Shop',
    'dashboard shop: the description: What is sold.',
    'dashboard shop: the title of a link: dashboard link',
    'dashboard shop: the address of a link: http://dashboard.example',
    'dashboard shop: the title of a link: store link',
    'dashboard shop: the title of annotation restarts: Restart',
    'dashboard shop: the title of row Health: Health',
    'dashboard shop / panel orders: the title: Orders',
    `dashboard shop / panel orders: the description: ${orders.description}`,
    'dashboard shop / panel orders: the legend: of ',
    'dashboard shop / panel orders: the title of a link: panel link',
    'dashboard shop / panel orders: the address of a link: http://panel.example',
    'dashboard shop / panel note: the text: Look here.',
  ]);
});

test('every text of an alert is found', () => {
  expect(of('alert Few')).toEqual([
    'alert Few: the summary: Something is wrong.',
    'alert Few: the description: Something is wrong with  orders.',
    'alert Few: the label severity: warning',
    'alert Few: the label service: shop',
  ]);
});

test('every text of a scrape job, a runbook and the site is found', () => {
  expect([...of('scrape job'), ...of('runbook Few'), ...of('site')]).toEqual([
    'scrape job shop: the purpose: The shop.',
    'scrape job shop: a target: shop:80',
    'scrape job shop: the parameter module: module=http',
    'runbook Few: the runbook: # Few\n',
    'site grafana: the address: http://localhost:3000',
    'site runbooks: the address: http://localhost/runbooks',
    'site alertmanager: the address: alertmanager:9093',
  ]);
});

test('a text on a dashboard names it, any other none', () => {
  const [dashboard] = model.dashboards;
  for (const { about, dashboard: on } of textsOf(model)) {
    expect(on).toBe(about.where.what.startsWith('dashboard') ? dashboard : undefined);
  }
});

test('the labels that a text has holes for', () => {
  expect(labelsIn(text`${{ hole: 'label', label: 'a' }} of ${{ hole: 'label', label: 'b' }}`)).toEqual(['a', 'b']);
  expect(labelsIn(text`nothing`)).toEqual([]);
});
