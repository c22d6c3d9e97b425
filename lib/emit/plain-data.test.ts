import { describe, expect, test } from 'vitest';
import { toJson } from './json.ts';
import { plainData } from './plain-data.ts';
import { toYaml } from './yaml.ts';

class Money {}
const circle: Record<string, unknown> = { name: 'circle' };
circle.again = [circle];
const shared = { a: 1 };

describe('plainData refuses', () => {
  test.each<[string, unknown, string]>([
    ['undefined', undefined, 'The value is undefined: leave the key out.'],
    ['undefined, inside', { a: { b: [1, undefined] } }, 'a.b[1] is undefined: leave the key out.'],
    ['a hole in a list', { a: new Array(1) }, 'a[0] is undefined: leave the key out.'],
    ['a function', { a: { 'b c': () => 1 } }, 'a["b c"] is a function: call it, or leave the key out.'],
    ['NaN', [{ a: Number.NaN }], '[0].a is NaN: only finite numbers can be written.'],
    ['infinity', { a: Number.NEGATIVE_INFINITY }, 'a is -Infinity: only finite numbers can be written.'],
    ['a bigint', { a: 1n }, 'a is a bigint: use a number or a text.'],
    ['a symbol', { a: Symbol('s') }, 'a is a symbol: use a text.'],
    ['a symbol as a key', { a: { [Symbol('s')]: 1 } }, 'a has a symbol as a key: only texts can be written.'],
    ['a date', { a: new Date(0) }, 'a is a Date: turn it into a plain object, list or text.'],
    ['a map', { a: new Map() }, 'a is a Map: turn it into a plain object, list or text.'],
    ['an instance', { a: new Money() }, 'a is a Money: turn it into a plain object, list or text.'],
    ['half a character', { a: '\ud83d' }, 'a has half a character in it (a lone surrogate): cut text'],
    [
      'half a character in a key',
      { a: { '\udc00': 1 } },
      'a has a key with half a character in it (a lone surrogate).',
    ],
    ['what holds itself', circle, 'again[0] holds itself: a file ends somewhere.'],
  ])('%s', (_, value, message) => {
    for (const write of [plainData, toJson, toYaml]) expect(() => write(value)).toThrow(message);
  });
});

test.each([
  [null],
  [{ a: [true, 'text', 1.5, { b: null }] }],
  [[shared, shared]],
  [Object.assign(Object.create(null), { a: 1 })],
  [Object.freeze({ list: Object.freeze([1]) })],
])('plainData returns %j as it is', (value) => {
  expect(plainData(value)).toBe(value);
});
