import { describe, expect, test } from 'vitest';
import * as u from './unit.ts';

test.each([
  [u.seconds, 'seconds'],
  [u.bytes, 'bytes'],
  [u.count('votes'), 'votes'],
  [u.perSecond('votes'), 'votes/s'],
  [u.perSecond('bytes'), 'bytes/s'],
  [u.state({ 0: 'Down' }), 'state'],
] as const)('unitText() writes %j as %s', (unit, text) => {
  expect(u.unitText(unit)).toBe(text);
  expect(Object.isFrozen(unit)).toBe(true);
});

test('every dimension that is reserved has a unit of that name', () => {
  const units = [
    ...[u.seconds, u.milliseconds, u.microseconds, u.nanoseconds, u.bytes, u.ratio, u.percent, u.cores, u.timestamp],
    ...[u.state({}), u.celsius, u.hertz, u.volts, u.amperes, u.joules],
  ];
  expect(units.map((unit) => unit.of)).toEqual([...u.dimensions]);
  expect(units.filter((unit) => unit.per !== '')).toEqual([]);
});

describe('sameUnit()', () => {
  test.each([
    [u.bytes, u.bytes, true],
    [u.count('votes'), u.count('votes'), true],
    [u.state({ 0: 'Off' }), u.state({ 0: 'Down' }), true],
    [u.bytes, u.perSecond('bytes'), false],
    [u.count('votes'), u.count('requests'), false],
    [u.ratio, u.percent, false],
  ])('%j, %j: %s', (a, b, same) => {
    expect(u.sameUnit(a, b)).toBe(same);
  });
});

test('a state carries its texts, frozen, and keeps them when the given ones change', () => {
  const states = { 0: 'Down', 1: 'Up' };
  const unit = u.state(states);
  states[1] = 'Changed';
  expect(unit.states).toEqual({ 0: 'Down', 1: 'Up' });
  expect(Object.isFrozen(unit.states)).toBe(true);
  const nameless = { of: 'state', per: '' } as const;
  expect([unit, u.bytes, nameless].map(u.isState)).toEqual([true, false, false]);
});

test('a dimension is no counted thing at run time either', () => {
  expect([u.isCounted('votes'), u.isCounted('bytes')]).toEqual([true, false]);
  // The compiler would refuse it.
  const unchecked = u.count as (thing: string) => unknown;
  expect(() => unchecked('bytes')).toThrow(
    new TypeError("count('bytes'): bytes is a dimension, not a counted thing; use the unit bytes itself."),
  );
});
