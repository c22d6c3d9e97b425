import { describe, expect, test } from 'vitest';
import { orders, queueLength } from '../../../test/support/shop.ts';
import type { Panel } from '../panel.ts';
import { query } from '../panel-query.ts';
import { stat, stateTimeline, table, timeseries } from '../panels.ts';
import { text } from '../text.ts';
import { labelOverrides } from './label-colours.ts';

const colours = { service: { api: 'blue', 'a.b': 'red' } } as const;
const found = (panel: Panel) => labelOverrides(panel, colours).map(({ series, colour }) => `${series} ${colour}`);

describe('the series of a value', () => {
  test.each<[string, Panel, readonly string[]]>([
    ['begin with it', timeseries(orders, { by: ['service'] }), ['/^api\\b/ blue', '/^a\\.b\\b/ red']],
    [
      'end with it',
      timeseries(orders, { by: ['service'], legend: (l) => text`orders of ${l.service}` }),
      ['/\\bapi$/ blue', '/\\ba\\.b$/ red'],
    ],
    [
      'have it among their words',
      timeseries(orders, { by: ['service'], legend: (l) => text`of ${l.service}, sold` }),
      ['/\\bapi\\b/ blue', '/\\ba\\.b\\b/ red'],
    ],
  ])('%s', (_, panel, expected) => {
    expect(found(panel)).toEqual(expected);
  });

  test('has no edge of a word beside what is none', () => {
    const panel = timeseries(orders, { by: ['service'], legend: (l) => text`of ${l.service}, sold` });
    expect(labelOverrides(panel, { service: { '/a/': 'red' } })).toEqual([{ series: /\/a\//, colour: 'red' }]);
  });
});

describe('no colours of a label for', () => {
  test.each<[string, Panel]>([
    ['a panel that is not split by it', timeseries(queueLength, { by: ['job'] })],
    ['series whose names do not have it', timeseries(orders, { by: ['service'], legend: () => text`all` })],
    ['tiles, which show levels', stat(orders, { by: ['service'] })],
    ['states', stateTimeline(orders, { by: ['service'] })],
    ['rows of a table', table(orders, { by: ['service'] })],
    [
      'a query with a colour of its own',
      timeseries(orders, { by: ['service'], overrides: [{ query: orders, colour: 'red' }] }),
    ],
  ])('%s', (_, panel) => {
    expect(found(panel)).toEqual([]);
  });

  test('another query keeps its own look', () => {
    const queries = [query(orders, { by: ['service'] }), query(orders, { key: 'all' })];
    const words = { key: 'k', title: 'T', description: 'D.' };
    const panel = timeseries({ ...words, queries, overrides: [{ query: 'all', colour: 'red', style: 'dashed' }] });
    expect(found(panel)).toHaveLength(2);
  });
});
