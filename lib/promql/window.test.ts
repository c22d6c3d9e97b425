import { expect, test } from 'vitest';
import { duration } from '../units/duration.ts';
import { dashboardRange, interval, intervalVariable, rateInterval, windowNode, windowOf } from './window.ts';

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
