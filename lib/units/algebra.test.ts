/**
 * The algebra of units, as one table for both: what the compiler infers for a row must be the row's last column, exactly,
 * and what the function returns must be the same value.
 */
import { describe, expect, expectTypeOf, test } from 'vitest';
import * as a from './algebra.ts';
import { bytes, cores, count, percent, perSecond, ratio, seconds, state, timestamp, type Unit } from './unit.ts';

const votes = count('votes');
const votesPerSecond = perSecond('votes');
const requestsPerSecond = perSecond('requests');
const bytesPerSecond = perSecond('bytes');
const onOff = state({ 0: 'Off', 1: 'On' });

const none = <const M extends string>(noUnit: M): a.NoUnit<M> => ({ noUnit });
const noQuotient = <const P extends string>(pair: P) =>
  none(`${pair} has no unit: say what it means with averagePer(), countedAs() or inUnit()`);
const noProduct = <const P extends string>(pair: P) => none(`${pair} has no unit: say what it means with inUnit()`);
const noSum = <const P extends string>(pair: P) =>
  none(`${pair}: only the same unit can be added; convert one side first`);
const noDifference = <const P extends string>(pair: P) =>
  none(`${pair}: only the same unit can be subtracted; convert one side first`);

type Rows = readonly (readonly [Unit, Unit, Unit | a.NoUnit])[];
/** The last columns, as the table has them. */
type Expected<R extends Rows> = { readonly [I in keyof R]: R[I][2] };

const QUOTIENTS = [
  [votes, votes, ratio],
  [votesPerSecond, votesPerSecond, ratio],
  [bytes, bytes, ratio],
  [seconds, seconds, ratio],
  [ratio, ratio, ratio],
  [votes, ratio, votes],
  [bytesPerSecond, ratio, bytesPerSecond],
  [votes, votesPerSecond, seconds],
  [bytes, bytesPerSecond, seconds],
  [votes, seconds, votesPerSecond],
  [bytes, seconds, bytesPerSecond],
  [votesPerSecond, votes, noQuotient('votes/s ÷ votes')],
  [votesPerSecond, requestsPerSecond, noQuotient('votes/s ÷ requests/s')],
  [bytes, votes, noQuotient('bytes ÷ votes')],
  [bytes, votesPerSecond, noQuotient('bytes ÷ votes/s')],
  [bytesPerSecond, seconds, noQuotient('bytes/s ÷ seconds')],
  [ratio, votes, noQuotient('ratio ÷ votes')],
  [percent, ratio, percent],
  [cores, cores, ratio],
  [timestamp, timestamp, noQuotient('timestamp ÷ timestamp')],
  [timestamp, ratio, noQuotient('timestamp ÷ ratio')],
  [onOff, onOff, noQuotient('state ÷ state')],
  [votes, onOff, noQuotient('votes ÷ state')],
  [seconds, timestamp, noQuotient('seconds ÷ timestamp')],
] as const satisfies Rows;
type Quotients<R extends Rows> = { readonly [I in keyof R]: a.Quotient<R[I][0], R[I][1]> };
expectTypeOf<Quotients<typeof QUOTIENTS>>().toEqualTypeOf<Expected<typeof QUOTIENTS>>();

const PRODUCTS = [
  [votes, ratio, votes],
  [ratio, votes, votes],
  [ratio, ratio, ratio],
  [votesPerSecond, ratio, votesPerSecond],
  [votesPerSecond, seconds, votes],
  [seconds, votesPerSecond, votes],
  [bytesPerSecond, seconds, bytes],
  [ratio, seconds, seconds],
  [cores, ratio, cores],
  [votes, seconds, noProduct('votes × seconds')],
  [votes, votes, noProduct('votes × votes')],
  [bytes, votes, noProduct('bytes × votes')],
  [seconds, seconds, noProduct('seconds × seconds')],
  [timestamp, seconds, noProduct('timestamp × seconds')],
] as const satisfies Rows;
type Products<R extends Rows> = { readonly [I in keyof R]: a.Product<R[I][0], R[I][1]> };
expectTypeOf<Products<typeof PRODUCTS>>().toEqualTypeOf<Expected<typeof PRODUCTS>>();

const SUMS = [
  [votes, votes, votes],
  [bytesPerSecond, bytesPerSecond, bytesPerSecond],
  [timestamp, seconds, timestamp],
  [seconds, timestamp, timestamp],
  [seconds, bytes, noSum('seconds + bytes')],
  [votes, votesPerSecond, noSum('votes + votes/s')],
  [ratio, percent, noSum('ratio + percent')],
  [timestamp, timestamp, none('two points in time cannot be added: their difference is a time span')],
] as const satisfies Rows;
type Sums<R extends Rows> = { readonly [I in keyof R]: a.Sum<R[I][0], R[I][1]> };
expectTypeOf<Sums<typeof SUMS>>().toEqualTypeOf<Expected<typeof SUMS>>();

const DIFFERENCES = [
  [votes, votes, votes],
  [timestamp, timestamp, seconds],
  [timestamp, seconds, timestamp],
  [seconds, timestamp, noDifference('seconds - timestamp')],
  [bytes, timestamp, noDifference('bytes - timestamp')],
  [votes, bytes, noDifference('votes - bytes')],
] as const satisfies Rows;
type Differences<R extends Rows> = { readonly [I in keyof R]: a.Difference<R[I][0], R[I][1]> };
expectTypeOf<Differences<typeof DIFFERENCES>>().toEqualTypeOf<Expected<typeof DIFFERENCES>>();

const AVERAGES = [
  [seconds, votes, seconds],
  [bytesPerSecond, requestsPerSecond, bytes],
  [ratio, requestsPerSecond, seconds],
  [votes, requestsPerSecond, none('votes for each of requests/s: take both as totals or both per second')],
  [bytesPerSecond, votes, none('bytes/s for each of votes: take both as totals or both per second')],
  [bytes, ratio, none('an average per ratio has no unit')],
  [bytes, timestamp, none('an average per timestamp has no unit')],
  [bytes, onOff, none('an average per state has no unit')],
] as const satisfies Rows;
type AveragePers<R extends Rows> = { readonly [I in keyof R]: a.AveragePer<R[I][0], R[I][1]> };
expectTypeOf<AveragePers<typeof AVERAGES>>().toEqualTypeOf<Expected<typeof AVERAGES>>();

describe.each<[string, (x: Unit, y: Unit) => Unit | a.NoUnit, Rows]>([
  ['quotient', a.quotient, QUOTIENTS],
  ['product', a.product, PRODUCTS],
  ['sum', a.sum, SUMS],
  ['difference', a.difference, DIFFERENCES],
  ['averagePer', a.averagePer, AVERAGES],
])('%s()', (_, algebra, rows) => {
  test.each(rows)('%j, %j', (left, right, result) => {
    expect(algebra(left, right)).toEqual(result);
    expect(Object.isFrozen(algebra(left, right))).toBe(true);
  });
});

const quicker: Unit<'votes/s', 'second'> = { of: 'votes/s', per: 'second' };
const RATES = [
  [votes, votesPerSecond],
  [bytes, bytesPerSecond],
  [seconds, ratio],
  [timestamp, ratio],
  [votesPerSecond, quicker],
] as const satisfies readonly (readonly [Unit, Unit])[];
type RatesOf<R extends readonly (readonly [Unit, Unit])[]> = { readonly [I in keyof R]: a.RateOf<R[I][0]> };
type Second<R extends readonly (readonly [Unit, Unit])[]> = { readonly [I in keyof R]: R[I][1] };
expectTypeOf<RatesOf<typeof RATES>>().toEqualTypeOf<Second<typeof RATES>>();

test.each(RATES)('rateOf() %j', (unit, rate) => {
  expect(a.rateOf(unit)).toEqual(rate);
});

test('isNoUnit() tells a unit from the reason why there is none', () => {
  expect([a.isNoUnit(a.sum(bytes, bytes)), a.isNoUnit(a.sum(bytes, seconds))]).toEqual([false, true]);
});
