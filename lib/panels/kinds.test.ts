import { describe, expect, test } from 'vitest';
import { everyPanel, kinds } from '../../test/support/every-option.ts';
import { panel, query } from '../../test/support/grafana-panels.ts';
import { lookOf } from '../model/look/look.ts';
import type { ResolvedPanel } from '../model/resolved.ts';
import { ratio } from '../units/unit.ts';
import type { OptionsByKind, PanelKind } from './kinds.ts';
import { hasOneSeries } from './options.ts';

const none = { show: 'none', place: 'bottom', calculations: [] };
const two = { queries: [query('a'), query('b')] };
const instant = { queries: [query('a', { format: 'instant', labels: ['service'] })] };

type Case<K extends PanelKind> = readonly [
  options: OptionsByKind[K],
  look: object,
  of?: Partial<Omit<ResolvedPanel<K>, 'kind' | 'options'>>,
];

function cases<K extends PanelKind>(kind: K, table: readonly Case<K>[]): void {
  describe(kind, () => {
    test.each(table.map(([options, look, of = {}]) => ({ options, look, of })))(
      '$options: $look',
      ({ options, look, of }) => {
        expect(lookOf(panel(kind, options, of)).options).toMatchObject(look);
      },
    );
  });
}

cases('timeseries', [
  [{}, { legendStyle: none }],
  [{}, { legendStyle: { show: 'list', place: 'bottom', calculations: [] } }, two],
  [{ legendStyle: { calculations: ['max'] } }, { legendStyle: { show: 'table', calculations: ['max'] } }],
  [{ legendStyle: { show: 'none', calculations: ['max'] } }, { legendStyle: { show: 'none' } }],
  [{ legendStyle: { show: 'list', place: 'right' } }, { legendStyle: { show: 'list', place: 'right' } }],
]);
cases('stat', [[{}, { calculation: 'lastNotNull', sparkline: 'none', colour: 'value', show: 'auto' }]]);
cases('gauge', [
  [{ max: 2 }, { min: 0, max: 2 }, { unit: ratio }],
  [{}, { min: 0, max: 1 }, { unit: ratio }],
]);
cases('bargauge', [
  [{}, { direction: 'horizontal', mode: 'basic', min: 0 }],
  [{}, { min: 0, max: 1 }, { unit: ratio }],
  [{ min: -1 }, { min: -1 }],
]);
cases('barchart', [
  [{}, { legendStyle: { show: 'list' } }, two],
  [{ legendStyle: { show: 'list' } }, { legendStyle: none }, instant],
  [{}, { legendStyle: { show: 'list' } }, { ...instant, transformations: [{ kind: 'merge' }] }],
]);
cases('table', [[{}, { cells: 'plain' }, two]]);
cases('heatmap', [[{}, { scheme: 'Oranges' }]]);
cases('histogram', [
  [{}, { bucketCount: 30, legendStyle: none }],
  [{ bucketCount: 5 }, { bucketCount: 5 }],
]);
cases('state-timeline', [
  [{}, { mergeSame: true, showValue: 'auto', rowHeight: 0.9, legendStyle: none }, two],
  [{ legendStyle: {} }, { legendStyle: { show: 'list' } }, two],
]);
cases('status-history', [[{}, { legendStyle: none }, two]]);
cases('piechart', [[{}, { shape: 'pie', labels: [], legendStyle: { show: 'list' } }, two]]);
cases('logs', [[{}, { order: 'newest first', wrap: false, time: 'show' }]]);
cases('alertlist', [[{}, { show: ['firing', 'pending'], matching: '', most: 20 }]]);
cases('annolist', [[{}, { tags: [], most: 10 }]]);

test('what is open about a scale stays open where the values end it', () => {
  expect(lookOf(panel('gauge', {})).options).toEqual({ calculation: 'lastNotNull' });
  expect(lookOf(panel('bargauge', {})).options).not.toHaveProperty('max');
});

describe.each(kinds)('%s', (kind) => {
  const thresholds = { direction: 'from', at: { warning: 1, critical: 2 } } as const;
  test.each(everyPanel(kind).map((of) => [JSON.stringify(of.options), of] as const))('%s', (_, of) => {
    const look = lookOf({ ...of, thresholds });
    expect(look.options).toMatchObject(of.options);
    expect(lookOf(look)).toEqual(look);
  });
});

describe('hasOneSeries()', () => {
  test.each([
    [[query('a')], true],
    [[query('a', { labels: ['service'] })], false],
    [[query('a'), query('b')], false],
    [[], false],
  ])('%#: tells whether the title says what the series is', (queries, expected) => {
    expect(hasOneSeries(panel('timeseries', {}, { queries }))).toBe(expected);
  });
});
