import { describe, expect, it } from 'vitest';
import { alwaysAnswers, alwaysHolds, neverAnswers } from './never.ts';

const asked = (expr: string) => ({ expr, language: 'promql' }) as const;

/** What no series can fulfil, and what some can: held to a real Prometheus in test/review/never-oracle.test.ts. */
describe('an expression', () => {
  it.each([
    ['up > 1', 'up is never below 0 or above 1, and > 1 asks for it'],
    ['2 == up', 'up is never below 0 or above 1, and 2 == asks for it'],
    ['avg_over_time(up[5m]) < 0', 'avg_over_time(up[5m]) is never below 0 or above 1, and < 0 asks for it'],
    ['count(a) == 0', 'count(a) is never below 1, and == 0 asks for it'],
    ['sum(rate(a[5m])) < 0', 'sum(rate(a[5m])) is never below 0, and < 0 asks for it'],
    ['100 * rate(a[5m]) <= -1', '100 * rate(a[5m]) is never below 0, and <= -1 asks for it'],
    ['1 - avg(up) > 1', '1 - avg(up) is never below 0 or above 1, and > 1 asks for it'],
    ['rate(a{b="c"}[5m]) / rate(a[5m]) > 1', 'rate(a{b="c"}[5m]) / rate(a[5m]) is never below 0 or above 1'],
    ['sum(rate(a{b="c"}[5m])) / sum(rate(a[5m])) > 1', 'sum(rate(a{b="c"}[5m])) / sum(rate(a[5m])) is never'],
    ['a > 5 and up > 1', 'up is never'],
    ['sum by (x) (up > 1)', 'up is never'],
    ['sum by (a) (x) / sum by (b) (y)', 'the sides of / never find each other, by a on the left and b on the right'],
    ['sum by (a) (x) > sum(y)', 'the sides of > never find each other, by a on the left and no labels on the right'],
    ['sum by (a) (x) and on (a) sum(y)', 'the sides of and never find each other'],
    ['a > 5 unless up > 1', undefined],
    ['up > 1 or a', undefined],
    ['absent(up > 1)', undefined],
    ['up == 0', undefined],
    ['up > 0.5', undefined],
    ['count(a) < 2', undefined],
    ['(count(a) or vector(0)) == 0', undefined],
    ['sum(rate(a{b="c"}[5m])) / sum(rate(a{b="d"}[5m])) > 1', undefined],
    ['sum(rate(a[5m])) / sum(rate(b[5m])) > 1', undefined],
    ['sum(a{b="c"}) / sum(a) > 1', undefined],
    ['sum by (a) (x) / on (a) group_left sum by (a) (y)', undefined],
    ['sum by (a) (x) / ignoring (a) sum(y)', undefined],
    ['sum by (a) (x) / sum by (a) (y)', undefined],
    ['sum by (a) (x) > 5', undefined],
    ['x / sum by (a) (y)', undefined],
    ['sum(', undefined],
  ])('%s', (expr, reason) => {
    const found = neverAnswers(asked(expr));
    expect(reason === undefined ? found : found?.slice(0, reason.length)).toBe(reason);
  });

  it.each([
    ['rate(a[5m]) >= 0', true],
    ['0 <= rate(a[5m])', true],
    ['up <= 1', true],
    ['up != 2', true],
    ['absent(a) == 1', false],
    ['ALERTS == 1', false],
    ['rate(a[5m]) > 0', false],
    ['a >= 0', false],
    ['vector(1)', false],
  ])('%s always holds: %s', (expr, expected) => {
    expect(alwaysHolds(asked(expr))).toBe(expected);
  });

  it.each([
    ['vector(1)', true],
    ['vector(1) > 2', false],
    ['up', false],
    ['absent(a)', false],
  ])('%s answers at any time: %s', (expr, expected) => {
    expect(alwaysAnswers(asked(expr))).toBe(expected);
  });
});
