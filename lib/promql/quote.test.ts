/** Strings and numbers as Go's strconv writes them, which is what Prometheus prints. */
import { describe, expect, test } from 'vitest';
import { formatted, refusals } from '../../test/support/promtool.ts';
import { describeWithServer } from '../../test/support/servers.ts';
import { isPlainInList, isPlainLabel, isPlainMetric, numberText, quote } from './quote.ts';

const TEXTS: readonly (readonly [string, string])[] = [
  ['', '""'],
  ['a b', '"a b"'],
  ['a "b"', '"a \\"b\\""'],
  ["it's `so`", '"it\'s `so`"'],
  ['back\\slash', '"back\\\\slash"'],
  ['\u0007\b\f\n\r\t\v', '"\\a\\b\\f\\n\\r\\t\\v"'],
  ['\u0000\u001f\u007f', '"\\x00\\x1f\\x7f"'],
  ['\u0080\u009f', '"\\u0080\\u009f"'],
  ['äöü€', '"äöü€"'],
  ['日本語', '"日本語"'],
  ['😀', '"😀"'],
  ['e\u0301', '"e\u0301"'],
  ['\u00a0', '"\\u00a0"'],
  ['\u00ad', '"\\u00ad"'],
  ['\u200b\u2028\ufeff', '"\\u200b\\u2028\\ufeff"'],
  ['\ue000', '"\\ue000"'],
  ['\u{e0001}', '"\\U000e0001"'],
  ['\u{10ffff}', '"\\U0010ffff"'],
];

describe('quote()', () => {
  test.each(TEXTS)('%j', (text, quoted) => {
    expect(quote(text)).toBe(quoted);
  });

  test('half a character becomes the sign for what cannot be read', () => {
    expect(quote('a\ud800b')).toBe('"a\\ufffdb"');
  });
});

const NUMBERS: readonly (readonly [number, string])[] = [
  [0, '0'],
  [-0, '-0'],
  [1, '1'],
  [-1.5, '-1.5'],
  [0.1, '0.1'],
  [1e6, '1000000'],
  [1e21, '1000000000000000000000'],
  [1.5e21, '1500000000000000000000'],
  [-1e22, '-10000000000000000000000'],
  [1e-6, '0.000001'],
  [1e-7, '0.0000001'],
  [1.25e-7, '0.000000125'],
  [-1e-7, '-0.0000001'],
  [123456789012345680, '123456789012345680'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  [5e-324, `0.${'0'.repeat(323)}5`],
  [Number.MAX_VALUE, `17976931348623157${'0'.repeat(292)}`],
  [Number.POSITIVE_INFINITY, '+Inf'],
  [Number.NEGATIVE_INFINITY, '-Inf'],
  [Number.NaN, 'NaN'],
];

describe('numberText()', () => {
  test.each(NUMBERS)('%d', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});

describeWithServer(['promtool'], 'Prometheus', () => {
  test('writes the same strings', async () => {
    const selectors = TEXTS.map(([, quoted]) => `x{a=${quoted}}`);
    expect(await formatted(selectors)).toEqual(selectors);
  });

  test('reads the sign for what cannot be read, which it writes as it cannot read it', async () => {
    expect(await refusals([`x{a=${quote('\ufffd')}}`])).toBe('');
    expect(await refusals(['x{a="\ufffd"}'])).toContain('invalid UTF-8 rune');
  });

  test('writes the same numbers', async () => {
    const numbers = NUMBERS.map(([, text]) => text);
    expect(await formatted(numbers)).toEqual(numbers);
  });
});

test.each([
  ['up', true, true, true],
  ['job:requests:rate5m', true, false, false],
  [':a', true, false, false],
  ['_a1', true, true, true],
  ['1a', false, false, false],
  ['', false, false, false],
  ['a.b', false, false, false],
  ['ä', false, false, false],
  ['on', false, true, true],
  ['Offset', false, true, true],
  ['atan2', false, true, true],
  ['inf', false, true, false],
  ['NaN', false, true, false],
  ['sum', true, true, true],
  ['by', true, true, true],
])('%j stands without quotes as a metric: %s, in a matcher: %s, in a list: %s', (name, metric, label, inList) => {
  expect([isPlainMetric(name), isPlainLabel(name), isPlainInList(name)]).toEqual([metric, label, inList]);
});
