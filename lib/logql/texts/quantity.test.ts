import { describe, expect, it } from 'vitest';
import { readBytes, readGoDuration, readGoNumber, readQueryDuration } from './quantity.ts';

describe('durations', () => {
  it.each([
    ['200ms', 200, 200],
    ['0.7s', 700, 700],
    ['1h30m0.5s', 5_400_500, 5_400_500],
    ['-1.5h', -5_400_000, -5_400_000],
    ['5µs', 0.005, 0.005],
    ['30s1m', 90_000, 90_000],
    ['0', 0, 0],
    ['1d', undefined, 86_400_000],
    ['1d12h', undefined, 129_600_000],
    ['5', undefined, undefined],
    ['5x', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (text, go, query) => {
    expect(readGoDuration(text)).toBe(go);
    expect(readQueryDuration(text)).toBe(query);
  });
});

describe('readBytes()', () => {
  it.each([
    ['4KB', 4000],
    ['4 kb', 4000],
    ['1KiB', 1024],
    ['1.5M', 1_500_000],
    ['20B', 20],
    ['20', 20],
    ['1,000B', 1000],
    ['2gib', 2_147_483_648],
    ['x', undefined],
    ['4iB', undefined],
    ['1.2.3KB', undefined],
    ['-1KB', undefined],
  ])('%s', (text, bytes) => {
    expect(readBytes(text)).toBe(bytes);
  });
});

describe('readGoNumber()', () => {
  it.each([
    ['500', 500],
    ['-1.5', -1.5],
    ['.5e1', 5],
    ['+Inf', Number.POSITIVE_INFINITY],
    ['-infinity', Number.NEGATIVE_INFINITY],
    ['NaN', Number.NaN],
    ['', undefined],
    ['5s', undefined],
    [' 5', undefined],
  ])('%s', (text, number) => {
    expect(readGoNumber(text)).toBe(number);
  });
});
