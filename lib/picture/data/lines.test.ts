import { expect, test } from 'vitest';
import { panel, query } from '../../../test/support/grafana-panels.ts';
import type { Override } from '../../model/field.ts';
import { text } from '../../model/text.ts';
import { knownJobs } from '../../sample/target-labels.ts';
import { themes } from '../theme.ts';
import { sampleLines } from './lines.ts';
import { reduced } from './reduce.ts';
import { rowsOf } from './rows.ts';

const context = { theme: themes.dark, jobs: knownJobs([]) };
const legend = text`${{ hole: 'label', label: 'status' }}`;
const byStatus = query('requests', { labels: ['status'], legend });
const one = query('all');

test('a line for each series, in the colours of the palette', () => {
  const lines = sampleLines(panel('timeseries', {}, { queries: [byStatus, one] }), context);
  expect(lines.map(({ name }) => name)).toEqual(['200', '404', '500', 'all']);
  expect(lines.map(({ colour }) => colour)).toEqual(themes.dark.palette.slice(0, 4));
});

test.each<{ title: string; overrides: readonly Override[]; colours: readonly string[] }>([
  {
    title: 'by its key',
    overrides: [{ query: 'all', colour: 'red' }],
    colours: ['#73BF69', '#F2CC0C', '#5794F2', '#F2495C'],
  },
  {
    title: 'all series of a key',
    overrides: [{ query: 'requests', colour: 'blue' }],
    colours: ['#5794F2', '#5794F2', '#5794F2', '#FF9830'],
  },
  {
    title: 'by its name',
    overrides: [{ series: /^5/g, colour: 'red' }],
    colours: ['#73BF69', '#F2CC0C', '#F2495C', '#FF9830'],
  },
  {
    title: 'its name after its key',
    overrides: [
      { series: /^5/, colour: 'red' },
      { query: 'requests', colour: 'blue' },
    ],
    colours: ['#5794F2', '#5794F2', '#F2495C', '#FF9830'],
  },
])('the colour of a line, $title', ({ overrides, colours }) => {
  const lines = sampleLines(panel('timeseries', {}, { queries: [byStatus, one], overrides }), context);
  expect(lines.map(({ colour }) => colour)).toEqual(colours);
});

test.each([
  ['last', 3],
  ['lastNotNull', 3],
  ['first', 1],
  ['min', 1],
  ['max', 6],
  ['mean', 3.5],
  ['sum', 14],
  ['range', 5],
  ['delta', 2],
] as const)('%s', (calculation, value) => {
  expect(reduced([1, 4, 6, 3], calculation)).toBe(value);
});

const failed = query('failed', { labels: ['status'], legend });

test('the rows of a table are joined by their labels', () => {
  const of = panel('table', {}, { queries: [byStatus, failed] });
  const rows = rowsOf(of, sampleLines(of, context));
  expect(rows.map(({ labels }) => labels)).toEqual([{ status: '200' }, { status: '404' }, { status: '500' }]);
  expect(rows.map(({ values }) => values.size)).toEqual([2, 2, 2]);
});

test.each([
  { title: 'by a label', sortBy: { field: 'status', order: 'descending' }, order: ['500', '404', '200'] },
  { title: 'by a value', sortBy: { field: 'requests', order: 'ascending' }, order: ['500', '404', '200'] },
] as const)('rows in order, $title', ({ sortBy, order }) => {
  const of = panel('table', { sortBy }, { queries: [byStatus] });
  expect(rowsOf(of, sampleLines(of, context)).map(({ labels }) => labels.status)).toEqual(order);
});

test('a limit', () => {
  const of = panel('table', {}, { queries: [byStatus], transformations: [{ kind: 'limit', to: 1 }] });
  expect(rowsOf(of, sampleLines(of, context))).toHaveLength(1);
});
