/**
 * Units of measurement: what a number counts (`of`) and whether it is counted per second (`per`).
 *
 * A unit is a plain frozen value whose type says the same as its fields, so that a mistake such as bytes shown as a
 * ratio is found by the compiler, and a library that reads the value at run time comes to the same answer.
 */

/** `''` for a plain amount, `'second'` for an amount per second. */
export type Per = '' | 'second';

/** An amount of something, or an amount per second. */
export interface Unit<out Of extends string = string, out P extends Per = Per> {
  readonly of: Of;
  readonly per: P;
}

/** A number that stands for a state, with the name of each: `state({ 0: 'Down', 1: 'Up' })`. */
export interface StateUnit extends Unit<'state', ''> {
  readonly states: Readonly<Record<number, string>>;
}

/** Time. */
export type Seconds = Unit<'seconds', ''>;
/** Time, as some exporters tell it. */
export type Milliseconds = Unit<'milliseconds', ''>;
/** Time, as some exporters tell it. */
export type Microseconds = Unit<'microseconds', ''>;
/** Time, as some exporters tell it. */
export type Nanoseconds = Unit<'nanoseconds', ''>;
/** Sizes of memory, disks and messages. */
export type Bytes = Unit<'bytes', ''>;
/** A share of a whole, 0 to 1. */
export type Ratio = Unit<'ratio', ''>;
/** A share of a whole, 0 to 100, as some exporters count it; `asRatio()` makes it a ratio. */
export type Percent = Unit<'percent', ''>;
/** Processors at work: seconds of them per second. */
export type Cores = Unit<'cores', ''>;
/** Seconds since 1970. A difference of two is seconds. */
export type Timestamp = Unit<'timestamp', ''>;
/** Temperatures. */
export type Celsius = Unit<'celsius', ''>;
/** Frequencies, as of a processor. */
export type Hertz = Unit<'hertz', ''>;
/** Voltages. */
export type Volts = Unit<'volts', ''>;
/** Electric currents. */
export type Amperes = Unit<'amperes', ''>;
/** Energy; per second it is power. */
export type Joules = Unit<'joules', ''>;

/** Dimensions that have a meaning of their own: they cannot be used as the name of a counted thing. */
export const dimensions = [
  'seconds',
  'milliseconds',
  'microseconds',
  'nanoseconds',
  'bytes',
  'ratio',
  'percent',
  'cores',
  'timestamp',
  'state',
  'celsius',
  'hertz',
  'volts',
  'amperes',
  'joules',
] as const;

export type Dimension = (typeof dimensions)[number];

const RESERVED: ReadonlySet<string> = new Set(dimensions);

/** True when `of` is a counted thing (orders, requests) and not a dimension such as bytes. */
export function isCounted(of: string): boolean {
  return !RESERVED.has(of);
}

/** A thing that is counted, such as `orders`; a dimension's name is refused with a hint. */
export type Thing<T extends string> = T extends Dimension
  ? { readonly [K in `'${T}' is a dimension, not a counted thing: use the unit ${T} itself`]: never }
  : T;

function unit<Of extends string, P extends Per>(of: Of, per: P): Unit<Of, P> {
  return Object.freeze({ of, per });
}

/** A time span. Grafana shows it as ms, s, min and so on. */
export const seconds: Seconds = unit('seconds', '');
/** A time span as some exporters expose it; `inSeconds()` converts it. */
export const milliseconds: Milliseconds = unit('milliseconds', '');
/** A time span as some exporters expose it; `inSeconds()` converts it. */
export const microseconds: Microseconds = unit('microseconds', '');
/** A time span as some exporters expose it; `inSeconds()` converts it. */
export const nanoseconds: Nanoseconds = unit('nanoseconds', '');
/** An amount of data. */
export const bytes: Bytes = unit('bytes', '');
/** A share of a whole, 0 to 1. Grafana shows it as a percentage. */
export const ratio: Ratio = unit('ratio', '');
/** A share as some exporters expose it, 0 to 100; `asRatio()` converts it. */
export const percent: Percent = unit('percent', '');
/** Processor cores in use or available; from the rate of CPU seconds by `asCores()`. */
export const cores: Cores = unit('cores', '');
/** A point in time, in seconds since 1970. The difference of two is a time span. */
export const timestamp: Timestamp = unit('timestamp', '');
/** A temperature. */
export const celsius: Celsius = unit('celsius', '');
/** A frequency. */
export const hertz: Hertz = unit('hertz', '');
/** A voltage. */
export const volts: Volts = unit('volts', '');
/** A current. */
export const amperes: Amperes = unit('amperes', '');
/** An energy. */
export const joules: Joules = unit('joules', '');

/**
 * A number of counted things.
 *
 * @example unit.count('orders') // orders
 */
export function count<const T extends string>(thing: T & Thing<T>): Unit<T, ''> {
  assertCounted(thing);
  return unit(thing, '');
}

/** What `perSecond()` takes: a counted thing, or a dimension that makes sense per second. */
type RateThing<T extends string> =
  T extends Exclude<Dimension, 'bytes' | 'cores' | 'ratio'>
    ? { readonly [K in `'${T}' per second is no unit here: seconds per second are a ratio`]: never }
    : T;

/**
 * Things, or bytes, per second.
 *
 * @example unit.perSecond('orders') // orders/s
 */
export function perSecond<const T extends string>(thing: T & RateThing<T>): Unit<T, 'second'> {
  return unit(thing, 'second');
}

/**
 * A state, with the text that stands for each value.
 *
 * @example state({ 0: 'Down', 1: 'Up' })
 */
export function state(states: Readonly<Record<number, string>>): StateUnit {
  return Object.freeze({ of: 'state', per: '', states: Object.freeze({ ...states }) });
}

/**
 * How people write the unit.
 *
 * @example unitText(perSecond('orders')) // 'orders/s'
 */
export function unitText(of: Unit): string {
  return of.per === 'second' ? `${of.of}/s` : of.of;
}

/** True when both say the same thing in the same measure; two states are the same whatever their texts. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return a.of === b.of && a.per === b.per;
}

/** True for a unit that carries the names of its states. */
export function isState(of: Unit): of is StateUnit {
  return of.of === 'state' && 'states' in of;
}

function assertCounted(thing: string): void {
  if (isCounted(thing)) return;
  throw new TypeError(`count('${thing}'): ${thing} is a dimension, not a counted thing; use the unit ${thing} itself.`);
}
