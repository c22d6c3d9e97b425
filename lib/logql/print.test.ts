/** One spelling for each query: what is read in another one is printed in this. */
import { describe, expect, test } from 'vitest';
import { parse } from './parse/parse.ts';
import { print } from './print.ts';

function printed(text: string): string {
  const parsed = parse(text);
  return parsed.ok ? print(parsed.node) : JSON.stringify(parsed.problem);
}

describe('print()', () => {
  test.each([
    // Lines.
    ['{service="api",stream=\'x\'}'.replaceAll("'", '"'), '{service="api", stream="x"}'],
    ['({a="b"}|="x")', '{a="b"} |= "x"'],
    ['{a="b"}|="x"!="y"or"z"|~ip("10.0.0.0/8")', '{a="b"} |= "x" != "y" or "z" |~ ip("10.0.0.0/8")'],
    ['{a="b"}|json|logfmt --keep-empty --strict x,y="z"', '{a="b"} | json | logfmt --strict --keep-empty x, y="z"'],
    ['{a="b"}|label_format c=d,e="{{.f}}"', '{a="b"} | label_format c=d, e="{{.f}}"'],
    ['{a="b"}|c=5|d>=-1.50|e>1h|f<4KiB', '{a="b"} | c == 5 | d >= -1.5 | e > 1h | f < 4KiB'],
    ['{a="b"}|c="d",e=~"f"', '{a="b"} | c="d" and e=~"f"'],
    ['{a="b"}|((c="d" or e="f") and g="h")', '{a="b"} | (c="d" or e="f") and g="h"'],
    ['{a="b"}|(c="d" and e="f") or g="h"', '{a="b"} | c="d" and e="f" or g="h"'],
    ['{a="b"}|c="d" and (e="f" and g="h")', '{a="b"} | c="d" and (e="f" and g="h")'],
    ['{a="b"}|drop c,d="e"|keep f|decolorize|unpack', '{a="b"} | drop c, d="e" | keep f | decolorize | unpack'],
    // Ranges.
    ['rate({a="b"}  [ 5m ])', 'rate({a="b"}[5m])'],
    ['rate({a="b"}[5m] |= "x")', 'rate({a="b"} |= "x" [5m])'],
    ['rate({a="b"}[90s] offset 1h)', 'rate({a="b"}[1m30s] offset 1h)'],
    ['rate({a="b"}[5m] offset -1h)', 'rate({a="b"}[5m] offset -1h)'],
    ['rate({a="b"}[5m] offset 0s)', 'rate({a="b"}[5m])'],
    [
      'sum_over_time({a="b"}|unwrap bytes(c)|__error__="" [5m] offset 1h)',
      'sum_over_time({a="b"} | unwrap bytes(c) | __error__="" [5m] offset 1h)',
    ],
    ['avg_over_time({a="b"}|unwrap c[$__auto])by(d)', 'avg_over_time({a="b"} | unwrap c [$__auto]) by (d)'],
    ['max_over_time({a="b"}|unwrap c[5m]) by ()', 'max_over_time({a="b"} | unwrap c [5m]) by ()'],
    // Numbers.
    ['sum(vector(1))by(a,b)', 'sum by (a, b) (vector(1))'],
    ['sum by () (vector(1))', 'sum(vector(1))'],
    ['TOPK(2,vector(1))', 'topk(2, vector(1))'],
    ['((1+2))*3', '(1 + 2) * 3'],
    ['1+2*3', '1 + 2 * 3'],
    ['1-2-3', '1 - 2 - 3'],
    ['1-(2-3)', '1 - (2 - 3)'],
    ['2^3^4', '2 ^ 3 ^ 4'],
    ['(2^3)^4', '(2 ^ 3) ^ 4'],
    ['-2^2', '-2 ^ 2'],
    ['1--1', '1 - -1'],
    ['vector(1)>bool on(a)vector(2)', 'vector(1) > bool on (a) vector(2)'],
    ['vector(1)*ignoring()vector(2)', 'vector(1) * vector(2)'],
    ['vector(1)*on(a)group_left vector(2)', 'vector(1) * on (a) group_left () vector(2)'],
    ['vector(1) or vector(2) and vector(3)', 'vector(1) or vector(2) and vector(3)'],
    ['(vector(1) or vector(2)) and vector(3)', '(vector(1) or vector(2)) and vector(3)'],
    ['label_replace(vector(1),"a","$1","b","(.*)")', 'label_replace(vector(1), "a", "$1", "b", "(.*)")'],
  ])('%s', (text, expected) => {
    expect(printed(text)).toBe(expected);
    expect(printed(expected)).toBe(expected);
  });

  test('puts raw text between brackets where it may bind less tightly', () => {
    const raw = { kind: 'raw', text: 'vector(1) or vector(2)', reason: 'a test' } as const;
    expect(print(raw)).toBe('vector(1) or vector(2)');
    expect(print({ kind: 'binary', operator: '*', left: raw, right: { kind: 'number', value: 2 } })).toBe(
      '(vector(1) or vector(2)) * 2',
    );
  });
});
