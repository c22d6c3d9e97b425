/** What the grammar takes and the checker refuses, in our words; Prometheus' word on each is asked for too. */
import { describe, expect, test } from 'vitest';
import { objections } from '../../../test/support/promtool.ts';
import { describeWithServer } from '../../../test/support/servers.ts';
import type { Node } from '../node.ts';
import { parse } from '../parse/parse.ts';
import { evaluationRefusals } from './evaluation.ts';
import { refusals } from './refusals.ts';

function tree(text: string): Node {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`);
  return parsed.node;
}

const REFUSED: readonly (readonly [text: string, ...found: string[]])[] = [
  ['rate(a)', 'an instant vector in rate(): `a`'],
  ['rate(a[5m:1m][5m:])', 'a range vector in a subquery: `a[5m:1m]`'],
  ['rate(5)', 'a number in rate(): `5`'],
  ['rate("a")', 'a text in rate(): `"a"`'],
  ['abs(a[5m])', 'a range vector in abs(): `a[5m]`'],
  ['abs(1)', 'a number in abs(): `1`'],
  ['floor(a, a)', 'floor() of 2 arguments'],
  ['floor()', 'floor() of 0 arguments'],
  ['round(a, 1, 2)', 'round() of 3 arguments'],
  ['round(a, b)', 'an instant vector in round(): `b`'],
  ['clamp(a, 1)', 'clamp() of 2 arguments'],
  ['time(1)', 'time() of 1 argument'],
  ['pi(a)', 'pi() of 1 argument'],
  ['vector(a)', 'an instant vector in vector(): `a`'],
  ['vector("1")', 'a text in vector(): `"1"`'],
  ['scalar(1)', 'a number in scalar(): `1`'],
  ['hour(1)', 'a number in hour(): `1`'],
  ['histogram_quantile(a, a)', 'an instant vector in histogram_quantile(): `a`'],
  ['histogram_quantile(0.9, a[5m])', 'a range vector in histogram_quantile(): `a[5m]`'],
  ['histogram_fraction(0, 1)', 'histogram_fraction() of 2 arguments'],
  [
    'quantile_over_time(a[5m], 0.5)',
    'a range vector in quantile_over_time(): `a[5m]`',
    'a number in quantile_over_time(): `0.5`',
  ],
  ['predict_linear(a[1h], b)', 'an instant vector in predict_linear(): `b`'],
  ['label_join(a, "b")', 'label_join() of 2 arguments'],
  ['label_join(a, "b", ",", c)', 'an instant vector in label_join(): `c`'],
  ['label_replace(a, "b", "c", "d")', 'label_replace() of 4 arguments'],
  ['label_replace(a, "b", 1, "d", "e")', 'a number in label_replace(): `1`'],
  ['sum(1)', 'a number in sum(): `1`'],
  ['sum(a[5m])', 'a range vector in sum(): `a[5m]`'],
  ['sum(5, a)', 'sum() of 2 arguments'],
  ['topk(a)', 'topk() of 1 argument'],
  ['topk("5", a)', 'a text in topk(): `"5"`'],
  ['topk(b, a)', 'an instant vector in topk(): `b`'],
  ['quantile(0.5, 1)', 'a number in quantile(): `1`'],
  ['count_values(5, a)', 'a number in count_values(): `5`'],
  ['a + bool b', '+ bool'],
  ['a and bool b', 'and bool'],
  ['a </ bool b', '</ bool'],
  ['1 > 2', '`1 > 2`, which compares two numbers'],
  ['scalar(a) == 2', '`scalar(a) == 2`, which compares two numbers'],
  ['a and on (b) group_left (c) d', 'group_left with and'],
  ['a unless on (b) group_right d', 'group_right with unless'],
  ['a or ignoring (b) group_left d', 'group_left with or'],
  ['a * on (b) group_left (b) d', 'the label b in on(…) and in group_left(…)'],
  ['a * on (b, c) group_right (e, c) d', 'the label c in on(…) and in group_right(…)'],
  ['a and 1', 'a number beside and: `1`'],
  ['1 or a', 'a number beside or: `1`'],
  ['1 unless 2', 'a number beside unless: `1`'],
  ['a + on (b) 1', 'on (b) beside a number: `a + on (b) 1`'],
  ['1 + ignoring (b) 2', 'ignoring (b) beside a number: `1 + ignoring (b) 2`'],
  ['1 * on (b) group_left (c) a', 'on (b) beside a number: `1 * on (b) group_left (c) a`'],
  ['a + b[5m]', 'a range vector beside +: `b[5m]`'],
  ['"a" == "b"', 'a text beside ==: `"a"`', 'a text beside ==: `"b"`'],
  ['-"a"', 'a sign before a text: `-"a"`'],
  ['-a[5m]', 'a sign before a range vector: `-a[5m]`'],
  ['max_over_time(5[1h:])', 'a number in a subquery: `5`'],
  ['max_over_time(time()[1h:])', 'a number in a subquery: `time()`'],
  ['a{__name__="b"}', '`a{__name__="b"}`, which names its metric twice'],
  ['a{"b"}', '`a{__name__="b"}`, which names its metric twice'],
  ['offset{__name__="b"}', '`{__name__="b",__name__="offset"}`, which names its metric twice'],
  ['{}', '``, which selects everything'],
  ['{a=""}', '`{a=""}`, which selects everything'],
  ['{a=~".*"}', '`{a=~".*"}`, which selects everything'],
  ['{a!="b"}', '`{a!="b"}`, which selects everything'],
  ['{a!~"b.+"}', '`{a!~"b.+"}`, which selects everything'],
  ['{a=~"b|"}', '`{a=~"b|"}`, which selects everything'],
  ['{a!~".+"}', '`{a!~".+"}`, which selects everything'],
  ['sum(rate(a)) > bool 1 + rate(b)', 'an instant vector in rate(): `a`', 'an instant vector in rate(): `b`'],
  ['abs(1, 2, a)', 'abs() of 3 arguments', 'a number in abs(): `1`'],
];

const TAKEN = [
  ...['rate(a[5m])', 'rate(sum(a)[5m:1m])', 'round(a)', 'round(a, 5)', 'hour()', 'hour(a)', 'label_join(a, "b", ",")'],
  ...[
    'label_join(a, "b", ",", "c", "d", "e")',
    'count_values("v", a)',
    'topk(scalar(b), a)',
    '1 > bool 2',
    '1 + on () a',
  ],
  ...[
    'a + on () group_left () b',
    'a and on () b',
    'a * ignoring (b) group_left (b) c',
    'a == bool b',
    'a == bool 1',
    '-1',
    '-a',
  ],
  ...[
    '{a="b"}',
    '{a!=""}',
    '{a=~".+"}',
    '{a!~".*"}',
    '{"a","b"}',
    '{__name__=~"a.*"}',
    '{__name__="a",__name__!="b"}',
    'a{}',
  ],
  ...[
    '5',
    '"a"',
    'a[5m]',
    'vector(time())',
    'a </ 5',
    '5 </ a',
    '1 </ 2',
    'a[5m] smoothed',
    'sum by (a) (b)',
    'a{b=~"",c!~".*"}',
  ],
  ...[
    '{a="",b!~"",c="d"}',
    'scalar(a) + 1',
    'vector(1) or vector(2)',
    'abs(sum without () (a))',
    'histogram_quantile(scalar(b), a)',
  ],
];

describe('refusals()', () => {
  test.each(REFUSED)('names what is wrong with %s', (text, ...found) => {
    expect(refusals(tree(text)).map((refusal) => refusal.found)).toEqual(found);
    for (const { allowed, remedy } of refusals(tree(text)))
      expect(`${allowed} ${remedy}`).not.toMatch(/undefined|^ | $/);
  });

  test.each(TAKEN)('has nothing against %s', (text) => {
    expect(refusals(tree(text))).toEqual([]);
  });

  test.each(['info(a, {b=~".*"})', 'info(a, {})', 'limitk(5, a)', 'min_of(1, 2)', 'sort_by_label(a, "b", "c")'])(
    'leaves the flag of %s to others',
    (text) => expect(refusals(tree(text))).toEqual([]),
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e30])('refuses the time %s of a tree that no text made', (at) => {
    expect(refusals({ kind: 'selector', metric: 'a', matchers: [], at }).map(({ found }) => found)).toEqual([
      `@ ${at}`,
    ]);
  });

  test.each([
    ['info(a, b)', ['`b` in info()']],
    ['info(a, b{c="d"})', ['`b{c="d"}` in info()']],
    ['info(a, sum(b))', ['`sum(b)` in info()']],
    ['topk($n, $v)', []],
    ['$a > $b', []],
    ['$__range_s > 1', ['`$__range_s > 1`, which compares two numbers']],
    ['{a=~"${b:regex}"}', []],
    ['rate($m)', []],
  ])('judges %s', (text, found) => {
    expect(refusals(tree(text)).map((refusal) => refusal.found)).toEqual(found);
  });
});

describeWithServer(['promtool'], 'refusals(), against Prometheus', () => {
  test('refuses what it refuses, and takes what it takes', async () => {
    const texts = [...REFUSED.map(([text]) => text), ...TAKEN];
    const refused = await objections(texts);
    expect(texts.filter((_, i) => refused.has(i))).toEqual(REFUSED.map(([text]) => text));
  });
});

describe('evaluationRefusals()', () => {
  const found = (text: string, by: 'panel' | 'rule'): readonly string[] =>
    [...evaluationRefusals(tree(text), { by })].map((refusal) => refusal.found);

  test.each([
    ['a[5m]', ['a range vector as the result: `a[5m]`']],
    ['"a"', ['a text as the result: `"a"`']],
    ['max_over_time(a[5m] smoothed)', ['max_over_time() of a[…] smoothed']],
    ['changes(a[5m] smoothed)', ['changes() of a[…] smoothed']],
    ['deriv(a[5m] anchored)', ['deriv() of a[…] anchored']],
    ['rate(a[5m - 5m])', ['[5m - 5m], which comes to 0s']],
    ['rate(a[1m - 5m])', ['[1m - 5m], which comes to -4m']],
    ['max_over_time(a[5m:1m - 2m])', ['[1m - 2m], which comes to -1m']],
    ['rate(a[5m] smoothed)', []],
    ['resets(a[5m] anchored)', []],
    ['rate(a[5m + 1m])', []],
    ['a offset (1m - 5m)', []],
    ['count_values("", a)', ['count_values() that writes a label without a name']],
    ['label_replace(a, "", "b", "c", "d")', ['label_replace() that writes a label without a name']],
    ['label_join(a, "", ",", "b")', ['label_join() that writes a label without a name']],
    ['a', []],
    ['5', []],
  ])('%s', (text, expected) => {
    expect(found(text, 'panel')).toEqual(expected);
    expect(found(text, 'rule')).toEqual(expected);
  });

  test.each([
    ['rate(a[step() * 4])', ['step() * 4 in a rule, where step() and range() are 0']],
    ['a offset range()', ['range() in a rule, where step() and range() are 0']],
    ['max_over_time(a[1h:step()])', ['step() in a rule, where step() and range() are 0']],
  ])('%s in a rule', (text, expected) => {
    expect(found(text, 'panel')).toEqual([]);
    expect(found(text, 'rule')).toEqual(expected);
  });
});
