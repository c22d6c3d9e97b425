/** What each stage makes of a line: its text, and the labels that its stream does not have. */
import { describe, expect, it } from 'vitest';
import { parse } from '../parse/parse.ts';
import { evaluateLogs } from './evaluate.ts';
import type { Labels } from './line.ts';

/** The line as it comes out, and its labels; nothing where it is dropped. */
function through(stages: string, text: string): readonly [string, Labels] | string | undefined {
  const parsed = parse(`{service="api"} ${stages}`);
  if (!parsed.ok || parsed.node.kind !== 'lines') throw new Error(`${stages} cannot be read`);
  const streams = [{ labels: { service: 'api' }, lines: [{ at: 0n, text }] }];
  const found = evaluateLogs(parsed.node, streams, { from: 0n, to: 1n });
  if (!found.ok) return found.problems.map((problem) => problem.found).join('; ');
  const [line] = found.lines;
  if (line === undefined) return undefined;
  const { service, service_name, ...labels } = line.labels;
  expect([service ?? 'api', service_name ?? 'api']).toEqual(['api', 'api']);
  return [line.text, labels];
}

describe('line filters', () => {
  it.each([
    ['|= "a"', 'bab', true],
    ['|= "A"', 'bab', false],
    ['!= "a"', 'bab', false],
    ['|= "x" or "a"', 'bab', true],
    ['!= "x" or "a"', 'bab', false],
    ['!= "x" or "y"', 'bab', true],
    ['|~ "^b.b$"', 'bab', true],
    ['!~ "^b.b$"', 'bab', false],
    ['|~ "a.c"', 'a\\nc', false],
    ['|> "<_>a<_>"', 'bab', true],
    ['!> "<_>a<_>"', 'bab', false],
    ['|= ip("10.0.0.0/8")', 'from 10.1.2.3', true],
    ['!= ip("10.0.0.0/8")', 'from 10.1.2.3', false],
    ['|= ""', 'bab', true],
    ['|= "a" |= "b" != "c"', 'bab', true],
  ])('%s and %j: %s', (stages, text, passes) => {
    expect(through(stages, text.replace('\\n', '\n')) !== undefined).toBe(passes);
  });
});

describe('json', () => {
  const failed = { __error__: 'JSONParserErr', __error_details__: 'the line is no JSON object' };
  it.each([
    ['| json', '{"a": 1, "b": {"c": true, "d": {"e": "x"}}}', { a: '1', b_c: 'true', b_d_e: 'x' }],
    ['| json', '{"a-b.c": 1, "2x": 2, "l": [1], "n": null, "": 3}', { a_b_c: '1', _2x: '2' }],
    [
      '| json',
      '{"id": 12345678901234567890, "f": 1.50, "e": 1E3, "s": "1.50"}',
      { id: '12345678901234567890', f: '1.50', e: '1E3', s: '1.50' },
    ],
    ['| json', '{"service": "x"}', { service_extracted: 'x' }],
    ['| json', 'no', failed],
    ['| json', '[1]', failed],
    ['| json', '"x"', failed],
    [
      '| json x="b.c", y="b[0]", z="a[1].k", a',
      '{"a": [0, {"k": 2}], "b": {"c": 1}}',
      { x: '1', y: '', z: '2', a: '[0,{"k":2}]' },
    ],
    ['| json | json', '{"a": 1}', { a: '1' }],
  ])('%s of %s', (stages, text, labels) => {
    expect(through(stages, text)).toEqual([text, labels]);
  });
});

describe('logfmt', () => {
  const failed = { __error__: 'LogfmtParserErr', __error_details__: 'a field is no name=value' };
  it.each([
    ['| logfmt', 'a=1 b="x \\"y\\" z" c= d e-f=2', { a: '1', b: 'x "y" z', e_f: '2' }],
    ['| logfmt --keep-empty', 'a= b', { a: '', b: '' }],
    ['| logfmt', 'a=1 broken"x b=2', { a: '1', b: '2' }],
    ['| logfmt', 'a=1 b="open', { a: '1' }],
    ['| logfmt', 'a=b=c d=1', { d: '1' }],
    ['| logfmt --strict', 'a=1 broken"x b=2', { a: '1', ...failed }],
    ['| logfmt x="b", a', 'a=1 b=2 c=3', { a: '1', x: '2' }],
    ['| logfmt --keep-empty x="b"', 'a=1', { x: '' }],
    ['| logfmt', 'a=1 a=2', { a: '1' }],
    ['| logfmt --strict', 'a=1  ', { a: '1' }],
  ])('%s of %s', (stages, text, labels) => {
    expect(through(stages, text)).toEqual([text, labels]);
  });
});

describe('the other stages', () => {
  it.each([
    ['| pattern "<a> - <b>"', '1 - 2', '1 - 2', { a: '1', b: '2' }],
    ['| regexp "(?P<a>\\\\d)(?P<b>x)?"', 'n 1', 'n 1', { a: '1', b: '' }],
    ['| regexp "(?P<a>\\\\d)"', 'n', 'n', {}],
    ['| unpack', '{"_entry": "the line", "pod": "p", "n": 1}', 'the line', { pod: 'p' }],
    ['| logfmt | line_format "{{.a}}-{{ .b | ToUpper }}"', 'a=1 b=x', '1-X', { a: '1', b: 'x' }],
    [
      '| line_format "{{ trunc .a __line__ }}"',
      'x',
      'x',
      { __error__: 'TemplateFormatErr', __error_details__: 'a function of the template failed' },
    ],
    ['| logfmt | label_format c=a, d="{{.b}}!", e=missing', 'a=1 b=x', 'a=1 b=x', { b: 'x', c: '1', d: 'x!' }],
    ['| logfmt | drop a, b=~"x.*", c="y"', 'a=1 b=xx c=z', 'a=1 b=xx c=z', { c: 'z' }],
    ['| logfmt | keep a, service, service_name, b="y"', 'a=1 b=x', 'a=1 b=x', { a: '1' }],
    ['| json | drop __error__, __error_details__', 'x', 'x', {}],
    ['| decolorize', '\u001b[31mred\u001b[0m', 'red', {}],
  ])('%s', (stages, text, line, labels) => {
    expect(through(stages, text)).toEqual([line, labels]);
  });
});

describe('conditions on labels', () => {
  it.each([
    ['a="1"', true],
    ['a=~"1|2"', true],
    ['a=~"[12]x"', false],
    ['missing=""', true],
    ['missing!=""', false],
    ['a == 1', true],
    ['a >= 1.5', false],
    ['took > 1s', true],
    ['took <= 1500ms', true],
    ['size > 1KB', true],
    ['size > 1KiB', true],
    ['size >= 2KiB', false],
    ['from=ip("10.0.0.0/8")', true],
    ['from!=ip("10.0.0.0/8")', false],
    ['missing == 1', false],
    ['missing!=ip("10.0.0.0/8")', false],
    ['a="1" and took > 2s', false],
    ['a="2" or took > 1s', true],
    ['(a="2" or a="1") and size > 1KB', true],
  ])('%s: %s', (condition, passes) => {
    const text = 'a=1 took=1.5s size=1.5KB from=10.1.2.3';
    expect(through(`| logfmt | ${condition}`, text) !== undefined).toBe(passes);
  });

  it('lets a line pass whose label cannot be read, with an error, and every line that has one', () => {
    const error = { __error__: 'LabelFilterErr', __error_details__: 'a=x is no number' };
    expect(through('| logfmt | a > 5', 'a=x')).toEqual(['a=x', { a: 'x', ...error }]);
    expect(through('| logfmt | a > 5 | a > 7s | a=ip("1.1.1.1")', 'a=x')).toEqual(['a=x', { a: 'x', ...error }]);
    expect(through('| logfmt | a > 5 | __error__=""', 'a=x')).toBeUndefined();
  });
});
