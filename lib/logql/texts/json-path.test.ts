import { describe, expect, it } from 'vitest';
import { readJsonPath, valueAt } from './json-path.ts';

describe('a path into JSON', () => {
  it.each([
    ['status', ['status']],
    ['user.id', ['user', 'id']],
    ['a["b c"].d', ['a', 'b c', 'd']],
    ['["a\\"b"][1]', ['a"b', 1]],
    ['items[0].name', ['items', 0, 'name']],
    ['', undefined],
    ['.a', undefined],
    ['a b', undefined],
    ['a..b', undefined],
    ['a[x]', undefined],
    ['a[0]b', undefined],
  ])('%s is read', (text, path) => {
    expect(readJsonPath(text)).toEqual(path);
  });

  it.each<[unknown, (string | number)[], unknown]>([
    [{ a: [{ b: 1 }] }, ['a', 0, 'b'], 1],
    [{ a: 'text' }, ['a', 'length'], undefined],
    [{ a: null }, ['a', 'b'], undefined],
    [{}, ['constructor'], undefined],
    [{ a: 'text' }, ['a', 0], undefined],
  ])('%j at %j', (value, path, expected) => {
    expect(valueAt(value, path)).toBe(expected);
  });
});
