import { describe, expect, it } from 'vitest';
import { factorBetween, factorOf } from './units.ts';

describe('a number under another unit is the same when it is multiplied by', () => {
  it.each([
    ['percentunit', 'percent', 100],
    ['percent', 'percentunit', 0.01],
    ['s', 'ms', 1000],
    ['bytes', 'decbytes', 1],
    ['bytes', 'bits', 8],
    ['Bps', 'bps', 8],
    ['reqps', 'reqpm', 60],
    ['bytes', 's', undefined],
    ['suffix:votes', 'percent', undefined],
    ['constructor', '__proto__', undefined],
  ])('%s, %s: %s', (before, after, factor) => {
    expect(factorBetween(before, after)).toBe(factor);
  });
});

describe('a query multiplies what stands in it by', () => {
  it.each([
    ['x', 1],
    ['100 * x', 100],
    ['x * 100', 100],
    ['x / 100', 0.01],
    ['sum by (job) (100 * rate(x[5m]))', 100],
    ['100 * a / b', 100],
    ['100 * (a / b) or vector(0)', 100],
    ['100 - x', 1],
    ['no query (', 1],
  ])('%s: %d', (text, factor) => {
    expect(factorOf(text, 'promql')).toBe(factor);
  });
});
