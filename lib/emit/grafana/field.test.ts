import { describe, expect, it } from 'vitest';
import { panel } from '../../../test/support/grafana-panels.ts';
import { lookOf } from '../../model/look/look.ts';
import { ratio, timestamp } from '../../units/unit.ts';
import { colouredByLevel, mappingsOf, numbers, thresholdsOf, withoutValue } from './field.ts';

it('writes each step from its value on, the lowest from none', () => {
  const steps = [
    { from: -Infinity, colour: 'green' },
    { from: 0, colour: 'orange' },
  ];
  expect(thresholdsOf(steps)).toEqual({
    mode: 'absolute',
    steps: [
      { color: 'green', value: null },
      { color: 'orange', value: 0 },
    ],
  });
});

it('writes single values together, ranges and special values by themselves, each in its place', () => {
  const names = [
    { of: 3, text: 'Three', colour: 'blue' },
    { of: 'null', text: '–' },
    { of: 'NaN', text: 'Not a number' },
    { of: { from: 10 }, text: 'Many', colour: 'red' },
    { of: { from: 4, to: 9 }, text: 'Some' },
    { of: 0, text: 'None' },
  ] as const;
  expect(mappingsOf(names)).toEqual([
    { type: 'value', options: { 3: { text: 'Three', color: 'blue', index: 0 }, 0: { text: 'None', index: 5 } } },
    { type: 'special', options: { match: 'null', result: { text: '–', index: 1 } } },
    { type: 'special', options: { match: 'nan', result: { text: 'Not a number', index: 2 } } },
    { type: 'range', options: { from: 10, to: null, result: { text: 'Many', color: 'red', index: 3 } } },
    { type: 'range', options: { from: 4, to: 9, result: { text: 'Some', index: 4 } } },
  ]);
});

it('has none where no value has a name', () => {
  expect(mappingsOf([])).toEqual([]);
});

describe('numbers()', () => {
  it.each([
    [{}, 'suffix:votes'],
    [{ unit: ratio }, 'percentunit'],
    [{ unit: ratio, display: 'none' }, 'none'],
  ])('%#: shows the unit', (of, unit) => {
    expect(numbers(lookOf(panel('timeseries', {}, of)))).toEqual({ unit, mappings: [], noValue: 'No data' });
  });

  it('says decimals where the definition does', () => {
    expect(numbers(lookOf(panel('timeseries', {}, { decimals: 0 })))).toMatchObject({ decimals: 0 });
  });
});

describe('withoutValue()', () => {
  it.each([
    ['stat', {}, 'text'],
    ['stat', { colour: 'background' }, 'semi-dark-blue'],
    ['gauge', {}, 'text'],
  ] as const)('%s %j: a missing value has the neutral colour', (kind, options, color) => {
    expect(withoutValue(lookOf(panel(kind, options)))).toEqual([
      { type: 'special', options: { match: 'null+nan', result: { color, text: 'No data' } } },
    ]);
  });

  it('gives a missing value of a table the colour of text, though its columns have units of their own', () => {
    expect(withoutValue(lookOf(panel('table', {})))).toEqual([
      { type: 'special', options: { match: 'null+nan', result: { color: 'text', text: 'No data' } } },
    ]);
  });

  it('leaves gaps in graphs', () => {
    expect(withoutValue(lookOf(panel('timeseries', {})))).toEqual([]);
  });
});

describe('colouredByLevel()', () => {
  const steps = (of: Parameters<typeof panel>[2], options = {}) =>
    colouredByLevel(lookOf(panel('stat', options, of))).thresholds?.steps;

  it('gives a number without thresholds a neutral colour', () => {
    expect(steps({})).toEqual([{ color: 'text', value: null }]);
    expect(steps({}, { colour: 'background' })).toEqual([{ color: 'semi-dark-blue', value: null }]);
  });

  it('multiplies thresholds as the query is multiplied', () => {
    const thresholds = { direction: 'from', at: { warning: 1, critical: 2 } } as const;
    expect(steps({ unit: timestamp, thresholds })?.map(({ value }) => value)).toEqual([null, 1000, 2000]);
  });
});
