import { expect, it } from 'vitest';
import { mappingsOf } from './mappings.ts';

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
