import { gauge, source, summary } from 'plainsight';
import * as unit from 'plainsight/units';
import { expect, test } from 'vitest';
import { shop, shopTarget } from '../../../test/support/shop.ts';
import { seriesKind } from './series.ts';
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
const survey = surveyOf(shop({ catalogue: { latency_seconds, worker_count } }));

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
])('%s is a %s', (metric, kind) => {
  expect(seriesKind({ kind: 'selector', metric, matchers: [] }, survey)).toBe(kind);
});
