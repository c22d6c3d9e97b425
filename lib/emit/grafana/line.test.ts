import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Text, text, valueHole } from '../../model/text.ts';
import { seconds } from '../../units/unit.ts';
import { legendFormat, refId } from './line.ts';

const service = { hole: 'label', label: 'service' } as const;
const status = { hole: 'label', label: 'status' } as const;

describe('refId()', () => {
  it.each([
    [0, 'A'],
    [1, 'B'],
    [25, 'Z'],
    [26, 'AA'],
    [27, 'AB'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('calls the query at %i %s', (position, expected) => {
    expect(refId(position)).toBe(expected);
  });

  it('never calls two queries the same', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (a, b) => (refId(a) === refId(b)) === (a === b)),
      { seed: 42 },
    );
  });
});

describe('legendFormat()', () => {
  it.each<[Text, string]>([
    [text`${service} answers ${status}`, '{{service}} answers {{status}}'],
    [text`p99`, 'p99'],
    [{ pieces: [] }, '__auto'],
  ])('%#: writes the legend as the plugin reads it', (legend, expected) => {
    expect(legendFormat(legend)).toBe(expected);
  });

  it('refuses the hole of a value, which no legend has', () => {
    expect(() => legendFormat(text`${valueHole(seconds)}`)).toThrow(/name labels/);
  });
});
