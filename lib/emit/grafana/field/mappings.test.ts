import { describe, expect, it } from 'vitest';
import type { Mapping, Thresholds } from '../../../model/field.ts';
import { ratio, state } from '../../../units/unit.ts';
import { mappingsOf } from './mappings.ts';

const upDown = state({ 0: 'Down', 1: 'Up' });
const phases = state({ 0: 'Idle', 1: 'Loading', 2: 'Ready' });

describe('mappingsOf()', () => {
  it('names the states of a unit: of two, 0 is the bad one', () => {
    expect(mappingsOf([], upDown)).toEqual([
      {
        type: 'value',
        options: { 0: { text: 'Down', color: 'red', index: 0 }, 1: { text: 'Up', color: 'green', index: 1 } },
      },
    ]);
  });

  it('colours states by the thresholds where there are some', () => {
    const failing: Thresholds = { direction: 'above', at: { warning: 0, critical: 1 } };
    expect(colours(mappingsOf([], phases, failing))).toEqual(['green', 'orange', 'red']);
  });

  it('gives states of which none is known to be bad colours that only tell them apart', () => {
    expect(colours(mappingsOf([], phases))).toEqual(['blue', 'purple', 'yellow']);
  });

  it("takes the panel's own mappings before the unit's", () => {
    const own: readonly Mapping[] = [
      { of: 3, text: 'Three', colour: 'blue' },
      { of: 'null', text: '–' },
      { of: 'NaN', text: 'Not a number' },
      { of: { from: 10 }, text: 'Many', colour: 'red' },
      { of: { from: 4, to: 9 }, text: 'Some' },
    ];
    expect(mappingsOf(own, upDown)).toEqual([
      { type: 'value', options: { 3: { text: 'Three', color: 'blue', index: 0 } } },
      { type: 'special', options: { match: 'null', result: { text: '–', index: 1 } } },
      { type: 'special', options: { match: 'nan', result: { text: 'Not a number', index: 2 } } },
      { type: 'range', options: { from: 10, to: null, result: { text: 'Many', color: 'red', index: 3 } } },
      { type: 'range', options: { from: 4, to: 9, result: { text: 'Some', index: 4 } } },
    ]);
  });

  it.each([[ratio], [undefined]])('has none for a unit without states', (unit) => {
    expect(mappingsOf([], unit)).toEqual([]);
  });
});

function colours(mappings: ReturnType<typeof mappingsOf>): readonly (string | undefined)[] {
  return mappings.flatMap((mapping) =>
    mapping.type === 'value' ? Object.values(mapping.options).map(({ color }) => color) : [],
  );
}
