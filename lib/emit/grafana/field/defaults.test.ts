import { describe, expect, it } from 'vitest';
import { panel, query, words } from '../../../../test/support/grafana-panels.ts';
import type { WhenEmpty } from '../../../model/resolved.ts';
import { ratio, timestamp } from '../../../units/unit.ts';
import { colouredByLevel, noValue, numbers } from './defaults.ts';

describe('numbers()', () => {
  it.each([
    [{}, 'suffix:votes'],
    [{ unit: ratio }, 'percentunit'],
    [{ unit: ratio, display: 'none' }, 'none'],
  ])('%#: shows the unit', (of, unit) => {
    expect(numbers(panel('timeseries', {}, of))).toEqual({ unit, mappings: [], noValue: 'No data' });
  });

  it('says decimals where the definition does', () => {
    expect(numbers(panel('timeseries', {}, { decimals: 0 }))).toMatchObject({ decimals: 0 });
  });
});

describe('noValue()', () => {
  it.each<[readonly WhenEmpty[], string]>([
    [['zero'], '0'],
    [['no data'], 'No data'],
    [['not applicable'], '–'],
    [['zero', 'zero'], '0'],
    [['zero', 'not applicable'], 'No data'],
    [[], 'No data'],
  ])('%j: %s', (meanings, expected) => {
    const queries = meanings.map((whenEmpty, index) => query(`a${index}`, { signal: words({ whenEmpty }) }));
    expect(noValue(panel('stat', {}, { queries }))).toBe(expected);
  });
});

describe('colouredByLevel()', () => {
  const steps = (of: Parameters<typeof panel>[2], options = {}) =>
    colouredByLevel(panel('stat', options, of)).thresholds?.steps;

  it('gives a number without thresholds a neutral colour', () => {
    expect(steps({})).toEqual([{ color: 'text', value: null }]);
    expect(steps({}, { colour: 'background' })).toEqual([{ color: 'semi-dark-blue', value: null }]);
  });

  it('multiplies thresholds as the query is multiplied', () => {
    const thresholds = { direction: 'above', at: { warning: 1, critical: 2 } } as const;
    expect(steps({ unit: timestamp, thresholds })?.map(({ value }) => value)).toEqual([null, 1000, 2000]);
  });
});
