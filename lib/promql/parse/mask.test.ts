/** Variables are covered by something that parses, and nothing moves. */
import { describe, expect, test } from 'vitest';
import { fillIn, isNumberVariable, isVariable, mask, unclosedQuote } from './mask.ts';

describe('mask()', () => {
  test.each([
    ['a + b', 'a + b'],
    ['rate(a[$__rate_interval])', 'rate(a[000000000000001s])'],
    ['a[$w]', 'a[1s]'],
    [`a[\${w}:[[s]]]`, 'a[001s:0001s]'],
    [`a[\${n}m]`, 'a[0001m]'],
    ['a offset $w', 'a offset 1s'],
    ['a OFFSET -$w', 'a OFFSET -1s'],
    ['a > $limit', 'a > vvvvvv'],
    ['a / $__range_s', 'a / 0000000001'],
    [`a / \${__from:date:seconds}`, 'a / 0000000000000000000001'],
    [`a_\${x.y:z}_b`, 'a_vvvvvvvv_b'],
    ['sum by ([[c]]) (a)', 'sum by (vvvvv) (a)'],
    ['a{b="$c",d=\'$e\'} > $f', 'a{b="$c",d=\'$e\'} > vv'],
    ['a{b="[$c"} > $limit', 'a{b="[$c"} > vvvvvv'],
    ['a{b="\\"$c"} > $f', 'a{b="\\"$c"} > vv'],
    ['a{b=`\\`} > $f', 'a{b=`\\`} > vv'],
    ['a # $b "\n+ $c', 'a # $b "\n+ vv'],
    ['__proto__ + constructor_total + Constructor', 'vvvvvvvvv + constructor_total + vvvvvvvvvvv'],
    ['a + $', 'a + $'],
    [`a + \${`, `a + \${`],
  ])('%s', (text, expected) => {
    expect(mask(text)).toBe(expected);
    expect(mask(text)).toHaveLength(text.length);
  });
});

test.each([
  ['$a', true, false],
  [`\${a}`, true, false],
  [`\${a:regex}`, true, false],
  ['[[a]]', true, false],
  ['$__range_s', true, true],
  [`\${__to:date:seconds}`, true, true],
  ['$__rate_interval', true, false],
  ['$__range_something', true, false],
  ['$a b', false, false],
  ['a$b', false, false],
  ['a', false, false],
])('%s is a variable: %s, a number: %s', (text, variable, number) => {
  expect([isVariable(text), isNumberVariable(text)]).toEqual([variable, number]);
});

test.each([
  ['a{b="c"}', undefined],
  ['a{b="c}', 4],
  ['a{b="c\n"}', 4],
  ['a{b=`c\n`}', undefined],
  ['a{b="c\\"}', 4],
  ['a # "\n+ \'b', 8],
])('%s has an unclosed quote at %s', (text, at) => {
  expect(unclosedQuote(text)).toBe(at);
});

describe('fillIn()', () => {
  const texts: Readonly<Record<string, string>> = { a: 'x', __auto: '5m', b: '$a' };
  test.each([
    ['{a="$a"}[$__auto]', '{a="x"}[5m]'],
    [`\${a}|\${a:regex}|\${a.b:raw}|[[a]]`, 'x|x|x|x'],
    ['$unknown $1 $', '$unknown $1 $'],
    ['$b', '$a'],
  ])('%s', (text, filled) => {
    expect(fillIn(text, (name) => texts[name])).toBe(filled);
  });
});
