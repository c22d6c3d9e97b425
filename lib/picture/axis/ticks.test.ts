import { describe, expect, test } from 'vitest';
import type { Bounds } from './bounds.ts';
import { logTicks, tickSpace, ticks } from './ticks.ts';

describe.each<{ ends: Bounds; length: number; display: string; step: number; values: readonly number[] }>([
  { ends: [0, 2], length: 185, display: 'none', step: 0.5, values: [0, 0.5, 1, 1.5, 2] },
  { ends: [0, 100], length: 217, display: 'none', step: 20, values: [0, 20, 40, 60, 80, 100] },
  { ends: [0.3, 0.9], length: 200, display: 'none', step: 0.1, values: [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] },
  { ends: [-40, 40], length: 120, display: 'none', step: 20, values: [-40, -20, 0, 20, 40] },
  { ends: [0, 0.00066], length: 130, display: 's', step: 0.0002, values: [0, 0.0002, 0.0004, 0.0006] },
  {
    ends: [0, 100_000_000],
    length: 200,
    display: 'bytes',
    step: 16_777_216,
    values: [0, 1, 2, 3, 4, 5].map((n) => n * 16_777_216),
  },
  { ends: [0, 1_700], length: 130, display: 'binBps', step: 512, values: [0, 512, 1024, 1536] },
  { ends: [0, 1_700], length: 130, display: 'Bps', step: 500, values: [0, 500, 1000, 1500] },
])('$display from $ends on $length px', ({ ends, length, display, step, values }) => {
  test(`steps of ${step}`, () => {
    expect(ticks(ends, { length, space: 30, display })).toEqual({ step, values });
  });
});

test.each<{ ends: Bounds; base: 2 | 10; length: number; values: readonly number[] }>([
  { ends: [1, 1000], base: 10, length: 200, values: [1, 10, 100, 1000] },
  { ends: [2, 512], base: 2, length: 120, values: [2, 8, 32, 128, 512] },
  { ends: [1e-6, 1], base: 10, length: 90, values: [1e-6, 1e-4, 1e-2, 1] },
])('logarithmic from $ends on $length px', ({ ends, base, length, values }) => {
  const found = logTicks(ends, base, { length, space: 30 }).values;
  expect(found).toHaveLength(values.length);
  for (const [index, value] of values.entries()) expect(found[index]).toBeCloseTo(value, 12);
});

test('a low panel has ticks closer to each other', () => {
  expect([150, 151].map(tickSpace)).toEqual([15, 30]);
});
