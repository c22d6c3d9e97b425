import { expect, test } from 'vitest';
import { describeLogs, numbers } from '../../test/support/printed-logs.ts';
import { lines } from '../../test/types/logs.ts';
import { count, perSecond } from '../units/unit.ts';
import * as l from './aggregate.ts';
import { rate } from './range.ts';

const each = rate(lines, '5m');
const text = 'rate({project="shop"}[5m])';
const perLine = perSecond('lines');
const all = ['project', 'service', 'stream'] as const;

describeLogs('aggregations', [
  numbers(l.sum(each), `sum(${text})`, [], perLine),
  numbers(
    l.sum(each, { by: ['stream', 'service'] }),
    `sum by (stream, service) (${text})`,
    ['service', 'stream'],
    perLine,
  ),
  numbers(l.sum(each, { without: ['stream'] }), `sum without (stream) (${text})`, ['project', 'service'], perLine),
  numbers(l.avg(each, { by: ['service'] }), `avg by (service) (${text})`, ['service'], perLine),
  numbers(l.min(each), `min(${text})`, [], perLine),
  numbers(l.max(each), `max(${text})`, [], perLine),
  numbers(l.stddev(each), `stddev(${text})`, [], perLine),
  numbers(l.stdvar(each), `stdvar(${text})`, [], count('variance')),
  numbers(l.count(each, { by: ['service'] }), `count by (service) (${text})`, ['service'], count('series')),
  numbers(l.topk(5, each), `topk(5, ${text})`, all, perLine),
  numbers(l.bottomk(3, each, { by: ['service'] }), `bottomk by (service) (3, ${text})`, all, perLine),
  numbers(l.sort(l.max(each, { by: ['service'] })), `sort(max by (service) (${text}))`, ['service'], perLine),
  numbers(l.sortDesc(each), `sort_desc(${text})`, all, perLine),
]);

test('a grouping that is chosen at run time leaves the labels of that choice', () => {
  const by: readonly ('service' | 'stream')[] = ['service'];
  expect(l.sum(each, { by }).labels.names).toEqual(['service']);
});

test.each([0, -1, 1.5, Number.NaN])('the %d largest series are none', (k: number) => {
  expect(() => l.topk(k, each)).toThrow('a whole number from 1 on');
  expect(() => l.bottomk(k, each)).toThrow('a whole number from 1 on');
});
