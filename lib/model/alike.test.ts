import { expect, it } from 'vitest';
import { isAlike } from './alike.ts';

const half = (value: number): number => value / 2;
const day = new Date(0);

it.each([
  ['numbers', 1, 1, true],
  ['no numbers', Number.NaN, Number.NaN, true],
  ['texts and numbers', '1', 1, false],
  ['objects in another order', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
  ['another value inside', { a: { b: 1 } }, { a: { b: 2 } }, false],
  ['a key more', { a: 1 }, { a: 1, b: 2 }, false],
  ['a key less', { a: 1, b: 2 }, { a: 1 }, false],
  ['another key', { a: undefined }, { b: undefined }, false],
  ['lists in another order', [1, 2], [2, 1], false],
  ['a longer list', [1], [1, 2], false],
  ['a list and an object', ['x'], { 0: 'x' }, false],
  ['nothing and an object', null, {}, false],
  ['expressions', { series: /a/i }, { series: /a/i }, true],
  ['expressions with other flags', { series: /a/ }, { series: /a/i }, false],
  ['one function', { as: half }, { as: half }, true],
  ['two functions', { as: half }, { as: (value: number) => value / 2 }, false],
  ['one instance', { at: day }, { at: day }, true],
  ['two instances', { at: day }, { at: new Date(0) }, false],
  ['maps', new Map([[1, 1]]), new Map([[1, 1]]), false],
])('%s', (_, a, b, expected) => {
  expect(isAlike(a, b)).toBe(expected);
  expect(isAlike(b, a)).toBe(expected);
});
