/** Held to the widths that fonts have: test/fixtures/font-widths.json says how they were measured. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fonts, PROPORTIONAL } from '../../../test/support/svg.ts';
import { isUncertain, largestSize, plain, shortened, textWidth, wrapped } from './measure.ts';
import { characterWidth, knownWidth, MONO_WIDTH } from './widths.ts';

describe.each(PROPORTIONAL)('%s', (font) => {
  test('no character is wider than the table says', () => {
    const tooWide = [...(fonts.get(font) ?? [])].filter(([character, width]) => width > characterWidth(character));
    expect(tooWide).toEqual([]);
  });
});

test('the table is no wider than the widest font, but for rounding', () => {
  const characters = [...(fonts.get('Arial') ?? new Map()).keys()];
  const tooMuch = characters.filter((character) => {
    const widest = Math.max(...PROPORTIONAL.map((font) => fonts.get(font)?.get(character) ?? 0));
    const known = knownWidth(character);
    return known !== undefined && known - widest > 0.02;
  });
  // A thin space and a soft hyphen are shown in other ways by other readers.
  expect(tooMuch).toEqual([]);
});

test('all characters of a monospaced font fit', () => {
  const widths = [...(fonts.get('DejaVu Sans Mono') ?? [])].filter(([, width]) => width > 0);
  expect(Math.max(...widths.filter(([character]) => character <= 'ÿ').map(([, width]) => width))).toBeLessThanOrEqual(
    MONO_WIDTH,
  );
  expect(textWidth('level=info', 10, 'mono')).toBeCloseTo(61, 6);
});

test.each([
  { text: 'Up', size: 10, width: 13.9 },
  { text: '', size: 10, width: 0 },
  { text: 'e\u0301', size: 10, width: 6.2 },
  { text: '日', size: 10, width: 10.5 },
])('$text is $width wide', ({ text, size, width }) => {
  expect(textWidth(text, size)).toBeCloseTo(width, 6);
});

test.each([
  { text: 'Votes accepted', room: 200, shown: 'Votes accepted' },
  { text: 'Votes accepted', room: 60, shown: 'Votes a…' },
  { text: 'Votes accepted', room: 48, shown: 'Votes…' },
  { text: 'Votes', room: 4, shown: '' },
])('$text in $room px', ({ text, room, shown }) => {
  expect(shortened(text, { size: 12, room })).toBe(shown);
});

test('what is shortened fits, whatever it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 300 }), (text, room) => {
      expect(textWidth(shortened(text, { size: 12, room }), 12)).toBeLessThanOrEqual(room + 0.01);
    }),
    { seed: 42 },
  );
});

test('words are wrapped, and one that is too long is shortened', () => {
  expect(wrapped('Check the error ratio first', { size: 12, room: 80 })).toEqual(['Check the', 'error ratio', 'first']);
  expect(wrapped('uninterruptible', { size: 12, room: 60 })).toEqual(['uninter…']);
});

test('letters that the table does not have', () => {
  expect(['Votes', 'Grüße', 'µs', '…', '日本', 'e\u0301'].map(isUncertain)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
  ]);
});

test('white space', () => {
  expect(plain(' a\t\n b ')).toBe('a b');
});

test.each([
  { text: 'Up', room: 140, height: 400, size: 100.5 },
  { text: 'Up', room: 139, height: 50, size: 50 },
  { text: '', room: 139, height: 50, size: 50 },
])('the largest size of $text', ({ text, room, height, size }) => {
  expect(largestSize(text, { room, height })).toBe(size);
});
