/** Display units exist in Grafana, and are of the same scale as the unit that they show. */
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type DisplayUnit, defaultDisplayUnit, displayUnits } from './display.ts';
import * as u from './unit.ts';

const ROWS = [
  [u.seconds, ['s', 'dtdurations', 'clocks']],
  [u.milliseconds, ['ms', 'dtdurationms', 'clockms']],
  [u.microseconds, ['µs']],
  [u.nanoseconds, ['ns']],
  [u.bytes, ['bytes', 'decbytes']],
  [u.cores, ['suffix:cores', 'none', 'short']],
  [u.ratio, ['percentunit', 'none', 'suffix:x']],
  [u.percent, ['percent']],
  [u.timestamp, ['dateTimeFromNow', 'dateTimeAsIso', 'dateTimeAsLocal']],
  [u.state({ 0: 'Down' }), ['none']],
  [u.perSecond('bytes'), ['binBps', 'Bps']],
  [u.celsius, ['celsius']],
  [u.hertz, ['hertz']],
  [u.volts, ['volt']],
  [u.amperes, ['amp']],
  [u.joules, ['joule']],
  [u.perSecond('requests'), ['reqps']],
  [u.perSecond('operations'), ['ops']],
  [u.perSecond('packets'), ['pps']],
  [u.perSecond('rows'), ['rowsps']],
  [u.perSecond('commands'), ['ops']],
  [u.perSecond('transactions'), ['suffix:tx/s']],
  [u.perSecond('votes'), ['suffix:votes/s', 'none', 'short']],
  [u.count('votes'), ['suffix:votes', 'none', 'short', 'locale']],
] as const;

/** What the compiler allows for each row is what the row lists, no more and no less. */
type Rows = readonly (readonly [u.Unit, readonly string[]])[];
type Allowed<R extends Rows> = { readonly [I in keyof R]: DisplayUnit<R[I][0]> };
type Listed<R extends Rows> = { readonly [I in keyof R]: R[I][1][number] };
expectTypeOf<Allowed<typeof ROWS>>().toEqualTypeOf<Listed<typeof ROWS>>();

describe('displayUnits()', () => {
  test.each(ROWS)('of %j', (unit, expected) => {
    expect(displayUnits(unit)).toEqual(expected);
    expect(defaultDisplayUnit(unit)).toBe(expected[0]);
  });
});

test('every dimension has its own', () => {
  const counted = displayUnits(u.count('votes')).slice(1);
  for (const of of u.dimensions) {
    expect(displayUnits({ of, per: '' })).not.toEqual(expect.arrayContaining([...counted]));
  }
});

test('a ratio is never shown as a percentage of its own number, nor a percentage as a ratio', () => {
  expect(displayUnits(u.ratio)).not.toContain('percent');
  expect(displayUnits(u.percent)).not.toContain('percentunit');
});
