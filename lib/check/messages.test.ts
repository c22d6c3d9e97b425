import { expect, test } from 'vitest';
import { parse } from '../promql/parse/parse.ts';
import { didYouMean, listed, nearest, quoted, repeated } from './messages.ts';

test.each([
  [[], 'none'],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is listed as %s', (names, text) => expect(listed(names)).toBe(text));

test('a choice is listed with or', () => expect(listed(['a', 'b', 'c'], 'or')).toBe('a, b or c'));

test.each([
  [['a', 'b'], []],
  [
    ['a', 'b', 'a', 'c', 'a', 'c'],
    ['a', 'c'],
  ],
])('of %j %j are repeated', (names, several) => expect(repeated(names)).toEqual(several));

const node = (text: string) => {
  const answer = parse(text);
  if (!answer.ok) throw new Error(`${text} is no PromQL`);
  return answer.node;
};

test.each([
  [80, ''],
  [81, '…'],
])('an expression of %i characters ends in "%s"', (length, ending) => {
  const text = 'x'.repeat(length);
  expect(quoted(node(text))).toBe(`\`${text.slice(0, 80)}${ending}\``);
});

test.each([
  ['a letter too few', 'queue_lenth', ['queue_length'], 'queue_length'],
  ['a letter too many', 'ordders', ['orders'], 'orders'],
  ['one letter of a short name', 'jib', ['job'], 'job'],
  ['two letters of a short name', 'jab2', ['job'], undefined],
  ['two letters of nine', 'qqqq_ab12', ['qqqq_abcd'], undefined],
  ['two letters of ten', 'qqqqq_ab12', ['qqqqq_abcd'], 'qqqqq_abcd'],
  ['the first of two that are as near', 'oder', ['order', 'odder'], 'order'],
  ['the nearer of two', 'queue_lengh', ['queue_leng_x', 'queue_length'], 'queue_length'],
  ['of no names', 'orders', [], undefined],
])('%s', (_, name, known, near) => expect(nearest(name, known)).toBe(near));

test('what else to do comes after the name that was probably meant', () => {
  expect(didYouMean('jib', ['job'], 'remove it')).toBe('did you mean job? Otherwise remove it');
  expect(didYouMean('x', ['job'], 'remove it')).toBe('remove it');
});
