/** Strings and numbers by the rules of Go's strconv, which Prometheus follows. */
import { describe, expect, test } from 'vitest';
import { readNumber, unquote } from './literal.ts';

describe('unquote()', () => {
  test.each([
    ['""', ''],
    ['"a"', 'a'],
    ["'a'", 'a'],
    ['`a\\n\n`', 'a\\n\n'],
    ['"\\a\\b\\f\\n\\r\\t\\v\\\\\\""', '\u0007\b\f\n\r\t\v\\"'],
    ["'\\''", "'"],
    ['"\\x41"', 'A'],
    ['"\\101"', 'A'],
    ['"\\u00e4"', 'ä'],
    ['"\\U0001F600"', '😀'],
    ['"\\xc3\\xa4"', 'ä'],
    ['"\\xef\\xbb\\xbf"', '\ufeff'],
  ])('reads %s', (literal, value) => {
    expect(unquote(literal)).toBe(value);
  });

  test.each([
    ['', 'nothing'],
    ['"', 'a single quote mark'],
    ['"a', 'no closing quote'],
    ['"a\\"', 'an escaped closing quote'],
    ['"\\q"', 'an unknown escape'],
    ['"\\\'"', "the other quote's escape"],
    ["'\\\"'", "the other quote's escape"],
    ['"\\x4"', 'too few digits'],
    ['"\\400"', 'more than a byte'],
    ['"\\ud800"', 'half a character'],
    ['"\\U00110000"', 'no character'],
    ['"\\xff"', 'a byte that is no UTF-8'],
  ])('refuses %s, %s', (literal) => {
    expect(unquote(literal)).toBeUndefined();
  });
});

describe('readNumber()', () => {
  test.each([
    ['0', 0],
    ['5', 5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['1E-3', 0.001],
    ['1_000', 1000],
    ['0x1F', 31],
    ['010', 8],
    ['08', 8],
    ['Inf', Number.POSITIVE_INFINITY],
    ['NaN', Number.NaN],
    ['5m', 300],
    ['1h30m', 5400],
    ['5ms', 0.005],
  ])('reads %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});
