import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lasting, toJson } from './json.ts';

describe('toJson', () => {
  test.each<[unknown, string]>([
    [null, 'null\n'],
    ['text "quoted" \u2028', '"text \\"quoted\\" \u2028"\n'],
    [1e21, '1e+21\n'],
    [-0, '0\n'],
    [[], '[]\n'],
    [{}, '{}\n'],
    [[1, [2]], '[\n  1,\n  [\n    2\n  ]\n]\n'],
    [{ b: 1, a: { d: [], c: {} } }, '{\n  "a": {\n    "c": {},\n    "d": []\n  },\n  "b": 1\n}\n'],
    [{ 10: 'ten', 9: 'nine', a: 0 }, '{\n  "10": "ten",\n  "9": "nine",\n  "a": 0\n}\n'],
    [{ é: 1, z: 2, Z: 3 }, '{\n  "Z": 3,\n  "z": 2,\n  "é": 1\n}\n'],
    [
      [{ a: 1, b: 2 }, { 'a\nb': 3 }, { b: 4, a: 5 }],
      '[\n  {\n    "a": 1,\n    "b": 2\n  },\n  {\n    "a\\nb": 3\n  },\n  {\n    "a": 5,\n    "b": 4\n  }\n]\n',
    ],
    [{ ['__proto__']: 1 }, '{\n  "__proto__": 1\n}\n'],
    [{ '\0a': 1, 2: '"\0b": ' }, '{\n  "\\u0000a": 1,\n  "2": "\\"\\u0000b\\": "\n}\n'],
    [{ 'a"\0b': 1, 2: '\u2028"\0c": ' }, '{\n  "2": "\u2028\\"\\u0000c\\": ",\n  "a\\"\\u0000b": 1\n}\n'],
    [{ '\0\0"\\': 1, 0: 2 }, '{\n  "\\u0000\\u0000\\"\\\\": 1,\n  "0": 2\n}\n'],
  ])('prints %j', (value, expected) => {
    expect(toJson(value)).toBe(expected);
  });

  test('puts the given keys first, in the given order, at every depth', () => {
    const value = { a: { title: 't', b: 1, uid: 'u' }, title: 't', 1: 1, uid: 'u' };
    const printed = toJson(value, { first: ['uid', 'title', 'not there'] });
    expect(printed.match(/"[^"]+"(?=:)/g)).toEqual(['"uid"', '"title"', '"1"', '"a"', '"uid"', '"title"', '"b"']);
  });

  test('prints what it was given, the same for every order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const printed = toJson(value);
        expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(toJson(reversed(value))).toBe(printed);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  test('puts the keys of a lasting object in order once, and prints it as any other, wherever it stands', () => {
    const numbered = lasting({ b: { 2: '2', d: 1, c: [] }, a: [lasting({ y: 1, x: 2 })] });
    const plain = { b: { 2: '2', d: 1, c: [] }, a: [{ y: 1, x: 2 }] };
    const around = (value: object) => ({ z: value, a: [value, { e: value }] });
    const first = ['d', 'y'];
    for (const options of [{}, { first }, { first }]) {
      expect(toJson(around(numbered), options)).toBe(toJson(around(plain), options));
      expect(toJson({ a: 1 }, options)).toBe('{\n  "a": 1\n}\n');
    }
  });

  test('refuses in a lasting object what it refuses elsewhere', () => {
    const value = { a: [lasting({ b: undefined })] };
    expect(() => toJson(value)).toThrow('a[0].b is undefined: leave the key out.');
    expect(() => toJson(value)).toThrow('a[0].b is undefined: leave the key out.');
  });
});

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
