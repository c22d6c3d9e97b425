/** What a definition says of its values reaches the picture, and no file of the build. */

import { gauge, signal, source, target } from 'plainsight';
import * as panel from 'plainsight/panels';
import { inUnit, max } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { expect, test } from 'vitest';
import { query, words } from '../../test/support/grafana-panels.ts';
import { shop } from '../../test/support/shop.ts';
import { emit } from '../emit/emit.ts';
import { dashboardPicture } from '../picture/dashboard.ts';
import { sampleSeries } from './series.ts';
import { knownJobs } from './target-labels.ts';

const carts = gauge(source(target('shop', { labels: ['service'] }), { version: '1.0.0' }), {
  name: 'carts',
  help: 'Carts that are open.',
  unit: unit.count('carts'),
  labels: {},
  series: 1,
});

const openCarts = signal({
  id: 'open-carts',
  name: 'Open carts',
  description: 'Carts that nobody paid yet.',
  unit: unit.count('carts'),
  query: () => max(carts),
  whenEmpty: 'no data',
  sample: { between: [4711, 4711], shape: 'steady' },
});

const model = shop({ panels: [panel.stat(openCarts)], signals: { openCarts }, catalogue: { carts } });

const jobs = knownJobs([]);
const byState = { between: [0, 1], of: { state: { idle: [40, 50] } } } as const;

test('a single series may lie elsewhere', () => {
  const of = query('sessions', {
    labels: ['state'],
    signal: words({ id: 'sessions', sample: { ...byState, labels: { state: ['active', 'idle'] } } }),
  });
  const spans = sampleSeries(of, jobs).map(({ labels, values }) => [labels.state, Math.max(...values) > 1]);
  expect(spans).toEqual([
    ['active', false],
    ['idle', true],
  ]);
});

test('the picture shows it', () => {
  const [first] = model.dashboards;
  expect(first === undefined ? '' : dashboardPicture(first)).toContain('>4711<');
});

test('no file does', async () => {
  const files = await emit(model);
  expect([...files].filter(([, content]) => content.includes('4711')).map(([path]) => path)).toEqual([]);
});

test('values follow from those of other signals, as far as these have the labels', () => {
  const halves = signal({
    id: 'halves',
    name: 'Halves',
    description: 'Half of the carts.',
    unit: unit.ratio,
    labels: ['service'],
    query: ({ by }) => inUnit(unit.ratio, max(carts, { by }), { reason: 'a test' }),
    whenEmpty: 'no data',
    sample: { from: [openCarts, openCarts], as: (all, other) => all / (all + other), labels: { service: ['a', 'b'] } },
  });
  const of = query('halves', { labels: ['service'], signal: halves, unit: unit.ratio });
  const shown = sampleSeries(of, jobs).map(({ labels, values }) => [labels.service, new Set(values)]);
  expect(shown).toEqual([
    ['a', new Set([0.5])],
    ['b', new Set([0.5])],
  ]);
});
