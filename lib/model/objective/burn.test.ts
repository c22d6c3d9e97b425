/** The workbook's numbers. */
import { expect, expectTypeOf, it } from 'vitest';
import { duration } from '../../units/duration.ts';
import { BURN_WINDOWS, BURNS, burnFactor, type LevelOver, limitsOver } from './burn.ts';

const month = duration('30d');

it.each([
  ['30d', [14.4, 6, 3, 1]],
  // The shares of the budget stay, so the rates follow the window.
  ['28d', [13.44, 5.6, 2.8, 0.933333]],
] as const)('over %s alerts fire from these burn rates on', (window, expected) => {
  expect(BURNS.map((burn) => burnFactor(burn, duration(window)))).toEqual(expected);
});

it('looks at these windows, the shortest first', () => {
  expect(BURN_WINDOWS).toEqual(['5m', '30m', '1h', '2h', '6h', '1d', '3d']);
});

it.each([
  ['5m', { critical: 14.4 }],
  ['1h', { critical: 14.4 }],
  ['30m', { critical: 6 }],
  // The long window of a page, and the short one of a ticket.
  ['6h', { critical: 6, warning: 1 }],
  ['2h', { warning: 3 }],
  ['1d', { warning: 3 }],
  ['3d', { warning: 1 }],
] as const)('has the limits of its alerts over %s', (over, expected) => {
  expect(limitsOver(over, month)).toEqual(expected);
});

it('knows the levels of each window', () => {
  expectTypeOf<LevelOver<'5m'>>().toEqualTypeOf<'critical'>();
  expectTypeOf<LevelOver<'6h'>>().toEqualTypeOf<'critical' | 'warning'>();
  expectTypeOf<LevelOver<'3d'>>().toEqualTypeOf<'warning'>();
});
