import { describe, expect, test } from 'vitest';
import type { Thresholds } from '../../model/field.ts';
import { colourAt, levelOf, limitLines, regions } from './levels.ts';

const above: Thresholds = { direction: 'above', at: { warning: 100, critical: 1000 } };
const below: Thresholds = { direction: 'below', at: { warning: 0.25, critical: 0 } };
// One level alone, as a signal may have it.
const onlyZero: Thresholds = { direction: 'above', at: { warning: 0 } as Thresholds['at'] };

test.each([
  { title: 'bad when high', thresholds: above, steps: ['green', 'orange from 100', 'red from 1000'] },
  { title: 'bad when low', thresholds: below, steps: ['red', 'orange from 0', 'green from 0.25'] },
  { title: 'bad when there is any', thresholds: onlyZero, steps: ['green', 'orange from 0.001'] },
  { title: 'neither good nor bad', thresholds: undefined, steps: ['text'] },
])('$title', ({ thresholds, steps }) => {
  const found = regions(thresholds, { neutral: 'text' });
  expect(found.map(({ from, colour }) => (from === -Infinity ? colour : `${colour} from ${from}`))).toEqual(steps);
});

test('lines are drawn where a level begins, in its colour; at 0 there is the axis', () => {
  expect(limitLines(above, 2)).toEqual([
    { from: 200, colour: 'orange' },
    { from: 2000, colour: 'red' },
  ]);
  expect(limitLines(below)).toEqual([{ from: 0.25, colour: 'orange' }]);
  expect(limitLines(undefined)).toEqual([]);
});

describe.each([
  { value: 50, of: above, level: undefined, colour: 'green' },
  { value: 100, of: above, level: undefined, colour: 'orange' },
  { value: 101, of: above, level: 'warning', colour: 'orange' },
  { value: 2000, of: above, level: 'critical', colour: 'red' },
  { value: 0.3, of: below, level: undefined, colour: 'green' },
  { value: 0.25, of: below, level: undefined, colour: 'green' },
  { value: 0.1, of: below, level: 'warning', colour: 'orange' },
  { value: -1, of: below, level: 'critical', colour: 'red' },
])('$value', ({ value, of, level, colour }) => {
  test(`is ${level ?? 'fine'} to an alert, ${colour} in a picture`, () => {
    expect(levelOf(value, of)).toBe(level);
    expect(colourAt(regions(of), value)).toBe(colour);
  });
});
