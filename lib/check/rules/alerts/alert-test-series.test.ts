import { gauge, series, source } from 'plainsight';
import { up } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import {
  queue_length,
  request_duration_seconds,
  shop,
  shopTarget,
  storeTarget,
  withAlerts,
} from '../../../../test/support/shop.ts';
import type { GivenSeries } from '../../../model/alert-test.ts';
import { alertTestSeries } from './alert-test-series.ts';

const right = { queue: 'orders', service: 'store', job: 'store', instance: 'store:1' };
const given = (labels: Readonly<Record<string, string>>): GivenSeries => ({
  metric: queue_length.facts,
  name: 'queue_length',
  labels,
  values: '1',
});
const tested = (...all: readonly GivenSeries[]) => {
  const test = { given: all, every: { ms: 60_000 }, at: { ms: 60_000 } };
  return withAlerts(shop(), {
    test: { fires: [{ ...test, labels: {}, says: '1' }], silent: [{ ...test, reason: 'x' }] },
  });
};
const silentWith = (all: readonly GivenSeries[]) => {
  const silent = [{ given: all, every: { ms: 60_000 }, at: { ms: 60_000 }, reason: 'x' }];
  return withAlerts(shop(), { test: { fires: [], silent } });
};
const recordedSeries: GivenSeries = {
  metric: { ...queue_length.facts, name: 'job:queue_length:max' },
  name: 'job:queue_length:max',
  labels: { job: 'store' },
  values: '1',
};
/** A series that every job has, of a job that is not named: its service is there where the job adds one. */
const ofSomeJob: GivenSeries = {
  metric: {
    ...queue_length.facts,
    name: 'up',
    labels: {},
    source: source({ ...storeTarget, job: '', labels: [] }, { version: '' }),
  },
  name: 'up',
  labels: { job: 'other', instance: 'other:1' },
  values: '1',
};
const forgotten = gauge(source(storeTarget, { version: '' }), {
  name: 'queue_lenght',
  help: '',
  unit: unit.count('orders'),
  labels: {},
  series: 1,
});

describeRule(alertTestSeries, {
  example: tested(given({ ...right, qeue: 'orders' })),
  allows: [
    ['a recorded series', tested(recordedSeries)],
    ['a target without a label that only some jobs add', tested(ofSomeJob)],
    ['a series as it is exposed', tested(given(right))],
    [
      'a bucket',
      tested(series(request_duration_seconds, { route: '/', service: 'shop' }, '1', { part: '_bucket', le: '0.5' })),
    ],
    ["Prometheus' own series", tested(series(up.of(shopTarget), { service: 'shop' }, '1'))],
  ],
  finds: [
    ['a label that is not there, in a silent test', silentWith([given({ ...right, qeue: 'orders' })]), {}],
    [
      'a metric that nobody exposes',
      tested(series(forgotten, { service: 'store' }, '1')),
      {
        found: 'the series queue_lenght, which no exporter exposes',
        allowed: 'a metric of the catalogue',
        remedy: 'did you mean queue_length? Otherwise use one that the alert reads',
      },
    ],
    [
      'labels that are missing',
      tested(given({ job: 'store', instance: 'store:1' })),
      {
        found: 'the series queue_length without queue and service, which each of its series has',
        remedy: 'give it queue and service, as the exporter does',
      },
    ],
    [
      'a bucket without its bound',
      tested(series(request_duration_seconds, { route: '/', service: 'shop' }, '1', { part: '_bucket' })),
      {
        found: 'the series request_duration_seconds_bucket without le, which each of its series has',
        allowed: 'instance, job, le, route and service',
        remedy: 'give it le, as the exporter does',
      },
    ],
  ],
});
