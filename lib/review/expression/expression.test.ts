import { describe, expect, it } from 'vitest';
import { expressionChanges, newlyBroken } from './expression.ts';

const words = (before: string, after: string, language: 'promql' | 'logql' = 'promql'): readonly string[] =>
  expressionChanges(before, after, language).map(({ effect, words: said }) => `${effect}: ${said}`);

describe('of two expressions is said', () => {
  it.each([
    ['sum(x)', 'sum by (job) (x)', ['grouping: sum is split by (job)']],
    ['sum by (job) (x)', 'sum(x)', ['grouping: sum is no longer split by (job)']],
    ['sum by (a, b) (x)', 'sum by (b, a) (x)', ['same: the labels of by stand in another order']],
    ['sum by (a) (x)', 'sum without (a) (x)', ['grouping: sum goes without (a) instead of by (a)']],
    ['rate(x[5m])', 'increase(x[5m])', ['shape: rate() is now increase()']],
    ['rate(x[5m] offset 1h)', 'rate(x[5m])', ['window: looks at now instead of 1h ago']],
    ['max_over_time(x[1h:1m])', 'max_over_time(x[1h:5m])', ['window: step 1m → 5m']],
    ['x > 1', 'x >= 1', ['tighter: the limit of x is >= 1 instead of > 1']],
    ['x < 1', 'x < 2', ['tighter: the limit of x is < 2 instead of < 1']],
    ['1 < x', '2 < x', ['looser: the limit of x is > 2 instead of > 1']],
    ['a unless b > 1', 'a unless b > 2', ['tighter: the limit of b is > 2 instead of > 1']],
    ['x == 1', 'x == 2', ['limit: the limit of x is == 2 instead of == 1']],
    ['a + b', 'b + a', ['same: operands of + stand in another order']],
    ['a or b', 'b or a', ['shape: operands of or stand in another order']],
    ['a / b', 'a / on (job) b', ['grouping: / pairs series on (job) instead of all labels']],
    ['x', 'x or vector(0)', ['shape: or vector(0) added']],
    ['max(x)', 'x', ['shape: no longer within max']],
    ['x{a="1"}', 'x{a=~"1"}', ['same: a="1" is written as a=~"1" in x']],
    ['x{a=~"1|2",a!="2"}', 'x{a!~"2|3"}', ['scope: filter a=~"1|2" and a!="2" is now a!~"2|3" in x']],
    [
      'x{a!="1",a!="2"}',
      'x{a!~"1|2|3"}',
      ['folded: a!="1" and a!="2" folded into a!~"1|2|3", which also leaves out "3" in x'],
    ],
    ['x{a=~"1|2",a=~"2|3"}', 'x{a=~"1|2|3"}', ['scope: filter a=~"1|2" and a=~"2|3" is now a=~"1|2|3" in x']],
    ['x{a!~"1|2|3"}', 'x{a!~"1|2",a!="5"}', ['scope: filter a!~"1|2|3" is now a!~"1|2" and a!="5" in x']],
    ['x{a="1",b="2"}', 'x{a="1"}', ['unfiltered: filter b="2" dropped in x']],
    ['x{b="2"}', 'x{c="3"}', ['scope: filter b="2" dropped in x', 'scope: new filter c="3" in x']],
    ['x{a="1"}', 'y{a="1"}', ['metric: reads y instead of x']],
    ['x( 1', 'x', ['shape: another expression']],
  ])('%s, %s', (before, after, expected) => {
    expect(words(before, after)).toEqual(expected);
  });

  it.each([
    ['{a="1"}', '{a="1"} |= "x"', ['scope: new stage |= "x"']],
    ['rate({a="1"}[5m])', 'count_over_time({a="1"}[5m])', ['shape: rate is now count_over_time']],
    [
      'sum(rate({a="1"}[5m])) > 1',
      'sum(rate({a="1"}[5m])) > 2',
      ['looser: the limit of sum(rate({a="1"}[5m])) is > 2 instead of > 1'],
    ],
  ])('of log lines %s, %s', (before, after, expected) => {
    expect(words(before, after, 'logql')).toEqual(expected);
  });
});

describe('an expression is newly broken', () => {
  it.each([
    ['sum(x)', 'sum(x', true],
    ['sum(x', 'sum(x))', false],
    ['x{a=~"b"}', 'x{a=~"b("}', true],
    ['x{a=~"b"}', 'x{a=~"${service:regex}"}', false],
  ])('%s, %s: %s', (before, after, broken) => {
    expect(newlyBroken(before, after, 'promql') !== undefined).toBe(broken);
  });
});
