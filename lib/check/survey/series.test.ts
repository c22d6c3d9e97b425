import { gauge, histogram, scrapeJob, source, summary, untyped } from 'plainsight';
import * as unit from 'plainsight/units';
import { expect, test } from 'vitest';
import { shop, shopJob, shopTarget, storeJob } from '../../../test/support/shop.ts';
import { sampledEvery, seriesKind } from './series.ts';
import { surveyOf } from './survey.ts';

const from = source(shopTarget, { version: '' });
const latency_seconds = summary(from, {
  name: 'latency_seconds',
  help: '',
  unit: unit.seconds,
  labels: {},
  series: 3,
  bounds: [0.5],
});
const worker_count = gauge(from, {
  name: 'worker_count',
  help: '',
  unit: unit.count('workers'),
  labels: {},
  series: 1,
});
const mystery = untyped(from, { name: 'mystery', help: '', unit: unit.count('things'), labels: {}, series: 1 });
const stock_count = histogram(from, {
  name: 'stock_count',
  help: '',
  unit: unit.count('things'),
  labels: {},
  series: 4,
  bounds: [1],
});
const survey = surveyOf(shop({ catalogue: { latency_seconds, worker_count, mystery, stock_count } }));

test.each([
  ['orders_total', 'counter'],
  ['queue_length', 'gauge'],
  ['request_duration_seconds_bucket', 'counter'],
  ['request_duration_seconds_sum', 'counter'],
  ['request_duration_seconds', 'histogram'],
  ['latency_seconds', 'summary'],
  ['latency_seconds_count', 'counter'],
  ['worker_count', 'gauge'],
  ['job:queue_length:max', undefined],
  ['elsewhere', undefined],
  ['mystery', undefined],
  ['stock_count', 'histogram'],
])('%s is a %s', (metric, kind) => {
  expect(seriesKind({ kind: 'selector', metric, matchers: [] }, survey)).toBe(kind);
});

const slow = surveyOf(
  shop({ jobs: [scrapeJob(shopTarget, { purpose: 'Slow.', static: shopJob.static, every: '2m' }), storeJob] }),
);

test.each([
  ['a metric of a job', 'orders_total', undefined, 120_000],
  ['a metric of a job without an interval of its own', 'queue_length', undefined, 15_000],
  ['a recorded series', 'job:queue_length:max', undefined, 60_000],
  ['a series of every job', 'up', undefined, 15_000],
  ['one of them', 'up', { operator: '=', value: 'shop' }, 120_000],
  ['all but one of them', 'up', { operator: '!=', value: 'shop' }, 15_000],
] as const)('how often there is a sample of %s', (_, metric, job, ms) => {
  const matchers = job === undefined ? [] : [{ label: 'job', ...job }];
  expect(sampledEvery({ kind: 'selector', metric, matchers }, slow)).toEqual({ ms });
});
