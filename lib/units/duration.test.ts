/** Durations by Prometheus' own rules: https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DurationText, duration, durationText, parseDuration, scaleDuration } from './duration.ts';

describe('duration() and durationText()', () => {
  test.each<[DurationText, number, string]>([
    ['1ms', 1, '1ms'],
    ['500ms', 500, '500ms'],
    ['1500ms', 1500, '1s500ms'],
    ['30s', 30_000, '30s'],
    ['90s', 90_000, '1m30s'],
    ['5m', 300_000, '5m'],
    ['60m', 3_600_000, '1h'],
    ['1h30m', 5_400_000, '1h30m'],
    ['24h', 86_400_000, '1d'],
    ['36h', 129_600_000, '1d12h'],
    ['7d', 604_800_000, '1w'],
    ['8d', 691_200_000, '8d'],
    ['1w', 604_800_000, '1w'],
    ['365d', 31_536_000_000, '1y'],
    ['1y', 31_536_000_000, '1y'],
    ['0s', 0, '0s'],
    ['-5m', -300_000, '-5m'],
  ])('%s', (text, ms, canonical) => {
    expect(duration(text)).toEqual({ ms });
    expect(durationText({ ms })).toBe(canonical);
    expect(Object.isFrozen(duration(text))).toBe(true);
  });

  test('are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (ms) => {
        expect(parseDuration(durationText({ ms }))).toEqual({ ms });
      }),
      { seed: 42, numRuns: 2000 },
    );
  });

  test('a duration stays the value that it is', () => {
    const fiveMinutes = duration('5m');
    expect(duration(fiveMinutes)).toBe(fiveMinutes);
  });
});

test.each(['', '5', '5 minutes', '1.5h', '5min', '30m1h', '5m5m', '1h-5m', '-', ' 5m', '5M'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
    expect(() => duration(text as DurationText)).toThrow(`'${text}' is not a duration: write whole numbers with`);
  },
);

describe('scaleDuration()', () => {
  test.each([
    ['5m', 0.1, 30_000],
    ['5m', 2, 600_000],
    ['1s', 0.0015, 2],
    ['1s', 0.0001, 1],
    ['-1s', 0.0001, -1],
    ['0s', 0.1, 0],
  ] as const)('%s times %s', (text, factor, ms) => {
    expect(scaleDuration(duration(text), factor)).toEqual({ ms });
  });
});
