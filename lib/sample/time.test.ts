import { expect, test } from 'vitest';
import { NOW, timeRange } from './time.ts';

const HOUR = 3_600_000;

test.each([
  { from: 'now-1h', to: 'now', start: HOUR, end: 0 },
  { from: 'now-1d', to: 'now-12h', start: 24 * HOUR, end: 12 * HOUR },
  { from: 'now-7d/d', to: 'now', start: 168 * HOUR, end: 0 },
  { from: 'yesterday', to: 'now', start: HOUR, end: 0 },
  { from: 'now', to: 'now-1h', start: HOUR, end: 0 },
])('$from to $to', ({ from, to, start, end }) => {
  expect(timeRange(from, to)).toEqual({ from: NOW - start, to: NOW - end });
});
