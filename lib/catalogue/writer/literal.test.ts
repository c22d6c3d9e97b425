import { describe, expect, it } from 'vitest';
import { inline, type Literal, property, text } from './literal.ts';

describe('a string literal', () => {
  it.each([
    ['plain', "'plain'"],
    ['', "''"],
    ["it's", `"it's"`],
    ['say "x"', `'say "x"'`],
    [`it's "x"`, `'it\\'s "x"'`],
    ['a\\b\nc\t', "'a\\\\b\\nc\\t'"],
    ['$\u007bx} `y`', "'$\u007bx} `y`'"],
    ['é, \u2028 \u009b', "'é, \\u2028 \\u009b'"],
  ])('%j is %s', (value, literal) => {
    expect(text(value)).toBe(literal);
  });
});

describe('a property', () => {
  const long = 'x'.repeat(110);
  const names = Array.from({ length: 12 }, (_, index) => `name-${index}-long`);
  const numbers = Array.from({ length: 40 }, (_, index) => index / 8);

  it.each<[string, string, Literal]>([
    ['on one line', 'labels', { cmd: ['lpop', 'rpush'], 'a.b': [] }],
    ['empty', 'labels', {}],
    ['with names that objects have', 'labels', JSON.parse('{"__proto__":["a"],"constructor":["b"]}')],
    ['of numbers', 'bounds', [0.005, 1, 1e-7, 1e21, -1]],
    ['of code', 'unit', { code: "count('votes')" }],
    ['with an object that does not fit', 'labels', { a: names.slice(0, 6), b: names.slice(6) }],
    ['with a list that does not fit', 'labels', { a: names }],
    ['with numbers that do not fit', 'bounds', numbers],
    ['with a long string after a short key', 'help', long],
    ['with a long string after a longer key', 'label', long],
  ])('%s', (_, key, value) => {
    expect(property(key, value, 2)).toMatchSnapshot();
  });

  it('has whole numbers as plain keys', () => {
    expect(inline({ 0: 'Down', '-1': 'Gone' })).toBe("{ 0: 'Down', '-1': 'Gone' }");
  });
});
