import { describe, expect, test } from 'vitest';
import { escapeRegExp, type LabelMatch, matchers, not, variable } from './matcher.ts';
import { print } from './print.ts';

const printed = (match: LabelMatch): string =>
  print({ kind: 'selector', metric: 'x', matchers: matchers({ a: match }) });

describe('matchers()', () => {
  test.each<[string, LabelMatch, string]>([
    ['a text', 'b', 'x{a="b"}'],
    ['the empty text', '', 'x{a=""}'],
    ['a list of one', ['b'], 'x{a="b"}'],
    ['a list', ['b', 'c.d', 'e|f'], 'x{a=~"b|c\\\\.d|e\\\\|f"}'],
    ['an expression', /5../, 'x{a=~"5.."}'],
    ['an expression with a flag', /b/i, 'x{a=~"(?i)b"}'],
    ['an expression with two', /b./is, 'x{a=~"(?is)b."}'],
    ['an expression over Unicode', /ä/u, 'x{a=~"ä"}'],
    ['an expression with a slash', /a\/b/, 'x{a=~"a/b"}'],
    ['a group', /(?:b|c)\d{3}/, 'x{a=~"(?:b|c)\\\\d{3}"}'],
    ['a variable', variable('b'), `x{a=~"\${b:regex}"}`],
    ['no text', not('b'), 'x{a!="b"}'],
    ['none of a list', not(['b', 'c']), 'x{a!~"b|c"}'],
    ['no match of an expression', not(/b/), 'x{a!~"b"}'],
    ['no value of a variable', not(variable('b')), `x{a!~"\${b:regex}"}`],
  ])('%s', (_, match, text) => {
    expect(printed(match)).toBe(text);
  });

  test('leaves out what is undefined', () => {
    expect(matchers({ a: undefined, b: 'c' })).toEqual([{ label: 'b', operator: '=', value: 'c' }]);
  });

  test.each<[string, LabelMatch, RegExp]>([
    ['an empty list', [], /name at least one value/],
    ['a look-ahead', /(?=b)/, /RE2's, without look-around and back-references/],
    ['a negative look-behind', /(?<!b)/, /RE2's, without look-around and back-references/],
    ['a back-reference', /(b)\1/, /RE2's, without look-around and back-references/],
    ['a range up to a class', /[a-\d]/, /invalid/],
    ['a letter of Unicode by its number', /\u0041/, /invalid escape sequence: `\\u`/],
    ['repetitions within one another', /(?:a{500}){3}/, /invalid repeat count/],
    ['a flag that means nothing here', /b/g, /only i, s and u have a meaning here/],
  ])('refuses %s', (_, match, message) => {
    expect(() => matchers({ a: match })).toThrow(message);
  });
});

test('escapeRegExp() takes the meaning from every character that has one', () => {
  expect(escapeRegExp('a.b*c+d?e^f$g(h)i[j]k{l}m|n\\o')).toBe(
    'a\\.b\\*c\\+d\\?e\\^f\\$g\\(h\\)i\\[j\\]k\\{l\\}m\\|n\\\\o',
  );
});
