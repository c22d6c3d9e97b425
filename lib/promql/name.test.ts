import { expect, test } from 'vitest';
import { isPlainInList, isPlainLabel, isPlainMetric } from './name.ts';

test.each([
  ['up', true, true, true],
  ['job:requests:rate5m', true, false, false],
  [':a', true, false, false],
  ['_a1', true, true, true],
  ['1a', false, false, false],
  ['', false, false, false],
  ['a.b', false, false, false],
  ['ä', false, false, false],
  ['on', false, true, true],
  ['Offset', false, true, true],
  ['atan2', false, true, true],
  ['inf', false, true, false],
  ['NaN', false, true, false],
  ['sum', true, true, true],
  ['by', true, true, true],
])('%j stands without quotes as a metric: %s, in a matcher: %s, in a list: %s', (name, metric, label, inList) => {
  expect([isPlainMetric(name), isPlainLabel(name), isPlainInList(name)]).toEqual([metric, label, inList]);
});
