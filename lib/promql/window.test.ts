import { expect, test } from 'vitest';
import { duration } from '../units/duration.ts';
import { windowText } from './span.ts';
import {
  dashboardRange,
  interval,
  intervalVariable,
  longerBy,
  maxOf,
  minOf,
  range,
  rateInterval,
  shorterBy,
  step,
  times,
  windowNode,
  windowOf,
} from './window.ts';

test.each([
  ['a text', '5m', { kind: 'duration', duration: { ms: 300_000 } }],
  ['a duration', duration('90s'), { kind: 'duration', duration: { ms: 90_000 } }],
  ['$__rate_interval', rateInterval, { kind: 'variable', name: '$__rate_interval' }],
  ['$__interval', interval, { kind: 'variable', name: '$__interval' }],
  ['$__range', dashboardRange, { kind: 'variable', name: '$__range' }],
  ["a dashboard's variable", intervalVariable('window'), { kind: 'variable', name: '$window' }],
  ['a node', windowOf({ kind: 'variable', name: '$w' }), { kind: 'variable', name: '$w' }],
] as const)('windowNode() of %s', (_, window, node) => {
  expect(windowNode(window)).toEqual(node);
  expect(Object.isFrozen(windowNode(window))).toBe(true);
});

test.each([
  ['0s', 'a window of 0s reaches nowhere: it must be longer than 0.'],
  ['-5m', 'a window of -5m reaches nowhere: it must be longer than 0.'],
] as const)('windowNode(%j) is refused', (window, message) => {
  expect(() => windowNode(window)).toThrow(new TypeError(message));
});

test.each([
  [step, 'step()'],
  [range, 'range()'],
  [longerBy(rateInterval, '1m'), '$__rate_interval + 1m'],
  [shorterBy(dashboardRange, step), '$__range - step()'],
  [times(longerBy('5m', '1m'), 2), '(5m + 1m) * 2'],
  [shorterBy('1h', shorterBy('5m', '1m')), '1h - (5m - 1m)'],
  [longerBy(times(step, 4), '1m'), 'step() * 4 + 1m'],
  [maxOf(times(step, 4), '1m'), 'max_of(step() * 4, 1m)'],
  [minOf(range, '1h'), 'min_of(range(), 1h)'],
])('a window that Prometheus works out: %#', (window, text) => {
  expect(windowText(windowNode(window))).toBe(text);
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('times(…, %s) is refused', (factor) => {
  expect(() => times('5m', factor)).toThrow(/reaches nowhere: give a number greater than 0/);
});
