/**
 * What becomes of units when numbers are divided, multiplied, added or differentiated, once for the compiler (the
 * types) and once for run time (the functions of the same name in lower case). `algebra.test.ts` holds both to one
 * table.
 */

import type { Per, Ratio, Seconds } from './unit.ts';
import { ratio, sameUnit, seconds, type Timestamp, timestamp, type Unit, unitText } from './unit.ts';

/** The answer of the algebra where there is none: the text says what was tried and what to do. */
export interface NoUnit<Message extends string = string> {
  readonly noUnit: Message;
}

type Text<A extends Unit> = A['per'] extends 'second' ? `${A['of']}/s` : A['of'];
type Key<A extends Unit> = `${A['of']}|${A['per']}`;
type Unmeasured = 'timestamp' | 'state';

/** A unit that the compiler has lost sight of stays unknown: the functions below look at the value. */
type IfKnown<A extends Unit, B extends Unit, Then> = string extends A['of'] | B['of'] ? Unit : Then;

/** a ÷ a = ratio · a ÷ ratio = a · a ÷ (a/s) = s · a ÷ s = a/s; anything else has no unit. */
export type Quotient<A extends Unit, B extends Unit> = A extends Unit
  ? B extends Unit
    ? IfKnown<A, B, KnownQuotient<A, B>>
    : never
  : never;

type KnownQuotient<A extends Unit, B extends Unit> = A['of'] extends Unmeasured
  ? NoQuotient<A, B>
  : Key<A> extends Key<B>
    ? Ratio
    : Key<B> extends 'ratio|'
      ? A
      : Key<B> extends `${A['of']}|second`
        ? Seconds
        : [Key<B>, A['per']] extends ['seconds|', '']
          ? Unit<A['of'], 'second'>
          : NoQuotient<A, B>;

type NoQuotient<
  A extends Unit,
  B extends Unit,
> = NoUnit<`${Text<A>} ÷ ${Text<B>} has no unit: say what it means with averagePer(), countedAs() or inUnit()`>;

/** a × ratio = a · (a/s) × s = a, in either order; anything else has no unit. */
export type Product<A extends Unit, B extends Unit> = A extends Unit
  ? B extends Unit
    ? IfKnown<A, B, KnownProduct<A, B>>
    : never
  : never;

type KnownProduct<A extends Unit, B extends Unit> =
  Key<B> extends 'ratio|'
    ? A
    : Key<A> extends 'ratio|'
      ? B
      : [A['per'], Key<B>] extends ['second', 'seconds|']
        ? Unit<A['of'], ''>
        : [B['per'], Key<A>] extends ['second', 'seconds|']
          ? Unit<B['of'], ''>
          : NoUnit<`${Text<A>} × ${Text<B>} has no unit: say what it means with inUnit()`>;

/** a + a = a · time + s = time. */
export type Sum<A extends Unit, B extends Unit> = A extends Unit
  ? B extends Unit
    ? IfKnown<A, B, KnownSum<A, B>>
    : never
  : never;

type KnownSum<A extends Unit, B extends Unit> = [Key<A>, Key<B>] extends ['timestamp|', 'timestamp|']
  ? NoUnit<'two points in time cannot be added: their difference is a time span'>
  : Key<A> extends Key<B>
    ? A
    : [Key<A>, Key<B>] extends ['timestamp|', 'seconds|'] | ['seconds|', 'timestamp|']
      ? Timestamp
      : NoUnit<`${Text<A>} + ${Text<B>}: only the same unit can be added; convert one side first`>;

/** a − a = a · time − time = s · time − s = time. */
export type Difference<A extends Unit, B extends Unit> = A extends Unit
  ? B extends Unit
    ? IfKnown<A, B, KnownDifference<A, B>>
    : never
  : never;

type KnownDifference<A extends Unit, B extends Unit> = [Key<A>, Key<B>] extends ['timestamp|', 'timestamp|']
  ? Seconds
  : Key<A> extends Key<B>
    ? A
    : [Key<A>, Key<B>] extends ['timestamp|', 'seconds|']
      ? Timestamp
      : NoUnit<`${Text<A>} - ${Text<B>}: only the same unit can be subtracted; convert one side first`>;

/** Change per second: of seconds a ratio, of bytes bytes/s, of orders orders/s. */
export type RateOf<A extends Unit> = A extends Unit ? IfKnown<A, A, KnownRate<A>> : never;

type KnownRate<A extends Unit> = A['of'] extends 'seconds' | 'timestamp'
  ? Ratio
  : A['per'] extends 'second'
    ? Unit<`${A['of']}/s`, 'second'>
    : Unit<A['of'], 'second'>;

/** The amount of `A` for one of `B`: CPU seconds per request are seconds, bytes/s per requests/s are bytes. */
export type AveragePer<A extends Unit, B extends Unit> = A extends Unit
  ? B extends Unit
    ? IfKnown<A, B, KnownAveragePer<A, B>>
    : never
  : never;

type KnownAveragePer<A extends Unit, B extends Unit> = B['of'] extends Unmeasured | 'ratio'
  ? NoUnit<`an average per ${Text<B>} has no unit`>
  : [Key<A>, B['per']] extends ['ratio|', 'second']
    ? Seconds
    : A['per'] extends B['per']
      ? Unit<A['of'], ''>
      : NoUnit<`${Text<A>} for each of ${Text<B>}: take both as totals or both per second`>;

const of = (name: string, per: Per): Unit => Object.freeze({ of: name, per });
const none = (noUnit: string): NoUnit => Object.freeze({ noUnit });
const unmeasured = (u: Unit): boolean => u.of === 'timestamp' || u.of === 'state';
const isSeconds = (u: Unit): boolean => sameUnit(u, seconds);
const isTime = (u: Unit): boolean => sameUnit(u, timestamp);

/** True when the algebra found no unit. */
export function isNoUnit(u: Unit | NoUnit): u is NoUnit {
  return 'noUnit' in u;
}

/** The unit of a ÷ b. See the type of the same name. */
export function quotient(a: Unit, b: Unit): Unit | NoUnit {
  if (!unmeasured(a)) {
    if (sameUnit(a, b)) return ratio;
    if (sameUnit(b, ratio)) return a;
    if (b.of === a.of && b.per === 'second') return seconds;
    if (isSeconds(b) && a.per === '') return of(a.of, 'second');
  }
  return none(
    `${unitText(a)} ÷ ${unitText(b)} has no unit: say what it means with averagePer(), countedAs() or inUnit()`,
  );
}

/** The unit of a × b. See the type of the same name. */
export function product(a: Unit, b: Unit): Unit | NoUnit {
  if (sameUnit(b, ratio)) return a;
  if (sameUnit(a, ratio)) return b;
  if (a.per === 'second' && isSeconds(b)) return of(a.of, '');
  if (b.per === 'second' && isSeconds(a)) return of(b.of, '');
  return none(`${unitText(a)} × ${unitText(b)} has no unit: say what it means with inUnit()`);
}

/** The unit of a + b. See the type of the same name. */
export function sum(a: Unit, b: Unit): Unit | NoUnit {
  if (isTime(a) && isTime(b)) return none('two points in time cannot be added: their difference is a time span');
  if (sameUnit(a, b)) return a;
  if ((isTime(a) && isSeconds(b)) || (isSeconds(a) && isTime(b))) return timestamp;
  return none(`${unitText(a)} + ${unitText(b)}: only the same unit can be added; convert one side first`);
}

/** The unit of a − b. See the type of the same name. */
export function difference(a: Unit, b: Unit): Unit | NoUnit {
  if (isTime(a) && isTime(b)) return seconds;
  if (sameUnit(a, b)) return a;
  if (isTime(a) && isSeconds(b)) return timestamp;
  return none(`${unitText(a)} - ${unitText(b)}: only the same unit can be subtracted; convert one side first`);
}

/** The unit of a change of `a` per second. See the type of the same name. */
export function rateOf(a: Unit): Unit {
  if (a.of === 'seconds' || a.of === 'timestamp') return ratio;
  return of(a.per === 'second' ? `${a.of}/s` : a.of, 'second');
}

/** The unit of `a` for each one of `b`. See the type of the same name. */
export function averagePer(a: Unit, b: Unit): Unit | NoUnit {
  if (unmeasured(b) || b.of === 'ratio') return none(`an average per ${unitText(b)} has no unit`);
  if (sameUnit(a, ratio) && b.per === 'second') return seconds;
  if (a.per === b.per) return of(a.of, '');
  return none(`${unitText(a)} for each of ${unitText(b)}: take both as totals or both per second`);
}
