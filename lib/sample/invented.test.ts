/** What invented data looks like as a whole: over many signals, seeds and panels. */
import { expect, test } from 'vitest';
import { query, words } from '../../test/support/grafana-panels.ts';
import { seconds } from '../units/unit.ts';
import { sampleBuckets } from './buckets.ts';
import { neutralLines } from './neutral-lines.ts';
import { sampleSeries } from './series.ts';
import { drawn } from './shape.ts';

const MANY = Array.from({ length: 200 }, (_, index) => index);

test('of many signals with a threshold about a quarter comes close to it or passes it', () => {
  const thresholds = { direction: 'from', at: { warning: 100, critical: 1000 } } as const;
  const close = MANY.filter((index) => {
    const id = `signal-${index}`;
    const signal = words({ id, name: id, unit: seconds, thresholds });
    const [series] = sampleSeries(query(id, { unit: seconds, signal }), new Map());
    return Math.max(...(series?.values ?? [])) > 80;
  });
  expect(close.length).toBeGreaterThan(10);
  expect(close.length).toBeLessThan(70);
});

test('what is rare happens in some series, and never at their end', () => {
  const all = MANY.map((seed) => drawn('rare', seed, [0, 1]));
  expect(all.every((values) => values.at(-1) === 0)).toBe(true);
  const happened = all.filter((values) => values.some((value) => value > 0)).length;
  expect(happened).toBeGreaterThan(50);
  expect(happened).toBeLessThan(150);
});

test('most observations lie in the middle, few in the uppermost third', () => {
  const { counts } = sampleBuckets(query('latency', { unit: seconds }));
  const sums = counts.map((row) => row.reduce((total, count) => total + count, 0));
  const whole = sums.reduce((total, sum) => total + sum, 0);
  const upper = sums.slice(-Math.floor(sums.length / 3)).reduce((total, sum) => total + sum, 0);
  expect(upper / whole).toBeGreaterThan(0);
  expect(upper / whole).toBeLessThan(0.15);
});

test('neutral lines are the same for a panel, newest first, and spread over its streams', () => {
  const streams = [{ service: 'vote' }, { service: 'worker' }];
  const lines = neutralLines(7, streams);
  expect(lines).toEqual(neutralLines(7, streams));
  expect(lines.map(({ before }) => before)).toEqual(lines.map(({ before }) => before).toSorted((a, b) => a - b));
  expect(new Set(lines.map(({ labels }) => labels.service))).toEqual(new Set(['vote', 'worker']));
  expect(lines.every(({ labels, level }) => labels.level === level)).toBe(true);
  expect(neutralLines(7).map(({ text }) => text)).toEqual(lines.map(({ text }) => text));
  expect(neutralLines(8, streams)).not.toEqual(lines);
});
