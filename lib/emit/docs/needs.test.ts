import { expect, it } from 'vitest';
import { alert, dashboard, group, jobs, recordingRule, smallModel } from '../../../test/support/small-model.ts';
import { source, target } from '../../catalogue/metric.ts';
import { readerText, readings } from '../../model/readings.ts';
import type { ResolvedModel } from '../../model/resolved.ts';
import { add } from '../../promql/arithmetic.ts';
import { buckets } from '../../promql/histogram.ts';
import { histogram } from '../../promql/metric.ts';
import { up } from '../../promql/synthetic.ts';
import { seconds } from '../../units/unit.ts';
import { exporterNeeds, families, needs } from './needs.ts';

const latency = histogram(source(target('web'), { version: '' }), {
  name: 'latency_seconds',
  help: '',
  unit: seconds,
  labels: {},
  series: 5,
  bounds: [1],
});

it('names a histogram by its family, also where only the text was known', () => {
  const parsed = { kind: 'selector', metric: 'latency_seconds_bucket', matchers: [] } as const;
  const model = { catalogue: new Map([['latency_seconds_bucket', latency.facts]]) };
  expect(families(buckets(latency, '5m').node, { catalogue: new Map() })).toEqual(['latency_seconds']);
  expect(families(parsed, model)).toEqual(['latency_seconds']);
  expect(families({ ...parsed, metric: '' }, model)).toEqual([]);
});

const needsOf = (model: ResolvedModel) => needs(model, readings(model));
const read = (found: ReturnType<typeof needs>) =>
  Object.fromEntries(found.map((need) => [need.metric, [need.jobs, need.readers.map(readerText)]]));

it('finds the readers of each metric, and leaves out what the model records itself', () => {
  const onExporters = {
    orders_total: [['shop'], ['panel shop/orders']],
    queue_length: [['store'], ['annotation shop/Rush', 'recording rule job:queue_length:max']],
    up: [['store'], ['variable shop/service']],
  };
  expect(read(exporterNeeds(smallModel(), needsOf(smallModel())))).toEqual(onExporters);
  expect(read(needsOf(smallModel()))).toEqual({
    ...onExporters,
    'job:queue_length:max': [[''], ['panel shop/queue-length', 'alert QueueLong']],
  });
});

it('names every job that brings a family, and every reader once', () => {
  const [shop, store] = jobs.map((job) => up.of(job.target));
  if (shop === undefined || store === undefined) throw new Error('the small model has two jobs');
  const node = add(shop, store, { on: [] }).node;
  const model = smallModel({ dashboards: [], groups: [group('g', [{ ...alert, node }, recordingRule])] });
  expect(read(needsOf(model))).toMatchObject({ up: [['shop', 'store'], ['alert QueueLong']] });
});

it('reads rows, variables and annotations of every dashboard', () => {
  const readers = readings(smallModel({ dashboards: [dashboard, { ...dashboard, uid: 'b' }] })).map(
    ({ reader }) => reader,
  );
  expect(readers.map(readerText)).toEqual([
    'panel shop/orders',
    'panel shop/queue-length',
    'variable shop/service',
    'annotation shop/Rush',
    'panel b/orders',
    'panel b/queue-length',
    'variable b/service',
    'annotation b/Rush',
    'alert QueueLong',
    'recording rule job:queue_length:max',
  ]);
});
