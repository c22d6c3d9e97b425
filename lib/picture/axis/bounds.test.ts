/** Expected ends: what uPlot's rangeNum() gives with Grafana's settings, worked out by hand from its rules. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bounds, bounds, type Fixed, logBounds } from './bounds.ts';

describe.each<{ title: string; data: Bounds; fixed?: Fixed; ends: Bounds }>([
  { title: 'a tenth is left free, zero is near', data: [0, 1.76], ends: [0, 2] },
  { title: 'a tenth is left free on both sides', data: [100, 110], ends: [99, 111] },
  { title: 'zero is near enough', data: [5, 60], ends: [0, 66] },
  { title: 'above and below zero', data: [-2, 2], ends: [-2.4, 2.4] },
  { title: 'only below zero', data: [-60, -5], ends: [-66, 0] },
  { title: 'nothing but zero', data: [0, 0], ends: [0, 100] },
  { title: 'one value', data: [48, 48], ends: [0, 96] },
  { title: 'one value below zero', data: [-48, -48], ends: [-96, 0] },
  { title: 'no value', data: [Infinity, -Infinity], ends: [0, 100] },
  { title: 'a fixed beginning', data: [52, 60], fixed: { min: 0 }, ends: [0, 66] },
  { title: 'both ends fixed', data: [52, 60], fixed: { min: 0, max: 1 }, ends: [0, 1] },
  { title: 'a soft end that holds', data: [0, 0.02], fixed: { min: 0, softMax: 0.05 }, ends: [0, 0.05] },
  { title: 'a soft end that does not hold', data: [0, 0.2], fixed: { min: 0, softMax: 0.05 }, ends: [0, 0.22] },
  { title: 'a soft beginning that holds', data: [0.96, 0.99], fixed: { softMin: 0.9, max: 1 }, ends: [0.9, 1] },
  { title: 'a soft beginning that does not', data: [0.5, 0.99], fixed: { softMin: 0.9, max: 1 }, ends: [0.45, 1] },
  { title: 'whole ends', data: [0.3, 1.2], fixed: { whole: true }, ends: [0, 2] },
])('$title', ({ data, fixed, ends }) => {
  test(`[${data}] becomes [${ends}]`, () => {
    expect(bounds(data, fixed)).toEqual(ends);
  });
});

test('an axis has a length, and all values are on it', () => {
  const value = fc
    .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -9, max: 9 }))
    .map(([n, e]) => n * 10 ** e);
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const [min, max] = bounds([low, high]);
      expect(min).toBeLessThan(max);
      expect(min).toBeLessThanOrEqual(low);
      expect(max).toBeGreaterThanOrEqual(high);
    }),
    { seed: 42 },
  );
});

describe.each<{ title: string; data: Bounds; base: 2 | 10; fixed?: Fixed; ends: Bounds }>([
  { title: 'powers of ten around the values', data: [3, 480], base: 10, ends: [1, 1000] },
  { title: 'powers of two around the values', data: [3, 480], base: 2, ends: [2, 512] },
  { title: 'a power itself', data: [10, 10], base: 10, ends: [10, 100] },
  { title: 'zero has no logarithm', data: [0, 480], base: 10, ends: [1, 1000] },
  {
    title: 'fixed ends are rounded to powers',
    data: [3, 480],
    base: 10,
    fixed: { min: 2, max: 2000 },
    ends: [1, 10_000],
  },
])('logarithmic: $title', ({ data, base, fixed, ends }) => {
  test(`[${data}] becomes [${ends}]`, () => {
    expect(logBounds(data, base, fixed)).toEqual(ends);
  });
});
