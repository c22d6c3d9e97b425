import { describe, expect, test } from 'vitest';
import { describeLogs, numbers } from '../../test/support/printed-logs.ts';
import { lines } from '../../test/types/logs.ts';
import { bytes, count, perSecond, ratio, seconds } from '../units/unit.ts';
import { sum } from './aggregate.ts';
import * as l from './arithmetic.ts';
import * as c from './comparison.ts';
import { averagePer, countedAs, inUnit } from './convert.ts';
import { labelReplace, withLabel } from './labels.ts';
import { bytesOverTime, bytesRate, countOverTime, rate } from './range.ts';

const total = sum(rate(lines, '5m'));
const each = sum(rate(lines, '5m'), { by: ['service'] });
const both = sum(rate(lines, '5m'), { by: ['service', 'stream'] });
const found = sum(countOverTime(lines, '5m'));
const totalText = 'sum(rate({project="shop"}[5m]))';
const eachText = 'sum by (service) (rate({project="shop"}[5m]))';
const bothText = 'sum by (service, stream) (rate({project="shop"}[5m]))';
const foundText = 'sum(count_over_time({project="shop"}[5m]))';
const perLine = perSecond('lines');

describeLogs('arithmetic', [
  numbers(l.add(total, 1), `${totalText} + 1`, [], perLine),
  numbers(l.sub(total, total), `${totalText} - ${totalText}`, [], perLine),
  numbers(l.mul(-1, each), `-1 * ${eachText}`, ['service'], perLine),
  numbers(
    l.mul(l.div(each, each), l.add(each, 1)),
    `${eachText} / ${eachText} * (${eachText} + 1)`,
    ['service'],
    perLine,
  ),
  numbers(l.div(each, each), `${eachText} / ${eachText}`, ['service'], ratio),
  numbers(l.div(found, total), `${foundText} / ${totalText}`, [], seconds),
  numbers(
    l.div(both, each, { on: ['service'], groupLeft: [] }),
    `${bothText} / on (service) group_left () ${eachText}`,
    ['service', 'stream'],
    ratio,
  ),
  numbers(
    l.div(each, both, { on: ['service'], groupRight: [] }),
    `${eachText} / on (service) group_right () ${bothText}`,
    ['service', 'stream'],
    ratio,
  ),
  numbers(
    l.sub(both, both, { ignoring: ['stream'] }),
    `${bothText} - ignoring (stream) ${bothText}`,
    ['service'],
    perLine,
  ),
  numbers(l.mod(found, 10), `${foundText} % 10`, [], count('lines')),
  numbers(l.pow(l.div(total, total), 2), `(${totalText} / ${totalText}) ^ 2`, [], ratio),
  numbers(l.vector(0, bytes), 'vector(0)', [], bytes),
]);

describeLogs('comparisons and sets', [
  numbers(c.gt(each, 5), `${eachText} > 5`, ['service'], perLine),
  numbers(c.gte(each, 5, { bool: true }), `${eachText} >= bool 5`, ['service'], ratio),
  numbers(c.lt(each, each), `${eachText} < ${eachText}`, ['service'], perLine),
  numbers(
    c.lte(both, each, { on: ['service'], groupLeft: [], bool: true }),
    `${bothText} <= bool on (service) group_left () ${eachText}`,
    ['service', 'stream'],
    ratio,
  ),
  numbers(c.eq(total, 0), `${totalText} == 0`, [], perLine),
  numbers(c.neq(total, 0), `${totalText} != 0`, [], perLine),
  numbers(
    c.and(both, each, { on: ['service'] }),
    `${bothText} and on (service) ${eachText}`,
    ['service', 'stream'],
    perLine,
  ),
  numbers(c.unless(each, c.gt(each, 1)), `${eachText} unless ${eachText} > 1`, ['service'], perLine),
  numbers(c.or(total, total), `${totalText} or ${totalText}`, [], perLine),
  numbers(c.or(both, each, { on: ['service'] }), `${bothText} or on (service) ${eachText}`, ['service'], perLine),
  numbers(c.orZero(total), `${totalText} or vector(0)`, [], perLine),
]);

describeLogs('labels and conversions', [
  numbers(
    labelReplace(each, { to: 'tier', from: 'service', matching: '(.*)-.*', value: '$1' }),
    `label_replace(${eachText}, "tier", "$1", "service", "(.*)-.*")`,
    ['service', 'tier'],
    perLine,
  ),
  numbers(withLabel(total, 'price', '5$'), `label_replace(${totalText}, "price", "5$$", "", "")`, ['price'], perLine),
  numbers(countedAs('orders', each), eachText, ['service'], perSecond('orders')),
  numbers(countedAs('orders', found), foundText, [], count('orders')),
  numbers(inUnit(ratio, total, { reason: 'a test' }), totalText, [], ratio),
  numbers(
    averagePer(sum(bytesRate(lines, '5m')), total),
    `sum(bytes_rate({project="shop"}[5m])) / ${totalText}`,
    [],
    bytes,
  ),
]);

/** What the compiler does not see: values of types that a program has lost sight of. */
const lost = (value: unknown): never => value as never;

describe('refused at run time too', () => {
  const size = sum(bytesOverTime(lines, '5m'));
  test.each<readonly [string, () => unknown, string]>([
    ['to add what is not the same', () => l.add(total, lost(size)), 'only the same unit can be added'],
    ['a quotient without a unit', () => l.div(size, lost(total)), 'has no unit'],
    ['to compare what is not the same', () => c.gt(total, lost(size)), 'cannot be compared with bytes'],
    ['one or the other of two units', () => c.or(total, lost(size)), 'cannot be compared with bytes'],
    ['an average of no unit', () => averagePer(size, lost(total)), 'averagePer()'],
    ['a unit without a reason', () => inUnit(bytes, total, { reason: ' ' }), 'give the reason'],
  ])('%s', (_, make, says) => {
    expect(make).toThrow(says);
  });
});
