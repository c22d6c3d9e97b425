import { describe, expect, it } from 'vitest';
import { panel } from '../../../../test/support/grafana-panels.ts';
import { lookOf } from '../../../model/look/look.ts';
import { ratio, timestamp } from '../../../units/unit.ts';
import { colouredByLevel, numbers, withoutValue } from './defaults.ts';

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
  ] as const)('%s %j: what is not there is neither good nor bad', (kind, options, color) => {
    expect(withoutValue(lookOf(panel(kind, options)))).toEqual([
      { type: 'special', options: { match: 'null+nan', result: { color, text: 'No data' } } },
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
    const thresholds = { direction: 'above', at: { warning: 1, critical: 2 } } as const;
    expect(steps({ unit: timestamp, thresholds })?.map(({ value }) => value)).toEqual([null, 1000, 2000]);
  });
});
