import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unseenIn, visible } from './visible.ts';

describe('visible()', () => {
  it.each([
    ['Grüße, 日本, 🐙 ‍', 'Grüße, 日本, 🐙 ‍'],
    ['a\n\tb', 'a\n\tb'],
    ['\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
    ['\u001b]0;title\u0007', '\\u001b]0;title\\u0007'],
    ['\u009b2J', '\\u009b2J'],
    ['over\rwritten\b\u007f', 'over\\u000dwritten\\u0008\\u007f'],
    ['\0', '\\u0000'],
    ['a\u0085b\u2028c\u2029d', 'a\\u0085b\\u2028c\\u2029d'],
    ['\u202eevil\u2066', '\\u202eevil\\u2066'],
    ['\ufeff\ufffe\uffff\ufdd0', '\\ufeff\\ufffe\\uffff\\ufdd0'],
    ['\u{1ffff}', '\\u{1ffff}'],
    ['half \ud800', 'half \\ud800'],
  ])('%j is %s', (text, seen) => expect(visible(text)).toBe(seen));

  it('leaves nothing that is not seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unseenIn(visible(text))).toBeUndefined();
      }),
      { seed: 42 },
    );
  });
});
