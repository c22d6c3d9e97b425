import { describe, expect, test } from 'vitest';
import { ratio, state } from '../../units/unit.ts';
import type { Mapping, Thresholds } from '../field.ts';
import { namedValues } from './states.ts';

const upDown = state({ 0: 'Down', 1: 'Up' });
const phases = state({ 0: 'Idle', 1: 'Loading', 2: 'Ready' });
const failing: Thresholds = { direction: 'from', at: { warning: 1, critical: 2 } };

describe('namedValues()', () => {
  test.each([
    { title: 'of two states, 0 is the bad one', unit: upDown, thresholds: undefined, names: '0 Down red, 1 Up green' },
    {
      title: 'of more, none is known to be',
      unit: phases,
      thresholds: undefined,
      names: '0 Idle blue, 1 Loading purple, 2 Ready yellow',
    },
    {
      title: 'thresholds say which are bad',
      unit: phases,
      thresholds: failing,
      names: '0 Idle green, 1 Loading orange, 2 Ready red',
    },
    { title: 'a unit without states', unit: ratio, thresholds: failing, names: '' },
    { title: 'no unit', unit: undefined, thresholds: undefined, names: '' },
  ])('$title', ({ unit, thresholds, names }) => {
    const found = namedValues([], unit, thresholds);
    expect(found.map(({ of, text, colour }) => `${of} ${text} ${colour}`).join(', ')).toBe(names);
  });

  test("the panel's own go before the unit's", () => {
    const own: readonly Mapping[] = [{ of: 3, text: 'Three' }];
    expect(namedValues(own, upDown, undefined)).toBe(own);
  });
});
