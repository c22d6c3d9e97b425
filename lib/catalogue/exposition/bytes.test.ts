import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposedText } from './bytes.ts';

const raw = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('bytes as text', () => {
  it.each([
    ['nothing', '', ''],
    ['ASCII', 'a 1\n', 'a 1\n'],
    ['UTF-8', '\xc3\xa9', 'é'],
    ['a mark of byte order stays', '\xef\xbb\xbfa', '\ufeffa'],
    ['a byte that is none', 'a\xffb\xc3\xa9\n', 'a\udcffbé\n'],
    ['a character that is cut off', '\xf0\x9f\x98', '\udcf0\udc9f\udc98'],
    ['half of a surrogate pair, as no UTF-8 has it', '\xed\xa0\x80', '\udced\udca0\udc80'],
    ['a character in more bytes than it needs', '\xc0\x80', '\udcc0\udc80'],
    ['the other lines', '\xff\n\xe2\x82\xac\n', '\udcff\n€\n'],
    ['a NUL beside it', '\0\xff', '\0\udcff'],
  ])('%s', (_, bytes, text) => {
    expect(exposedText(raw(bytes))).toBe(text);
  });

  it('is well formed when, and only when, it is UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const text = exposedText(bytes);
        const isUtf8 = Buffer.from(bytes).equals(Buffer.from(Buffer.from(bytes).toString('utf8')));
        expect(text.isWellFormed()).toBe(isUtf8);
        if (isUtf8) expect(text).toBe(Buffer.from(bytes).toString('utf8'));
      }),
      { seed: 42, numRuns: 2000 },
    );
  });
});
