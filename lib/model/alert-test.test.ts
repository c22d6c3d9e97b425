/** The series that a test gives, and the steps between their values. */
import { expect, it } from 'vitest';
import { orders_total, queue_length, queueLength, request_duration_seconds } from '../../test/support/shop.ts';
import { alertTest, series } from './alert-test.ts';
import { recorded } from './read.ts';

it.each([
  [
    "the metric's job, and an instance",
    series(queue_length, { queue: 'orders', service: 'store' }, '1'),
    'queue_length',
    { instance: 'store:1', job: 'store', queue: 'orders', service: 'store' },
  ],
  [
    'those that a test names',
    series(orders_total, { kind: 'card', service: 'shop', instance: 'b:2' }, '1'),
    'orders_total',
    { instance: 'b:2', job: 'shop', kind: 'card', service: 'shop' },
  ],
  [
    'none of a target for a recorded series',
    series(recorded(queueLength), { job: 'store' }, '1'),
    'job:queue_length:max',
    { job: 'store' },
  ],
  [
    'the bound of a bucket',
    series(request_duration_seconds, { route: '/', service: 'shop' }, '1', { part: '_bucket', le: '0.5' }),
    'request_duration_seconds_bucket',
    { instance: 'shop:1', job: 'shop', le: '0.5', route: '/', service: 'shop' },
  ],
])('a series has %s', (_what, given, name, labels) => {
  expect(given).toMatchObject({ name, values: '1' });
  expect(given.labels).toEqual(labels);
});

it('takes a minute between two values unless a test says otherwise', () => {
  const fires = { given: [], at: '5m', labels: {}, says: '' } as const;
  const silent = [{ reason: 'r', given: [], at: '90s', every: '30s' }] as const;
  const test = alertTest({ fires, silent });
  expect(test.fires.map(({ every, at }) => [every.ms, at.ms])).toEqual([[60_000, 300_000]]);
  expect(test.silent.map(({ every, at }) => [every.ms, at.ms])).toEqual([[30_000, 90_000]]);
});
