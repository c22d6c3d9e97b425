/** Where rows stand, and how often a panel asks. */
import { expect, it } from 'vitest';
import { orders, queueLength, shop } from '../../../test/support/shop.ts';
import { row } from '../dashboard.ts';
import { stat, text, timeseries } from '../panels.ts';

it('gives a row that opens folded one line of the grid, and its panels the place that they have unfolded', () => {
  const rows = [
    row('Folded', [[timeseries(orders)]], { collapsed: true }),
    row('Open', [[stat(queueLength)]]),
    row('Last', [[stat(queueLength, { key: 'again' })]]),
  ];
  const [board] = shop({ dashboard: { rows } }).dashboards;
  expect(board?.rows.map(({ y, panels }) => [y, panels[0]?.grid.y])).toEqual([
    [0, 1],
    [1, 2],
    [6, 7],
  ]);
});

it('asks no more often than there are samples, or than the panel says', () => {
  const panels = [
    timeseries(orders, { key: 'own', minInterval: '1m' }),
    text({ key: 'words', title: 'Words', description: 'D.', markdown: 'Words' }),
  ];
  const found = shop({ panels }).dashboards.flatMap(({ rows }) => rows.flatMap((each) => each.panels));
  expect(Object.fromEntries(found.map(({ key, minInterval }) => [key, minInterval?.ms]))).toEqual({
    orders: 15_000,
    'queue-length': 15_000,
    own: 60_000,
    words: undefined,
  });
});
