/** Which series an expression is taken to have: what Prometheus would answer if every target were there. */

import { allTargets, counter, gauge, histogram, scrapeJob, source, target } from 'plainsight';
import {
  absent,
  buckets,
  div,
  group,
  histogramQuantile,
  labelReplace,
  max,
  not,
  or,
  rate,
  sum,
  up,
  withLabel,
} from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describe, expect, test } from 'vitest';
import type { Relabel } from '../model/relabel.ts';
import type { Node } from '../promql/node.ts';
import { labelSets } from './label-sets.ts';
import { knownJobs, relabelled } from './target-labels.ts';

const shop = target('shop', { labels: ['service'] });
const store = target('store', { labels: ['service'] });
const cadvisor = target('cadvisor', { labels: ['service'] });
const jobs = knownJobs([
  scrapeJob(shop, {
    purpose: '',
    static: [{ targets: ['web:80', 'api:80'] }],
    relabel: [{ source_labels: ['__address__'], regex: '([^:]+):\\d+', target_label: 'service', replacement: '$1' }],
  }),
  scrapeJob(store, { purpose: '', static: [{ targets: ['exporter:9121'], labels: { service: 'store' } }] }),
  scrapeJob(cadvisor, {
    purpose: '',
    static: [{ targets: ['cadvisor:8080'], labels: { service: 'cadvisor' } }],
    metricRelabel: [{ source_labels: ['compose_service'], regex: '(.+)', target_label: 'service' }],
  }),
]);

const of = { source: source(shop, { version: '1' }), store: source(store, { version: '1' }) };
const requests = counter(of.source, {
  name: 'requests_total',
  help: '',
  unit: unit.count('requests'),
  labels: { status: ['', '200', '404', '500'] },
  series: 8,
});
const durations = histogram(of.source, {
  name: 'duration_seconds',
  help: '',
  unit: unit.seconds,
  labels: { route: ['/', '/cart'] },
  series: 2,
  bounds: [0.1, 1],
});
const queue = gauge(of.store, { name: 'queue', help: '', unit: unit.count('orders'), labels: {}, series: 1 });
const carts = gauge(of.source, { name: 'carts', help: '', unit: unit.count('orders'), labels: {}, series: 2 });
const memory = gauge(source(cadvisor, { version: '1' }), {
  name: 'memory',
  help: '',
  unit: unit.count('bytes of memory'),
  labels: { compose_service: ['', 'web', 'db'] },
  series: 3,
});

const sets = (node: Node, ...wanted: readonly string[]): readonly string[] =>
  labelSets(node, { wanted: new Set(wanted), jobs }).map((set) => wanted.map((label) => set[label] ?? '?').join(' '));

describe.each<{ title: string; node: Node; wanted: readonly string[]; found: readonly string[] }>([
  { title: 'a metric', node: requests.node, wanted: ['status'], found: ['200', '404', '500'] },
  { title: "its target's labels", node: requests.node, wanted: ['service'], found: ['web', 'api'] },
  {
    title: 'both',
    node: requests.where({ status: /5../ }).node,
    wanted: ['service', 'status'],
    found: ['web 500', 'api 500'],
  },
  {
    title: 'values that it names',
    node: requests.where({ status: ['302', '404'] }).node,
    wanted: ['status'],
    found: ['302', '404'],
  },
  {
    title: 'all but one',
    node: requests.where({ status: not('404') }).node,
    wanted: ['status'],
    found: ['200', '500'],
  },
  {
    title: 'a target that it names',
    node: requests.where({ service: 'api' }).node,
    wanted: ['service'],
    found: ['api'],
  },
  { title: 'what was summed away', node: sum(rate(requests, '5m')).node, wanted: ['status'], found: ['?'] },
  {
    title: 'what was kept',
    node: sum(rate(requests, '5m'), { by: ['status'] }).node,
    wanted: ['status'],
    found: ['200', '404', '500'],
  },
  {
    title: 'a share',
    node: div(
      sum(rate(requests.where({ status: '500' }), '5m'), { by: ['service'] }),
      sum(rate(requests, '5m'), { by: ['service'] }),
    ).node,
    wanted: ['service'],
    found: ['web', 'api'],
  },
  {
    title: 'a share of which the parts stand on the right',
    node: div(max(queue, { by: ['job'] }), carts, { on: [], groupRight: [] }).node,
    wanted: ['service'],
    found: ['web', 'api'],
  },
  {
    title: 'one or the other',
    node: or(max(carts, { by: ['service'] }), max(queue, { by: ['service'] })).node,
    wanted: ['service'],
    found: ['web', 'api', 'store'],
  },
  {
    title: 'a quantile',
    node: histogramQuantile(0.9, sum(buckets(durations, '5m'), { by: ['route', 'le'] })).node,
    wanted: ['route'],
    found: ['/', '/cart'],
  },
  { title: 'a label of another one', node: memory.node, wanted: ['service'], found: ['web', 'db'] },
  {
    title: 'a label that was written',
    node: withLabel(sum(queue), 'service', 'worker').node,
    wanted: ['service'],
    found: ['worker'],
  },
  {
    title: 'a label that was taken from another',
    node: labelReplace(max(carts, { by: ['service'] }), {
      to: 'name',
      from: 'service',
      matching: '(.)(.*)',
      value: '$2',
    }).node,
    wanted: ['name'],
    found: ['eb', 'pi'],
  },
  {
    title: 'nothing is absent',
    node: or(group(queue, { by: ['service'] }), withLabel(max(absent(queue)), 'service', 'gone')).node,
    wanted: ['service'],
    found: ['store'],
  },
])('$title', ({ node, wanted, found }) => {
  test(found.join(', '), () => {
    expect(sets(node, ...wanted)).toEqual(found);
  });
});

test('a metric of every target, and of one that nobody knows', () => {
  expect(sets(up.of(allTargets({ labels: ['service'] })).node, 'service')).toEqual(['web', 'api', 'store', 'cadvisor']);
  const unknown = up.of(target('other')).node;
  expect(sets(unknown, 'service')).toEqual(['?']);
});

test('what a target is asked by is no label of its series', () => {
  const probed = scrapeJob(store, {
    purpose: '',
    static: [{ targets: ['page:80'], labels: { service: 'page' } }],
    relabel: [{ source_labels: ['__address__'], target_label: '__param_target' }],
  });
  expect(knownJobs([probed]).get('store')?.targets).toEqual([{ instance: 'page:80', job: 'store', service: 'page' }]);
});

test.each<{ readonly title: string; readonly step: Relabel; readonly found: string | undefined }>([
  {
    title: 'only replace writes',
    step: { action: 'keepequal', source_labels: ['x'], target_label: 'a' },
    found: undefined,
  },
  {
    title: 'a group by its name',
    step: { source_labels: ['x'], regex: '(?P<one>.)', target_label: 'a', replacement: '${one}$one' },
    found: '11',
  },
  {
    title: 'a name ends where no letter follows',
    step: { source_labels: ['x'], regex: '(.)', target_label: 'a', replacement: '$1_total-${1}_total' },
    found: '-1_total',
  },
  {
    title: 'several sources',
    step: { source_labels: ['x', 'y'], regex: '(.);(.)', target_label: 'a', replacement: '${2}$1' },
    found: '21',
  },
  { title: 'another separator', step: { source_labels: ['x', 'y'], separator: '-', target_label: 'a' }, found: '1-2' },
  {
    title: 'nothing is no value',
    step: { source_labels: ['x'], target_label: 'a', replacement: '' },
    found: undefined,
  },
  { title: 'no match', step: { source_labels: ['x'], regex: 'z', target_label: 'a' }, found: undefined },
])('relabelling: $title', ({ step, found }) => {
  expect(relabelled({ x: '1', y: '2' }, [step]).a).toBe(found);
});

test.each([
  ['drops', [{ action: 'drop', source_labels: ['__name__'], regex: 'que.*' }], []],
  ['renames', [{ source_labels: ['__name__'], target_label: '__name__', replacement: 'x_$1' }], []],
  ['keeps', [{ action: 'drop', source_labels: ['__name__'], regex: 'go_.*' }], [{}]],
] as const)('a metric has no series where the job %s it', (_, metricRelabel, found) => {
  const job = scrapeJob(store, { purpose: 'Store.', static: [{ targets: ['store:80'] }], metricRelabel });
  expect(labelSets(queue.node, { wanted: new Set(), jobs: knownJobs([job]) })).toEqual(found);
});
